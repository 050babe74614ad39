import numpy as np

from tenure.health.measures.measure import Facts, Measure, Numbers, share


def of(facts: Facts) -> Numbers:
    counted = (facts["counts_users"] == 1) & (facts["seats"] > 0)
    invoiced = facts["invoices_due"] > 0
    contracted = facts["known"] > 0
    terms = counted.astype(float) + invoiced + contracted
    met = (
        (counted & (facts["peak_active_users"] <= facts["seats"])).astype(float)
        + (invoiced & (facts["invoices_long_overdue"] == 0))
        + (contracted & (facts["running"] > 0))
    )
    return share(met, np.where(terms > 0, terms, np.nan))


CONTRACT_COMPLIANCE = Measure(
    code="contract_compliance",
    title="Contract compliance",
    definition="Terms met, as a share of the terms that can be checked: a contract is running, no "
    "more users than seats, no invoice more than 30 days overdue.",
    unit="% of terms",
    source="Contracts, invoices, daily usage",
    window="now",
    of=of,
    words="{}% of the terms are met",
    short="Terms met {}%",
)
