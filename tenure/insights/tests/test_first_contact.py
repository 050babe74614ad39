"""Tickets that were solved at once, worked by hand."""

from datetime import UTC, datetime

from tenure.insights.figures import figures
from tenure.insights.tests.making import DAY, OCTOBER, told, value
from tenure.support.models import Ticket
from tests.moments import NOON

NEXT_MONTH = datetime(2026, 11, 1, tzinfo=UTC)


def closed(customer, *replies: int | None, at: datetime | None = DAY) -> None:
    for count in replies:
        Ticket.objects.create(
            customer=customer, opened_at=DAY, closed_at=at, customer_replies=count, created_at=NOON
        )


def test_who_never_wrote_again_of_those_of_whom_it_is_known(two):
    closed(two[0], 0, 0, 2, None)
    closed(two[1], 1, None, None, None)
    closed(two[0], 0, at=None)  # still open
    closed(two[0], 0, at=NEXT_MONTH)

    assert value("first_contact_resolution") == 50  # two of four
    assert told("first_contact_of_all") == 25  # two of eight
    assert figures(OCTOBER)["first_contact_resolution"].is_met is False


def test_where_everybody_wrote_again_it_is_zero(two):
    closed(two[0], 1, 4)
    assert value("first_contact_resolution") == told("first_contact_of_all") == 0


def test_where_nobody_counted_the_messages_it_is_unknown(two):
    closed(two[0], None, None)
    closed(two[1], 0, at=NEXT_MONTH)
    assert value("first_contact_resolution") is told("first_contact_of_all") is None
