from tenure.health.measures.measure import Facts, Measure, Numbers


def of(facts: Facts) -> Numbers:
    return facts["csm_pulse"]


CSM_PULSE = Measure(
    code="csm_pulse",
    title="CSM pulse",
    definition="How somebody who knows the customer feels about it: very worried is 0, worried 25, "
    "unsure 50, confident 75, delighted 100. The newest pulse counts, until it expires.",
    unit="of 100",
    source="Pulses",
    window="90 days",
    of=of,
    words="a pulse of {} of 100",
    short="Pulse {}",
    age="pulse_age_days",
    fresh_days=14,
)
