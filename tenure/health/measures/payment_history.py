from tenure.health.measures.measure import Facts, Measure, Numbers, share


def of(facts: Facts) -> Numbers:
    return share(facts["invoices_on_time"], facts["invoices_due"])


PAYMENT_HISTORY = Measure(
    code="payment_history",
    title="Payment history",
    definition="Invoices paid by their day, as a share of the invoices that were due.",
    unit="% of invoices",
    source="Invoices",
    window="12 months",
    of=of,
    words="{}% of invoices paid on time",
    short="Paid on time {}%",
    age="invoice_age_days",
    fresh_days=100,
)
