"""Files of requests: what is taken, what is refused, and what a file without states leaves alone."""

from datetime import UTC, datetime

import pytest

from tenure.requests import actions
from tenure.requests.models import Request
from tests.moments import NOON

HEADER = (
    "external_id,customer_external_id,title,theme,asked_on,state,acknowledged_at,ended_at,answer\n"
)
ASKED = "Q-1,C-1,Route by state,Lead routing,2026-01-05,,,,\n"
DAYS = "external_id,customer_external_id,title,theme,asked_on\n"


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        ("Q-2,C-9,T,Reports,2026-01-05,,,,", "customer_external_id", "no customer with this"),
        ("Q-2,C-1,,Reports,2026-01-05,,,,", "title", ""),
        ("Q-2,C-1,T,,2026-01-05,,,,", "theme", ""),
        ("Q-2,C-1,T,Reports,2999-01-05,,,,", "asked_on", "This day has not come yet"),
        ("Q-2,C-1,T,Reports,2026-01-05,DREAMT,,,", "state", "DREAMT"),
        ("Q-2,C-1,T,Reports,2026-01-05,ASKED,2026-01-06,,", "acknowledged_at", "only asked"),
        ("Q-2,C-1,T,Reports,2026-01-05,PLANNED,,,", "acknowledged_at", "Say when they were told"),
        ("Q-2,C-1,T,Reports,2026-01-05,,2026-01-01,,", "acknowledged_at", "before it was asked"),
        ("Q-2,C-1,T,Reports,2026-01-05,DELIVERED,2026-01-06,,", "ended_at", "Say when it was"),
        ("Q-2,C-1,T,Reports,2026-01-05,PLANNED,2026-01-06,2026-01-07,", "ended_at", "has no end"),
        ("Q-2,C-1,T,Reports,2026-01-05,DELIVERED,2026-01-08,2026-01-07,", "ended_at", "before it was"),
        ("Q-2,C-1,T,Reports,2026-01-05,DECLINED,2026-01-06,2026-01-07,", "answer", "Say why"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_its_field(bring_in, acme, row, field, words):
    outcome = bring_in(f"{HEADER}{ASKED}{row}\n")

    assert (outcome.created, outcome.refused) == (1, 1)
    (refusal,) = outcome.refusals
    assert (refusal.line, refusal.field) == (3, field)
    assert words in refusal.reason
    assert Request.objects.get().external_id == "Q-1"


@pytest.mark.parametrize(
    ("column", "value"), [("stakeholder_email", "no@x.example"), ("feature", "Telepathy")]
)
def test_somebody_and_something_unknown_is_refused(bring_in, acme, column, value):
    outcome = bring_in(f"{DAYS.strip()},{column}\nQ-1,C-1,T,Reports,2026-01-05,{value}\n")

    assert [refusal.field for refusal in outcome.refusals] == [column]
    assert not Request.objects.exists()


def test_a_time_alone_makes_it_acknowledged_and_an_end_tells_the_latest(bring_in, acme):
    bring_in(
        HEADER
        + "Q-1,C-1,T,Reports,2026-01-05,,2026-01-06 12:00,,\n"
        + "Q-2,C-1,T,Reports,2026-01-05,DELIVERED,,2026-01-09 12:00,\n"
    )

    found = {one.external_id: (one.state, one.acknowledged_at) for one in Request.objects.all()}
    assert found == {
        "Q-1": ("ACKNOWLEDGED", datetime(2026, 1, 6, 12, tzinfo=UTC)),
        "Q-2": ("DELIVERED", datetime(2026, 1, 9, 12, tzinfo=UTC)),
    }


def test_a_file_without_states_keeps_them(bring_in, acme, alice):
    bring_in(HEADER + ASKED)
    actions.plan_request(request=Request.objects.get(), answer="In spring", by=alice, at=NOON)

    assert bring_in(f"{DAYS}Q-1,C-1,Route by line,Lead routing,2026-01-05\n").changed == 1
    found = Request.objects.get()
    assert (found.title, found.state, found.answer) == ("Route by line", "PLANNED", "In spring")


def test_one_theme_is_spelled_one_way_whatever_its_capitals(bring_in, acme):
    text = f"{DAYS}Q-1,C-1,T,Lead routing,2026-01-05\nQ-2,C-1,T,LEAD ROUTING,2026-01-05\n"
    bring_in(text)
    (spelled,) = Request.objects.values_list("theme", flat=True).distinct()

    bring_in(f"{DAYS}Q-3,C-1,T,lead Routing,2026-01-05\n")
    assert bring_in(text).unchanged == 2
    assert set(Request.objects.values_list("theme", flat=True)) == {spelled}


def test_trying_a_file_keeps_nothing(bring_in, acme):
    assert bring_in(HEADER + ASKED, only_try=True).created == 1
    assert not Request.objects.exists()
