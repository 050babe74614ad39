import numpy as np

from tenure.health.measures.measure import Facts, Measure, Numbers, share


def of(facts: Facts) -> Numbers:
    grown = share(facts["annual_value"] - facts["base_value"], facts["base_value"])
    return np.maximum(grown, 0)


EXPANSION_REVENUE = Measure(
    code="expansion_revenue",
    title="Expansion revenue",
    definition="How much more a year's contracts are worth than a year ago (a younger customer: "
    "than after its first month), as a share of what they were worth then. Shrinking is zero; "
    "unknown in the first 90 days.",
    unit="% of base revenue",
    source="Contracts",
    window="12 months",
    of=of,
    words="contracts grew by {}%",
    short="Expansion {}%",
)
