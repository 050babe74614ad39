from tenure.health.measures.measure import Facts, Measure, Numbers, first_known


def of(facts: Facts) -> Numbers:
    return first_known(facts["nps"], facts["latest_nps"])


NPS = Measure(
    code="nps",
    title="NPS",
    definition="The share of answers of 9 or 10 minus the share of answers of 0 to 6; without "
    "answers, the profile's latest NPS.",
    unit="points from −100 to 100",
    source="Surveys",
    window="12 months",
    of=of,
    words="NPS {}",
    short="NPS {}",
    age="nps_age_days",
    fresh_days=180,
)
