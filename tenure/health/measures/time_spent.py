import numpy as np

from tenure.health.measures.measure import Facts, Measure, Numbers, ratio, users

WEEKS = 30 / 7


def of(facts: Facts) -> Numbers:
    active = facts["peak_active_users"]
    people = np.where(facts["counts_users"] == 1, active, users(facts))
    minutes = ratio(facts["minutes"], people * WEEKS)
    return np.where(facts["minutes"] == 0, 0.0, minutes)


TIME_SPENT = Measure(
    code="time_spent",
    title="Time spent",
    definition="Minutes in the product, divided by users and weeks. Users are the active users of "
    "the busiest day; where those are not counted, the licensed users.",
    unit="minutes a user and week",
    source="Daily usage, contracts",
    window="30 days",
    of=of,
    words="{} minutes a user and week",
    short="Time spent {} min a week",
    age="usage_age_days",
    fresh_days=7,
)
