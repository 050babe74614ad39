from tenure.health.measures.measure import Facts, Measure, Numbers, share


def of(facts: Facts) -> Numbers:
    return share(facts["goals_attained"], facts["goals"])


GOAL_ATTAINMENT = Measure(
    code="goal_attainment",
    title="Goal attainment",
    definition="Milestones of the success plans that were due and are completed, as a share of "
    "those that were due.",
    unit="% of milestones due",
    source="Success plans",
    window="12 months",
    of=of,
    words="{}% of the milestones due are completed",
    short="Milestones reached {}%",
)
