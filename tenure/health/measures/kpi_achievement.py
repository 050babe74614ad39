from tenure.health.measures.measure import Facts, Measure, Numbers


def of(facts: Facts) -> Numbers:
    return facts["kpi_percent"]


KPI_ACHIEVEMENT = Measure(
    code="kpi_achievement",
    title="KPI achievement",
    definition="The mean, over the KPIs of the success profile, of what was reached by what was "
    "aimed at.",
    unit="% of target",
    source="Success profile",
    window="now",
    of=of,
    words="KPIs at {}% of target",
    short="KPIs {}% of target",
    age="profile_age_days",
    fresh_days=90,
)
