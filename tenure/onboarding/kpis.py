"""What onboardings are measured by, beside the programme's targets; each figure with its count.

A measure that is missing for a customer is left out of the figure, never taken for zero."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from tenure.programme.in_force import programme
from tenure.programme.onboarding import OnboardingTarget

# One row an onboarding, one column a target's code. The days count from the kickoff.
MEASURED = """
select
    p.time_to_value_days::float as time_to_value,
    least(100, 100.0 * p.users_trained / nullif(p.total_users, 0))::float as trained,
    (select 100.0 * least(1, max(d.users)::numeric / nullif(p.total_users, 0)) from (
        select sum(u.active_users) as users from usage_dailyusage u
        join usage_feature f on f.id = u.feature_id and f.name = ''
        where u.customer_id = o.customer_id and u.day between o.kickoff_on and o.kickoff_on + 30
        group by u.day) d)::float as active_users,
    (select 100.0 * count(distinct f.id) filter (where u.uses > 0) / nullif((
            select count(*) from usage_feature where is_core and name <> ''), 0)
        from usage_dailyusage u join usage_feature f on f.id = u.feature_id and f.is_core and f.name <> ''
        where u.customer_id = o.customer_id and u.day between o.kickoff_on and o.kickoff_on + 60
        having count(*) > 0)::float as core_features,
    (select count(*) from support_ticket t, plans_milestone m
        where t.customer_id = o.customer_id and m.plan_id = o.plan_id and m.code = 'go_live'
            and t.priority = 'P1' and t.opened_at::date <= m.completed_on
            and (t.closed_at is null or t.closed_at::date > m.completed_on)
        having exists (select from plans_milestone m where m.plan_id = o.plan_id
            and m.code = 'go_live' and m.completed_on is not null))::float as critical_issues,
    (select avg(a.score) from surveys_surveyanswer a where a.customer_id = o.customer_id
        and a.kind = 'CSAT' and a.answered_at::date between o.kickoff_on and o.kickoff_on + 90
    )::float as csat,
    (select 100.0 * (count(*) filter (where a.score >= 9) - count(*) filter (where a.score <= 6))
        / nullif(count(*), 0) from surveys_surveyanswer a where a.customer_id = o.customer_id
        and a.kind = 'NPS' and a.answered_at::date between o.kickoff_on + 60 and o.kickoff_on + 120
    )::float as nps
from onboarding_onboarding o
join customers_successprofile p on p.customer_id = o.customer_id
where o.id = any(%s)
"""


@dataclass(frozen=True)
class Kpi:
    """A target, the mean over the onboardings of which it is known, and how many these are."""

    target: OnboardingTarget
    value: float | None
    known: int
    of: int

    @property
    def is_met(self) -> bool | None:
        return None if self.value is None else self.target.bound.is_met(self.value)


def kpis_of(onboardings: Sequence[UUID]) -> list[Kpi]:
    """In the programme's order. A target that the programme has and nothing measures is unknown."""
    with connection.cursor() as cursor:
        cursor.execute(MEASURED, [list(onboardings)])
        names = [column.name for column in cursor.description]
        rows = cursor.fetchall()
    columns = dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else {}
    found = []
    for target in programme().onboarding.target:
        known = [value for value in columns.get(target.code, ()) if value is not None]
        mean = sum(known) / len(known) if known else None
        found.append(Kpi(target, mean, len(known), len(onboardings)))
    return found
