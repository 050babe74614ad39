"""How the team works: books, touchpoints, reviews."""

from datetime import datetime, time

from django.utils import timezone

from tenure.insights.metrics.rule import Parts, Rule, mean, share
from tenure.insights.metrics.stretch import Stretch
from tenure.portfolio.reviewing.completion import completion_by
from tenure.portfolio.reviewing.periods import Period
from tenure.portfolio.reviewing.reading import read_dues
from tenure.programme.in_force import programme

# Each customer brings one part of its CSM, so that the parts sum up to the CSMs.
LOAD = """
with held as (
    select s.customer_id, s.csm_id from stood s
    join customers_customer c on c.id = s.customer_id
    where s.csm_id is not null and c.customer_since < %(until)s
        and (c.churned_on is null or c.churned_on >= %(until)s)
)
select customer_id, 1, 1.0 / count(*) over (partition by csm_id) from held
"""
TOUCHED = """
select c.id, coalesce(t.count, 0), (%(until)s::date - %(first)s::date) / 30.4375
from customers_customer c join stood s on s.customer_id = c.id and s.tier <> 'TRIAL'
left join (
    select customer_id, count(*) as count from work_touchpoint
    where state = 'HELD' and happened_at >= %(first)s and happened_at < %(until)s group by 1
) t on t.customer_id = c.id
where c.customer_since < %(until)s and (c.churned_on is null or c.churned_on >= %(first)s)
    and exists (select from work_touchpoint where state = 'HELD' and happened_at < %(until)s)
"""


def reviews_held(days: Stretch) -> Parts:
    """Reviews promised by a day of the time that were held, over those that are decided."""
    zone = programme().calendar.zone
    ended = datetime.combine(days.until, time(), zone)
    found = read_dues(Period("", "", days.first, days.last), min(ended, timezone.now()))
    for customer, count in completion_by(found, lambda one: one.customer).items():
        if count.due:
            yield customer, count.held, count.due


RULES: tuple[Rule, ...] = (
    mean("csm_load", LOAD),
    mean("touchpoints", TOUCHED),
    share("review_completion", reviews_held),
)
