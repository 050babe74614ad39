from tenure.health.measures.measure import Facts, Measure, Numbers, share


def of(facts: Facts) -> Numbers:
    return share(facts["features_used"], facts["features_available"])


FEATURE_ADOPTION = Measure(
    code="feature_adoption",
    title="Feature adoption",
    definition="Core features used at least once, as a share of all core features.",
    unit="% of core features",
    source="Daily usage",
    window="90 days",
    of=of,
    words="{}% of core features used",
    short="Features used {}%",
    age="usage_age_days",
    fresh_days=7,
)
