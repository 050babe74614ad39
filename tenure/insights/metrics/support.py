"""How quickly and how well customers are helped."""

from collections import defaultdict
from uuid import UUID

from tenure.insights.metrics.rule import Parts, Reckon, Rule, mean, share
from tenure.insights.metrics.stretch import Stretch
from tenure.tiering.words import Keeping, Promise

OPENED = """
select customer_id, count(*), {over} from support_ticket
where opened_at >= %(first)s and opened_at < %(until)s group by 1
"""
RATED = """
select customer_id, count(*) filter (where satisfaction >= 4), count(*) from support_ticket
where satisfaction is not null and closed_at >= %(first)s and closed_at < %(until)s group by 1
"""
# Who never wrote again after the first message was helped at once. How often somebody wrote is not told
# of every ticket: those are left out, or counted as not helped at once where anything is told at all.
AT_ONCE = """
select t.customer_id, count(*) filter (where t.customer_replies = 0), count(*) from support_ticket t
where t.closed_at >= %(first)s and t.closed_at < %(until)s and {known} group by 1
"""
TOLD_OF_ANY = """exists (
    select from support_ticket a where a.customer_replies is not null
        and a.closed_at >= %(first)s and a.closed_at < %(until)s
)"""
# Every customer counts, also who asked for nothing; a month is a twelfth of a year.
VOLUME = """
select c.id, coalesce(t.count, 0), (%(until)s::date - %(first)s::date) / 30.4375
from customers_customer c
left join (
    select customer_id, count(*) as count from support_ticket
    where opened_at >= %(first)s and opened_at < %(until)s group by 1
) t on t.customer_id = c.id
where c.customer_since < %(until)s and (c.churned_on is null or c.churned_on >= %(first)s)
    and exists (select from support_ticket)
"""


def kept(promise: Promise) -> Reckon:
    """Tickets opened in the time whose promise was kept, over those whose promise is decided."""

    def parts(days: Stretch) -> Parts:
        told: dict[UUID, list[int]] = defaultdict(lambda: [0, 0])
        for clock in days.clocks:
            decided = clock.keeping in (Keeping.KEPT, Keeping.MISSED, Keeping.BREACHED)
            if clock.promise == promise and decided:
                told[clock.ticket.customer][0] += clock.keeping == Keeping.KEPT
                told[clock.ticket.customer][1] += 1
        return ((id, kept, of) for id, (kept, of) in told.items())

    return parts


RULES: tuple[Rule, ...] = (
    share("first_response", kept(Promise.FIRST_RESPONSE)),
    share("resolution", kept(Promise.RESOLUTION)),
    share("first_contact_resolution", AT_ONCE.format(known="t.customer_replies is not null")),
    share("first_contact_of_all", AT_ONCE.format(known=TOLD_OF_ANY), title="First-contact resolution, all tickets",
          unit="percent", variant_of="first_contact_resolution",
          says="Over all tickets closed: one of which nobody counted the messages is taken for not solved at once"),
    mean("ticket_volume", VOLUME),
    share("support_satisfaction", RATED),
)  # fmt: skip
