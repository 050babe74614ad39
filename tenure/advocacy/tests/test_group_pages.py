"""The customer's page of advocacy, and the pages of groups."""

import pytest

from tenure.advocacy import actions
from tenure.advocacy.models import AdvocacyActivity, Consent, Group, Member


def text(answer) -> str:
    return answer.content.decode()


def test_the_page_of_a_customer_writes_down_a_favour_and_a_consent(as_alice, acme, champion):
    address = f"/customers/{acme.id}/advocacy/"
    page = text(as_alice.get(f"{address}?kind=WEBINAR&contact={champion.id}"))
    assert '<option value="WEBINAR" selected>' in page
    sent = {"do": "favour", "activity_type": "WEBINAR", "contact": champion.id, "title": ""}
    assert as_alice.post(address, sent).status_code == 302
    assert AdvocacyActivity.objects.get().title == "Webinar with Zoe"

    sent = {
        "do": "consent",
        "activity_type": "WEBINAR",
        "words": "Gladly.",
        "agreed_on": "2026-01-01",
    }
    assert as_alice.post(address, sent).status_code == 302
    assert as_alice.post(address, sent).status_code == 422
    given = Consent.objects.get(activity_type="WEBINAR")
    as_alice.post(address, {"do": "revoke", "consent": given.id})
    assert "taken back on" in text(as_alice.get(address))
    assert as_alice.post(address, {"do": "revoke", "consent": "x"}).status_code == 404


@pytest.fixture
def users(alice, now):
    return actions.open_group(kind="USER_GROUP", name="Users", by=alice, at=now)


@pytest.fixture
def member(users, acme, champion, alice, now):
    return actions.add_member(group=users, customer=acme, contact=champion, by=alice, at=now)


def test_a_group_is_opened_and_somebody_joins(as_alice, acme, champion):
    sent = {"kind": "USER_GROUP", "name": "Users"}
    assert as_alice.post("/advocacy/groups/", sent).status_code == 302
    assert as_alice.post("/advocacy/groups/", sent).status_code == 422
    address = f"/advocacy/groups/{Group.objects.get().id}/"
    for customer, contact in (("Nobody", ""), ("acme", "Yan")):
        answer = as_alice.post(address, {"do": "add", "customer": customer, "contact": contact})
        assert answer.status_code == 422

    as_alice.post(address, {"do": "add", "customer": "acme", "contact": "zoe"})
    assert str(Member.objects.get()) == "Zoe of Acme"


def test_it_met_and_somebody_left(as_alice, users, member):
    address = f"/advocacy/groups/{users.id}/"
    sent = {"do": "hold", "held_on": str(member.joined_on), "subject": "Leads",
            "contributed": [member.id]}  # fmt: skip
    assert "Who contributed also came" in text(as_alice.post(address, sent))
    assert as_alice.post(address, sent | {"came": [member.id]}).status_code == 302
    assert "1 of 1 came; Zoe of Acme contributed" in text(as_alice.get(address))

    as_alice.post(address, {"do": "remove", "member": member.id})
    assert "Left before: 1" in text(as_alice.get(address))
    assert as_alice.post(address, {"do": "remove", "member": "x"}).status_code == 404


def test_a_customer_joins_a_group_from_its_page(as_alice, acme, champion, alice, now):
    group = actions.open_group(kind="ADVISORY_BOARD", name="Board", by=alice, at=now)
    as_alice.post(
        f"/customers/{acme.id}/advocacy/", {"do": "join", "group": group.id, "contact": champion.id}
    )

    assert str(Member.objects.get()) == "Zoe of Acme"


def test_a_group_is_renamed_and_a_member_that_did_not_leave_kept(as_alice, users, member):
    address = f"/advocacy/groups/{users.id}/"
    assert as_alice.post(address, {"do": "change", "name": ""}).status_code == 422
    assert as_alice.post(address, {"do": "change", "name": "Council"}).status_code == 302
    as_alice.post(address, {"do": "remove", "member": member.id})
    assert "That was a mistake" in text(as_alice.get(address))

    page = text(as_alice.post(address, {"do": "keep", "member": member.id}, follow=True))
    assert "is a member as before." in page
    assert "<h1>Council</h1>" in page
    assert Member.objects.get().left_on is None
