"""How the team works: books, touchpoints, reviews."""

from collections import defaultdict
from datetime import UTC, date, datetime, time
from uuid import UUID

from tenure.insights.metrics.rule import Parts, Rule, mean, share, unknown
from tenure.programme.in_force import programme
from tenure.reviews.models import BusinessReview
from tenure.tiering.promises import Window, review_lines
from tenure.tiering.queries.standings import standings
from tenure.tiering.words import Keeping

# Each customer brings one part of its CSM, so that the parts sum up to the CSMs.
LOAD = """
with held as (
    select p.customer_id, p.csm_id from customers_successprofile p
    join customers_customer c on c.id = p.customer_id
    where p.csm_id is not null and c.customer_since < %(until)s
        and (c.churned_on is null or c.churned_on >= %(until)s)
)
select customer_id, 1, 1.0 / count(*) over (partition by csm_id) from held
"""
TOUCHED = """
select c.id, coalesce(t.count, 0), (%(until)s::date - %(first)s::date) / 30.4375
from customers_customer c
left join (
    select customer_id, count(*) as count from work_touchpoint
    where state = 'HELD' and happened_at >= %(first)s and happened_at < %(until)s group by 1
) t on t.customer_id = c.id
where c.customer_since < %(until)s and (c.churned_on is null or c.churned_on >= %(first)s) and c.tier <> 'TRIAL'
    and exists (select from work_touchpoint where state = 'HELD' and happened_at < %(until)s)
"""


def reviews_held(first: date, last: date) -> Parts:
    """Reviews that the tier promises for the time and that were held, over those that are decided."""
    oldest = BusinessReview.objects.order_by("reviewed_at").values_list("reviewed_at", flat=True)
    known = oldest.first()
    if known is None:
        return
    since = datetime.combine(first, time(), UTC)
    held: dict[UUID, list[tuple[str, date]]] = defaultdict(list)
    rows = BusinessReview.objects.filter(reviewed_at__gte=since, reviewed_at__lt=_end(last))
    for who, kind, at in rows.values_list("customer_id", "review_type", "reviewed_at"):
        held[who].append((kind, at.date()))
    told: dict[UUID, list[int]] = defaultdict(lambda: [0, 0])
    window = Window(first, date.fromordinal(last.toordinal() + 1), known.date())
    for line in review_lines(standings(first, last), held, programme().tiers, window):
        if line.keeping in (Keeping.KEPT, Keeping.MISSED):
            told[line.customer][0] += line.keeping == Keeping.KEPT
            told[line.customer][1] += 1
    yield from ((id, kept, of) for id, (kept, of) in told.items())


def _end(last: date) -> datetime:
    return datetime.combine(date.fromordinal(last.toordinal() + 1), time(), UTC)


RULES: tuple[Rule, ...] = (
    mean("csm_load", LOAD),
    mean("touchpoints", TOUCHED),
    share("review_completion", reviews_held),
    unknown("requests", "what customers ask the product for"),
    unknown("request_response", "what customers ask the product for, and when they were answered"),
    unknown("product_satisfaction", "answers to a survey about the product alone"),
)
