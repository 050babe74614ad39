from tenure.health.measures.measure import Facts, Measure, Numbers


def of(facts: Facts) -> Numbers:
    return facts["time_to_value_days"]


TIME_TO_VALUE = Measure(
    code="time_to_value",
    title="Time to value",
    definition="Days from the contract's start to the first measurable outcome.",
    unit="days",
    source="Success profile",
    window="once",
    of=of,
    words="first value after {} days",
    short="First value after {} days",
)
