import numpy as np

from tenure.health.measures.measure import Facts, Measure, Numbers, share, users


def of(facts: Facts) -> Numbers:
    active = np.where(facts["counts_users"] == 1, facts["mean_active_users"], np.nan)
    return share(active, users(facts))


DAILY_ACTIVE_USERS = Measure(
    code="daily_active_users",
    title="Daily active users",
    definition="Users active on an average working day, as a share of licensed users.",
    unit="% of licences",
    source="Daily usage, contracts",
    window="30 days",
    of=of,
    words="{}% of licences active a day",
    short="Daily users {}% of licences",
    age="usage_age_days",
    fresh_days=7,
)
