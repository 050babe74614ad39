"""A favour from the ask to its end: who is left in peace, what needs a consent, what helped a deal."""

from datetime import date, timedelta

import pytest

from tenure.advocacy import actions
from tenure.advocacy.models import AdvocacyActivity, AdvocacyStatus, AdvocacyType
from tenure.customers.models import Stakeholder
from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Invalid
from tests.moments import NOON, TODAY

CALL, STORY = AdvocacyType.REFERENCE_CALL, AdvocacyType.CASE_STUDY
PENDING = AdvocacyStatus.PENDING


@pytest.fixture
def zoe(acme):
    return Stakeholder.objects.create(customer=acme, name="Zoe", email="zoe@acme.example")


@pytest.fixture
def favour(record, zoe):
    return record(STORY, PENDING, facts={"contact": zoe})


def ask(favour, by, days: int = 0, **more):
    return actions.ask_for_favour(activity=favour, by=by, at=NOON + timedelta(days=days), **more)


def agree(favour, by):
    return actions.agree_favour(activity=favour, by=by, at=NOON)


def consent(customer, contact, by, kind=STORY, **more):
    told = {"words": "Gladly."} | more
    return actions.agree_to(
        customer=customer, contact=contact, activity_type=kind, by=by, at=NOON, **told
    )


def complete(favour, by, **fields):
    return actions.complete_favour(
        activity=favour, fields={"outcome": "Published."} | fields, by=by, at=NOON
    )


def test_it_is_asked_agreed_and_done(favour, acme, zoe, alice):
    assert ask(favour, alice).asked_on == TODAY
    consent(acme, zoe, alice)
    agree(favour, alice)
    done = complete(favour, alice, case_study_url="https://acme.example/story")

    assert (done.status, done.happens_on, done.outcome) == ("COMPLETED", TODAY, "Published.")
    told = [deed.code for deed in Deed.objects.filter(customer_id=acme.id).order_by("at", "id")]
    assert {"advocacy.asked", "consent.agreed", "advocacy.agreed", "advocacy.completed"} <= {*told}


def test_who_was_asked_lately_is_left_in_peace(favour, record, zoe, alice):
    ask(favour, alice)
    second = record(CALL, PENDING, facts={"contact": zoe})

    with pytest.raises(actions.NotNow, match="Ask again from 7 December 2026 on"):
        ask(second, alice)
    assert AdvocacyActivity.objects.get(id=second.id).status == PENDING
    assert ask(second, alice, days=14).status == "REQUESTED"


def test_once_it_may_be_too_early_and_the_trail_says_why(favour, record, zoe, mona):
    ask(favour, mona)
    second = ask(record(CALL, PENDING, facts={"contact": zoe}), mona, override="She offered it")

    assert second.status == "REQUESTED"
    deed = Deed.objects.filter(code="advocacy.asked").latest("at", "id")
    assert deed.details["override"] == ", though it was too early: She offered it"


def test_what_makes_them_known_needs_a_consent(favour, acme, zoe, alice):
    ask(favour, alice)
    with pytest.raises(Invalid, match="Write down first what they agreed to"):
        agree(favour, alice)
    consent(acme, zoe, alice, kind=CALL)
    consent(acme, zoe, alice, agreed_on=date(2025, 1, 1), until=date(2026, 1, 1))
    with pytest.raises(Invalid):
        agree(favour, alice)


def test_what_the_customer_as_a_whole_agreed_to_holds_for_its_people(favour, acme, alice):
    ask(favour, alice)
    given = consent(acme, None, alice)
    assert agree(favour, alice).status == "IN_PROGRESS"

    actions.revoke_consent(consent=given, by=alice, at=NOON)
    with pytest.raises(actions.AlreadyRevoked):
        actions.revoke_consent(consent=given, by=alice, at=NOON)


def test_a_consent_is_written_down_once_and_about_its_own_people(acme, zoe, alice, globex):
    consent(acme, zoe, alice)
    with pytest.raises(Exception, match="They agreed to this already"):
        consent(acme, zoe, alice)
    with pytest.raises(Invalid, match="somebody of this customer"):
        consent(globex, zoe, alice)


@pytest.mark.parametrize("deed", [actions.decline_favour, actions.cancel_favour])
def test_it_ends_with_a_reason(deed, favour, alice):
    ask(favour, alice)
    with pytest.raises(Invalid, match="Say why"):
        deed(activity=favour, reason=" ", by=alice, at=NOON)
    ended = deed(activity=favour, reason="Legal says no", by=alice, at=NOON)

    assert (ended.outcome, ended.happens_on) == ("Legal says no", TODAY)
    with pytest.raises(actions.NotYet):
        ask(favour, alice)


def test_what_is_offered_was_not_asked_for(record, alice):
    offered = agree(record(AdvocacyType.WEBINAR, PENDING), alice)

    assert (offered.status, offered.asked_on) == ("IN_PROGRESS", None)


def test_it_is_done_with_an_outcome(record, alice):
    webinar = agree(record(AdvocacyType.WEBINAR, PENDING), alice)
    with pytest.raises(Invalid, match="Say what came of it"):
        complete(webinar, alice, outcome="")


def test_what_the_api_requests_counts_as_an_ask(activity, record, alice):
    assert activity.asked_on == TODAY
    with pytest.raises(actions.NotNow):
        ask(record(CALL, PENDING), alice)
