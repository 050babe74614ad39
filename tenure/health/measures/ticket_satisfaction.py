from tenure.health.measures.measure import Facts, Measure, Numbers


def of(facts: Facts) -> Numbers:
    return facts["ticket_satisfaction"]


TICKET_SATISFACTION = Measure(
    code="ticket_satisfaction",
    title="Ticket satisfaction",
    definition="The mean rating, from 1 to 5, of the tickets that were rated.",
    unit="of 5",
    source="Support tickets",
    window="180 days",
    of=of,
    words="tickets rated {} of 5",
    short="Tickets rated {} of 5",
    digits=1,
    age="ticket_age_days",
    fresh_days=90,
)
