"""An agenda is proposed from what changed since the last review; each line says from what it comes."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tenure.customers.models import Stakeholder
from tenure.portfolio.reviewing.agenda import propose_agenda
from tenure.portfolio.reviewing.months import ticket_months, usage_months
from tenure.portfolio.reviewing.people import propose_attendees
from tenure.portfolio.reviewing.since import since_last
from tenure.portfolio.tests.deck_of_acme import fill
from tenure.reviews import actions
from tenure.reviews.lines import ActionItem
from tenure.reviews.models import ReviewType
from tests.moments import NOON, TODAY

QUARTERLY = ReviewType.QUARTERLY


@pytest.fixture
def met(acme, alice):
    """Acme, with a story, and a quarterly review in August and a monthly one in October."""
    fill(acme, alice)
    told = {"customer": acme, "attendees": [], "by": alice, "at": NOON}
    actions.hold_review(review_type=ReviewType.MONTHLY, facts={}, **told,
                        reviewed_at=datetime(2026, 10, 20, 10, tzinfo=UTC))  # fmt: skip
    review = actions.hold_review(review_type=QUARTERLY, facts={"decisions": ["Bring the office in"]},
                                 **told, reviewed_at=datetime(2026, 9, 10, 10, tzinfo=UTC))  # fmt: skip
    items = [ActionItem("Name a sponsor", "Zoe", date(2026, 11, 20))]
    return actions.agree_on(review=review, items=items, by=alice, at=NOON)


def lines(customer, kind=QUARTERLY) -> dict[str, list[str]]:
    """By source, the texts."""
    found: dict[str, list[str]] = {}
    for line in propose_agenda(since_last(customer, kind, NOON), kind):
        found.setdefault(line.source, []).append(line.text)
    return found


def test_it_looks_back_to_the_last_review_that_looked_as_far(met, acme):
    assert since_last(acme, QUARTERLY, NOON).first == date(2026, 9, 10)
    assert since_last(acme, ReviewType.MONTHLY, NOON).first == date(2026, 10, 20)
    assert since_last(acme, ReviewType.ANNUAL, NOON).first == TODAY - timedelta(days=365)


def test_the_programme_is_first_then_what_was_left_of_last_time(met, acme):
    found = lines(acme)
    assert list(found)[:3] == ["Programme", "Last review", "Action items"]
    assert found["Last review"] == ["Decided on 10 Sep: Bring the office in"]
    assert found["Action items"] == ["Still open: Name a sponsor (Alice, due 20 Nov, late)"]


def test_it_tells_value_usage_plan_and_tickets_since_then(met, acme):
    found = lines(acme)
    assert found["Value"] == ["Achieved: Policies sold: $2,500, confirmed by Zoe"]
    assert found["Usage"] == ["20 people use it on a working day in October, 40 in August"]
    assert found["Plan"] == ["Late by 22 days: Two teams"]
    assert found["Tickets"][0] == "Support: 3 opened, 2 solved, 1 open now"


def test_health_is_told_with_what_moved_it(met, acme):
    first, *reasons = lines(acme)["Health"]
    assert first.startswith("Health fell from ")
    # 25 days of 30 logins by 40 people, then 114 logins of 20 in 30 days
    assert reasons[0].startswith("Logins fell from 4.4 to 1.3 a user and week")


def test_each_line_leads_to_its_rows(met, acme, client, alice):
    client.force_login(alice)
    told = propose_agenda(since_last(acme, QUARTERLY, NOON), QUARTERLY)
    rows = {line.rows for line in told if line.rows}
    assert len(rows) >= 6
    assert {client.get(address).status_code for address in rows} == {200}


def test_of_a_customer_of_whom_nothing_is_known_only_the_programme_speaks(acme):
    assert lines(acme).keys() == {"Programme", "Contract"}
    assert lines(acme, ReviewType.EXECUTIVE).keys() == {"Contract"}


def test_those_come_whom_the_programme_names_and_who_are_still_there(acme, alice, mona):
    for name, role in (("Zoe", "SPONSOR"), ("Yan", "CHAMPION"), ("Wim", "BILLING")):
        Stakeholder.objects.create(customer=acme, name=name, role=role, title="")
    Stakeholder.objects.create(customer=acme, name="Old", role="SPONSOR", left_on=TODAY)

    names = [one.name for one in propose_attendees(acme, QUARTERLY)]
    assert names == ["Alice", "Mona", "Zoe", "Yan"]
    assert [one.ours for one in propose_attendees(acme, QUARTERLY)] == [True, True, False, False]


def test_where_several_could_be_meant_nobody_is_asked(acme, mona):
    type(mona).objects.create(email="m2@tenure.example", name="Mia", role="manager")
    assert "Mona" not in [one.name for one in propose_attendees(acme, QUARTERLY)]


def test_a_month_without_use_is_zero_and_one_before_the_first_is_unknown():
    days = [(date(2026, 8, 31), 22, None), (date(2026, 10, 1), 44, None)]
    found = usage_months(days, date(2026, 1, 1), date(2026, 10, 31))

    told = [(one.first.month, one.logins, one.users) for one in found]
    assert told == [(8, None, 22 / 21), (9, None, 0), (10, None, 2)]  # of 21, 22 and 22 weekdays
    assert usage_months([], date(2026, 1, 1), date(2026, 10, 31)) == []
    assert usage_months(days, date(2026, 1, 1), None) == []


def test_the_month_that_runs_is_left_out():
    found = ticket_months([date(2026, 10, 3), TODAY], [TODAY], date(2026, 10, 1), TODAY)
    assert [(one.first.month, one.opened, one.closed) for one in found] == [(10, 1, 0)]
