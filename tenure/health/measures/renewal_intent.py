from tenure.health.measures.measure import Facts, Measure, Numbers


def of(facts: Facts) -> Numbers:
    return facts["renewal_intent_percent"]


RENEWAL_INTENT = Measure(
    code="renewal_intent",
    title="Renewal intent",
    definition="How likely the customer says it is to renew, from 0 to 100.",
    unit="of 100",
    source="Success profile",
    window="now",
    of=of,
    words="renewal intent {} of 100",
    short="Renewal intent {}",
    age="profile_age_days",
    fresh_days=90,
)
