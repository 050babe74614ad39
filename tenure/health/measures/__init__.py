"""The measures that make up health. To add one: a module here, a line in MEASURES, a line in the
scorecard, a test."""

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
from tenure.health.measures.payment_history import PAYMENT_HISTORY
from tenure.health.measures.renewal_intent import RENEWAL_INTENT
from tenure.health.measures.ticket_satisfaction import TICKET_SATISFACTION
from tenure.health.measures.time_spent import TIME_SPENT
from tenure.health.measures.time_to_value import TIME_TO_VALUE

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

__all__ = ["MEASURES", "MEASURE_BY_CODE", "Facts", "Measure"]
