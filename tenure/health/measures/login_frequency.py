import numpy as np

from tenure.health.measures.measure import Facts, Measure, Numbers, ratio

WEEKS = 30 / 7


def of(facts: Facts) -> Numbers:
    active = facts["peak_active_users"]
    a_week = ratio(facts["logins"], active * WEEKS)
    a_week = np.where(active == 0, 0.0, a_week)
    return np.where(facts["counts_logins"] == 1, a_week, np.nan)


LOGIN_FREQUENCY = Measure(
    code="login_frequency",
    title="Login frequency",
    definition="Logins, divided by active users and weeks. Active users are those of the busiest "
    "day, because daily counts do not say who came twice. Nobody active is zero.",
    unit="logins a user and week",
    source="Daily usage",
    window="30 days",
    of=of,
    words="{} logins a user and week",
    short="Logins {} a user and week",
    digits=1,
    age="usage_age_days",
    fresh_days=7,
)
