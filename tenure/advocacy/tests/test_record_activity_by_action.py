"""Writing down what a happy customer does for us."""

from datetime import date

import pytest

from tenure.advocacy import actions
from tenure.advocacy.models import AdvocacyActivity, AdvocacyStatus, AdvocacyType
from tenure.foundation.audit.models import Deed
from tenure.foundation.refusals import Invalid
from tests.moments import NOON


def record(customer, by, title="A kind word", **more):
    facts = {"activity_type": AdvocacyType.TESTIMONIAL, "status": AdvocacyStatus.REQUESTED} | more
    return actions.record_activity(customer=customer, title=title, **facts, by=by, at=NOON)


def test_it_keeps_what_was_done_and_what_came_of_it(acme, alice):
    record(
        acme, alice, status=AdvocacyStatus.COMPLETED, happens_on=date(2026, 10, 1),
        contact_person="Zoe", outcome="Two new customers",
    )  # fmt: skip

    kept = AdvocacyActivity.objects.get()
    assert (kept.customer, kept.activity_type, kept.status) == (acme, "TESTIMONIAL", "COMPLETED")
    assert (kept.happens_on, kept.contact_person) == (date(2026, 10, 1), "Zoe")
    assert (kept.outcome, kept.created_at) == ("Two new customers", NOON)


def test_it_is_told_with_its_title(acme, alice):
    record(acme, alice)

    deed = Deed.objects.get(code="advocacy.recorded")
    assert (deed.by_name, deed.customer_id) == ("Alice", acme.id)
    assert deed.details == {"subject": "Acme", "activity": "A kind word"}


@pytest.mark.parametrize("status", AdvocacyStatus)
def test_a_favour_that_was_declined_is_worth_a_line_like_any_other(status, acme, alice):
    assert record(acme, alice, status=status).status == status


@pytest.mark.parametrize("wrong", [{"title": ""}, {"activity_type": "GIFT"}, {"status": "MAYBE"}])
def test_what_cannot_be_is_refused_by_name(wrong, acme, alice):
    with pytest.raises(Invalid) as refusal:
        record(acme, alice, **wrong)

    assert list(refusal.value.fields) == list(wrong)
    assert not AdvocacyActivity.objects.exists()
    assert not Deed.objects.filter(code="advocacy.recorded").exists()
