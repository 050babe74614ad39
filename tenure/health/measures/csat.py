from tenure.health.measures.measure import Facts, Measure, Numbers, first_known


def of(facts: Facts) -> Numbers:
    return first_known(facts["csat"], facts["latest_csat"])


CSAT = Measure(
    code="csat",
    title="CSAT",
    definition="The mean rating from 1 to 5; without answers, the profile's latest CSAT.",
    unit="of 5",
    source="Surveys",
    window="180 days",
    of=of,
    words="CSAT {} of 5",
    short="CSAT {} of 5",
    digits=1,
    age="csat_age_days",
    fresh_days=90,
)
