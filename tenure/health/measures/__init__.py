"""The measures that make up health. To add one: a module here, a line in MEASURES, a line in the
scorecard, a test. People add measures of their own as expressions (own.py)."""

from collections.abc import Callable

from tenure.health.measures.adoption_velocity import ADOPTION_VELOCITY
from tenure.health.measures.complaints import COMPLAINTS
from tenure.health.measures.contract_compliance import CONTRACT_COMPLIANCE
from tenure.health.measures.csat import CSAT
from tenure.health.measures.csm_pulse import CSM_PULSE
from tenure.health.measures.daily_active_users import DAILY_ACTIVE_USERS
from tenure.health.measures.expansion_revenue import EXPANSION_REVENUE
from tenure.health.measures.feature_adoption import FEATURE_ADOPTION
from tenure.health.measures.goal_attainment import GOAL_ATTAINMENT
from tenure.health.measures.kpi_achievement import KPI_ACHIEVEMENT
from tenure.health.measures.login_frequency import LOGIN_FREQUENCY
from tenure.health.measures.measure import Facts, Measure
from tenure.health.measures.nps import NPS
from tenure.health.measures.own import faults_of, measure_from
from tenure.health.measures.payment_history import PAYMENT_HISTORY
from tenure.health.measures.renewal_intent import RENEWAL_INTENT
from tenure.health.measures.ticket_satisfaction import TICKET_SATISFACTION
from tenure.health.measures.time_spent import TIME_SPENT
from tenure.health.measures.time_to_value import TIME_TO_VALUE
from tenure.programme.faults import Fault
from tenure.programme.scorecard import Scorecard

MEASURES: tuple[Measure, ...] = (
    LOGIN_FREQUENCY,
    FEATURE_ADOPTION,
    TIME_SPENT,
    DAILY_ACTIVE_USERS,
    KPI_ACHIEVEMENT,
    GOAL_ATTAINMENT,
    TIME_TO_VALUE,
    ADOPTION_VELOCITY,
    NPS,
    CSAT,
    TICKET_SATISFACTION,
    COMPLAINTS,
    PAYMENT_HISTORY,
    RENEWAL_INTENT,
    EXPANSION_REVENUE,
    CONTRACT_COMPLIANCE,
    CSM_PULSE,
)
MEASURE_BY_CODE = {measure.code: measure for measure in MEASURES}


def measure_of(code: str, card: Scorecard) -> Measure:
    """One of ours, or one that the scorecard brings along."""
    if code in MEASURE_BY_CODE:
        return MEASURE_BY_CODE[code]
    return next(measure_from(own) for own in card.own if own.code == code)


def measures_of(card: Scorecard) -> list[Measure]:
    """The scorecard's measures, in the order in which scores keep their readings."""
    return [measure_of(measure.code, card) for measure in card.measures]


def title_of(*cards: Scorecard) -> Callable[[str], str]:
    """How the measures of these scorecards are called, by their code."""
    own = {measure.code: measure.title for card in cards for measure in card.own}
    titles = own | {measure.code: measure.title for measure in MEASURES}
    return lambda code: titles.get(code, code)


def unknown_in(card: Scorecard) -> list[Fault]:
    """What a scorecard counts that cannot be measured, or names like a measure of ours."""
    own = {measure.code for measure in card.own}
    faults = [
        Fault(f"measures.{measure.code}", f"There is no measure {measure.code}.")
        for measure in card.measures
        if measure.code not in MEASURE_BY_CODE and measure.code not in own
    ]
    return faults + [fault for measure in card.own for fault in faults_of(measure)]


__all__ = [
    "MEASURES",
    "MEASURE_BY_CODE",
    "Facts",
    "Measure",
    "measure_of",
    "measures_of",
    "title_of",
    "unknown_in",
]
