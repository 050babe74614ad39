"""What people do with alerts: by deed, and on the pages."""

from datetime import timedelta

import pytest

from tenure.alerts import actions
from tenure.alerts.words import AlertOutcome
from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Invalid
from tests.moments import NOON, TODAY

NEXT_WEEK = TODAY + timedelta(days=7)


def test_snoozed_until_a_day_it_wakes_on_that_day(red, alice):
    actions.snooze_alerts(alerts=[red.id], until=NEXT_WEEK, by=alice, at=NOON)
    assert actions.wake_alerts(by=alice, at=NOON + timedelta(days=6)) == 0
    assert actions.wake_alerts(by=alice, at=NOON + timedelta(days=7)) == 1

    red.refresh_from_db()
    assert (red.state, red.snoozed_until) == ("OPEN", None)


def test_a_day_to_wake_lies_ahead(red, alice):
    with pytest.raises(Invalid):
        actions.snooze_alerts(alerts=[red.id], until=TODAY, by=alice, at=NOON)


def test_resolved_with_an_outcome_it_is_a_line_in_the_trail(red, alice):
    actions.resolve_alerts(
        alerts=[red.id], outcome=AlertOutcome.FALSE_ALARM, note="A holiday", by=alice, at=NOON
    )

    red.refresh_from_db()
    assert (red.state, red.outcome, red.note) == ("RESOLVED", "FALSE_ALARM", "A holiday")
    deed = Deed.objects.get(code="alert.resolved")
    assert (deed.by_name, deed.customer_id) == ("Alice", red.customer_id)
    assert deed.details["outcome"] == "false alarm"


def test_resolved_twice_it_keeps_the_first_outcome(red, alice):
    for outcome in (AlertOutcome.EXPECTED, AlertOutcome.FALSE_ALARM):
        actions.resolve_alerts(alerts=[red.id], outcome=outcome, by=alice, at=NOON)

    red.refresh_from_db()
    assert red.outcome == "EXPECTED"


def test_opened_again_it_is_at_work_once_more(red, alice):
    actions.resolve_alerts(alerts=[red.id], outcome=AlertOutcome.EXPECTED, by=alice, at=NOON)
    assert actions.reopen_alerts(alerts=[red.id], by=alice, at=NOON) == 1

    red.refresh_from_db()
    assert (red.state, red.outcome, red.resolved_at) == ("OPEN", None, None)


def test_nobody_takes_it_who_looks_after_nobody(red, erin, alice):
    with pytest.raises(Invalid):
        actions.assign_alerts(alerts=[red.id], owner=erin, by=alice, at=NOON)


def work(client, who, alert, do, **told):
    client.force_login(who)
    return client.post("/alerts/work/", {"do": do, "alert": [alert.id], **told})


def test_the_page_offers_to_undo(client, red, alice):
    answer = work(client, alice, red, "snooze", days="7")
    shown = client.get(answer["Location"]).content.decode()

    assert "Undo" in shown
    work(client, alice, red, "reopen")
    red.refresh_from_db()
    assert red.state == "OPEN"


def test_a_csm_works_on_the_own_book_only(client, red, bob):
    work(client, bob, red, "resolve")

    red.refresh_from_db()
    assert red.state == "OPEN"


def test_who_only_reads_is_refused(client, red, erin):
    assert work(client, erin, red, "take").status_code == 403


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "?x=1", ""])
def test_it_leads_back_to_a_page_of_ours(client, red, alice, back):
    address = work(client, alice, red, "take", back=back)["Location"]

    assert address.startswith("/alerts/")


def test_the_inbox_costs_the_same_however_many(client, red, alice, django_assert_max_num_queries):
    client.force_login(alice)
    with django_assert_max_num_queries(9):
        shown = client.get("/alerts/").content.decode()

    assert "In the red, at 30" in shown


@pytest.mark.parametrize("query", ["?state=RESOLVED", "?owner=nobody", "?state=x&rule=y&page=z"])
def test_an_empty_inbox_says_so(client, red, alice, query):
    client.force_login(alice)
    shown = client.get(f"/alerts/{query}")

    assert shown.status_code == 200


def test_an_alert_and_the_rules_say_why(client, red, alice):
    client.force_login(alice)

    for address in (f"/alerts/{red.id}/", f"/customers/{red.customer_id}/alerts/"):
        assert "Its score is below 40" in client.get(address).content.decode()
