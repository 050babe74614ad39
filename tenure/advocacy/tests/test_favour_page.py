"""The page of one favour: from the ask to the deal, what is wrong, and who may."""

import pytest

from tenure.advocacy import actions
from tenure.advocacy.models import AdvocacyStatus, AdvocacyType

CALL, PENDING = AdvocacyType.REFERENCE_CALL, AdvocacyStatus.PENDING


def text(answer) -> str:
    return answer.content.decode()


def test_it_goes_from_the_ask_to_the_deal_on_its_page(as_alice, asked_for):
    address = f"/advocacy/{asked_for.id}/"
    sent = [
        {"do": "ask"}, {"do": "agree"}, {"do": "complete", "outcome": "They bought."},
        {"do": "link", "name": "Initech", "annual_value": "3000", "state": "WON"},
    ]  # fmt: skip
    for one in sent:
        assert as_alice.post(address, one).status_code == 302
    asked_for.refresh_from_db()
    assert (asked_for.status, asked_for.deal.name, asked_for.deal.state) == (
        "COMPLETED",
        "Initech",
        "WON",
    )
    assert "Initech" in text(as_alice.get("/advocacy/published/"))


def test_a_deal_that_it_did_not_help_is_taken_from_it(as_alice, asked_for):
    address = f"/advocacy/{asked_for.id}/"
    for do in ({"do": "ask"}, {"do": "agree"}, {"do": "complete", "outcome": "They bought."}):
        as_alice.post(address, do)
    as_alice.post(address, {"do": "link", "name": "Hooli", "annual_value": "1", "state": "OPEN"})
    assert "It did not help it" in text(as_alice.get(address))

    as_alice.post(address, {"do": "unlink"})
    asked_for.refresh_from_db()
    assert asked_for.deal is None
    assert "It did not help it" not in text(as_alice.get(address))


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"do": "cancel", "reason": ""}, "This field is required"),
        ({"do": "link", "name": "x", "annual_value": "-1", "state": "WON"}, "greater than or equal to 0"),
    ],
)  # fmt: skip
def test_what_is_wrong_stands_beside_its_field(as_alice, asked_for, sent, words):
    answer = as_alice.post(f"/advocacy/{asked_for.id}/", sent)

    assert (answer.status_code, words in text(answer)) == (422, True)


def test_what_cannot_follow_is_said(as_alice, asked_for):
    answer = as_alice.post(
        f"/advocacy/{asked_for.id}/", {"do": "complete", "outcome": "x"}, follow=True
    )

    assert "It is pending by now" in text(answer)


def test_only_a_leader_asks_before_the_rest_is_over(
    client, as_alice, asked_for, mona, acme, champion, alice, now
):
    second = actions.record_activity(
        customer=acme, activity_type=CALL, title="Again", status=PENDING, facts={"contact": champion},
        by=alice, at=now,
    )  # fmt: skip
    actions.ask_for_favour(activity=asked_for, by=alice, at=now)
    address, sent = f"/advocacy/{second.id}/", {"do": "ask", "override": "She offered"}
    answer = as_alice.post(address, sent)
    assert (answer.status_code, "Ask again from" in text(answer)) == (422, True)

    client.force_login(mona)
    assert client.post(address, sent).status_code == 302


def test_who_does_not_look_after_the_customer_reads_only(client, bob, asked_for, acme):
    client.force_login(bob)
    assert "We ask them today" not in text(client.get(f"/advocacy/{asked_for.id}/"))
    assert client.post(f"/advocacy/{asked_for.id}/", {"do": "ask"}).status_code == 403
    assert client.post(f"/customers/{acme.id}/advocacy/", {"do": "favour"}).status_code == 403
