"""How quickly and how well customers are helped."""

from collections import defaultdict
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from uuid import UUID

from tenure.insights.metrics.rule import Parts, Rule, mean, share, unknown
from tenure.programme.in_force import programme
from tenure.tiering.clocks import read_clocks
from tenure.tiering.queries.tickets import responses_are_told, tickets_since
from tenure.tiering.words import Keeping, Promise

OPENED = """
select customer_id, count(*), {over} from support_ticket
where opened_at >= %(first)s and opened_at < %(until)s group by 1
"""
RATED = """
select customer_id, count(*) filter (where satisfaction >= 4), count(*) from support_ticket
where satisfaction is not null and closed_at >= %(first)s and closed_at < %(until)s group by 1
"""
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


def kept(promise: Promise) -> Callable[[date, date], Parts]:
    """Tickets opened in the time whose promise was kept, over those whose promise is decided."""

    def parts(first: date, last: date) -> Parts:
        now = datetime.combine(date.fromordinal(last.toordinal() + 1), time(), UTC)
        made = programme()
        rows = [
            row for row in tickets_since(datetime.combine(first, time(), UTC))
            if row.opened < now.timestamp()
        ]  # fmt: skip
        told: dict[UUID, list[int]] = defaultdict(lambda: [0, 0])
        clocks = read_clocks(rows, made.tiers, made.calendar, now, told=responses_are_told())
        for clock in clocks:
            decided = clock.keeping in (Keeping.KEPT, Keeping.MISSED, Keeping.BREACHED)
            if clock.promise == promise and decided:
                told[clock.ticket.customer][0] += clock.keeping == Keeping.KEPT
                told[clock.ticket.customer][1] += 1
        return ((id, kept, of) for id, (kept, of) in told.items())

    return parts


RULES: tuple[Rule, ...] = (
    share("first_response", kept(Promise.FIRST_RESPONSE)),
    share("resolution", kept(Promise.RESOLUTION)),
    unknown("first_contact_resolution", "how often a customer wrote before a ticket was solved"),
    mean("ticket_volume", VOLUME),
    share("support_satisfaction", RATED),
)
