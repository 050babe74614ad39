"""The pages of advocacy: favours, references, advocates, groups, what is published."""

from datetime import timedelta

import pytest

from tenure.advocacy import actions
from tenure.advocacy.models import (
    AdvocacyStatus,
    AdvocacyType,
)
from tenure.customers.models import Stakeholder
from tenure.health import entering

CALL, PENDING = AdvocacyType.REFERENCE_CALL, AdvocacyStatus.PENDING
LISTS = ("/advocacy/", "/advocacy/find/", "/advocacy/advocates/", "/advocacy/groups/",
         "/advocacy/published/")  # fmt: skip


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize("page", LISTS)
def test_each_page_says_what_to_do_while_there_is_nothing(as_alice, page):
    assert 'class="empty"' in text(as_alice.get(page))


@pytest.mark.parametrize("page", LISTS)
@pytest.mark.parametrize(
    "query", ["?state=NO&kind=NO&owner=x&page=x", "?tier=NO&industry=NO&use_case=%00"]
)
def test_what_makes_no_sense_is_left_out(as_alice, asked_for, page, query):
    assert as_alice.get(page + query).status_code == 200


@pytest.mark.parametrize("page", LISTS)
def test_a_page_costs_the_same_however_long(
    as_alice, asked_for, acme, alice, now, page, django_assert_max_num_queries
):
    group = actions.open_group(kind="USER_GROUP", name="Users", by=alice, at=now)
    for n in range(6):
        more = Stakeholder.objects.create(customer=acme, name=f"Z{n}")
        told = {"customer": acme, "contact": more, "by": alice, "at": now}
        actions.agree_to(activity_type=CALL, words="Yes.", **told)
        actions.add_member(group=group, **told)
        actions.record_activity(
            customer=acme, activity_type="CASE_STUDY", title="Story", status=AdvocacyStatus.COMPLETED,
            facts={"case_study_url": "https://acme.example"}, by=alice, at=now,
        )  # fmt: skip
    as_alice.get(page)
    with django_assert_max_num_queries(9):
        as_alice.get(f"{page}?state=COMPLETED")


def test_the_first_state_that_has_any_is_shown(as_alice, asked_for):
    assert "A call" in text(as_alice.get("/advocacy/"))
    assert "No favour is requested" in text(as_alice.get("/advocacy/?state=REQUESTED"))


def test_a_reference_is_found_with_its_points_and_left_in_peace_once_asked(
    as_alice, asked_for, alice, now
):
    page = text(as_alice.get("/advocacy/find/?industry=Retail&tier=ENTERPRISE&use_case=claims"))
    assert "Industry</b> Retail" in page
    assert "“Twice a year.”" in page
    actions.ask_for_favour(activity=asked_for, by=alice, at=now)

    page = text(as_alice.get("/advocacy/find/"))
    assert "can be asked now: those who did are below" in page
    assert "Zoe.</span>" in page


def test_who_is_not_well_is_not_proposed(as_alice, asked_for, acme, alice, now):
    entering.record_score(
        customer=acme, fields={"score": 40}, by=alice, at=now + timedelta(seconds=1)
    )

    assert "first make it well" in text(as_alice.get("/advocacy/find/"))
