import numpy as np

from tenure.health.measures.measure import Facts, Measure, Numbers, first_known, share, users


def of(facts: Facts) -> Numbers:
    active = np.where(facts["counts_users"] == 1, facts["peak_active_users"], np.nan)
    return first_known(facts["adoption_percent"], share(active, users(facts)))


ADOPTION_VELOCITY = Measure(
    code="adoption_velocity",
    title="Adoption velocity",
    definition="Users who have adopted the product, as a share of all users: the profile's "
    "adoption rate, or else the active users of the busiest day by licensed users.",
    unit="% of users",
    source="Success profile, daily usage",
    window="30 days",
    of=of,
    words="{}% of users have adopted it",
    short="Adoption {}% of users",
    age="usage_age_days",
    fresh_days=14,
)
