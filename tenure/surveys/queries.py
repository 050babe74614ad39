"""Questions about survey answers across customers."""

from tenure.foundation.database.columns import Asked, Numbers, numbers

# NPS: the share of 9 and 10 minus the share of 0 to 6, in percent.
SURVEYS = """
select a.place,
    100.0 * (count(*) filter (where s.kind = 'NPS' and s.score >= 9)
             - count(*) filter (where s.kind = 'NPS' and s.score <= 6))
        / nullif(count(*) filter (where s.kind = 'NPS'), 0) as nps,
    avg(s.score) filter (where s.kind = 'CSAT' and s.answered_at >= a.day - 179) as csat,
    a.day - (max(s.answered_at) filter (where s.kind = 'NPS'))::date as nps_age_days,
    a.day - (max(s.answered_at) filter (where s.kind = 'CSAT'))::date as csat_age_days
from asked a
left join surveys_surveyanswer s on s.customer_id = a.customer_id
    and s.answered_at >= a.day - 364 and s.answered_at < a.day + 1
group by a.place, a.day
"""


def survey_facts(asked: Asked) -> dict[str, Numbers]:
    """NPS of the last 12 months and the mean CSAT of the last 180 days."""
    return numbers(SURVEYS, asked)
