from tenure.health.measures.measure import Facts, Measure, Numbers, first_known


def of(facts: Facts) -> Numbers:
    return first_known(facts["complaints"], facts["complaint_count"])


COMPLAINTS = Measure(
    code="complaints",
    title="Complaints",
    definition="Tickets that were escalated; without a feed of tickets, the profile's count.",
    unit="complaints",
    source="Support tickets",
    window="90 days",
    of=of,
    words="{} complaints in 90 days",
    short="Complaints {}",
    age="support_age_days",
    fresh_days=14,
)
