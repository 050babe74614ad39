"""Measures of one's own: tried, kept, counted in a scorecard, explained, and never bent."""

from html import unescape

import numpy as np
import pytest

from tenure.health import actions, drafting, inventing, scorecards
from tenure.health.models import HealthScore, OwnMeasure
from tenure.health.previewing import spread
from tenure.health.tests.worlds import contract, ticket
from tenure.programme import in_force
from tests.moments import NOON

LIST = "/health/measures/"
FIELDS = {
    "title": "Escalations per seat", "expression": "complaints / seats * 100", "unit": "%",
    "digits": 1, "definition": "",
}  # fmt: skip


@pytest.fixture
def load(mona):
    return inventing.add_measure(fields=FIELDS, by=mona, at=NOON)


@pytest.fixture
def busy(acme):
    """Acme with 8 seats and 2 escalations: 25%."""
    contract(acme, 100, 48_000, seats=8)
    ticket(acme, 3, is_escalated=True)
    ticket(acme, 4, is_escalated=True)
    return acme


def put_in_force(load, mona, sign_in):
    """A scorecard that counts the measure beside login frequency, through the pages."""
    draft = drafting.start_draft(
        name="With it", definition=scorecards.plain_values(in_force.scorecard()), by=mona, at=NOON
    )
    client, address = sign_in(mona), f"/health/drafts/{draft.id}/"
    client.post(address, {"do": "add.engagement", "add.engagement": load.code})
    typed = {f"measures.{load.code}.weight": "20", f"measures.{load.code}.curve": "0 → 100, 50 → 0",
             "measures.login_frequency.weight": "20"}  # fmt: skip
    client.post(address, typed)
    assert client.post(f"{address}finish/", {"do": "put"}).status_code == 302
    return client


def test_a_measure_is_tried_before_it_is_kept(busy, mona, sign_in):
    page = sign_in(mona).post(LIST, FIELDS | {"do": "try"}).content.decode()

    assert "Of all 1 customers" in page
    assert f'/customers/{busy.id}/">Acme</a>: <b class="num">25.0</b>' in page
    assert not OwnMeasure.objects.exists()


def test_a_measure_is_kept_under_a_code_from_its_title(mona, sign_in):
    client = sign_in(mona)
    client.post(LIST, FIELDS | {"do": "keep"})
    client.post(LIST, FIELDS | {"do": "keep"})

    codes = OwnMeasure.objects.order_by("code").values_list("code", flat=True)
    assert list(codes) == ["own_escalations_per_seat", "own_escalations_per_seat_2"]
    assert "complaints / seats * 100" in client.get(LIST).content.decode()


def test_an_expression_that_cannot_be_computed_is_refused_with_its_place(mona, sign_in):
    answer = sign_in(mona).post(LIST, FIELDS | {"expression": "complaints / sets", "do": "keep"})

    assert answer.status_code == 422
    words = "“sets” is no fact that Tenure knows; did you mean seats? (character 14)."
    assert words in unescape(answer.content.decode())
    assert not OwnMeasure.objects.exists()


def test_a_measure_that_is_counted_scores_and_explains_itself(load, busy, mona, sign_in):
    client = put_in_force(load, mona, sign_in)

    actions.score_customer(customer=busy, by=mona, at=NOON)

    score = HealthScore.objects.get()
    card = scorecards.card_of(score.scorecard.definition)
    at = [measure.code for measure in card.measures].index(load.code)
    assert (score.measured[at], score.measure_scores[at]) == (25, 50)
    page = unescape(client.get(f"/customers/{busy.id}/").content.decode())
    assert "Escalations per seat 25.0%" in page
    assert "Computed as complaints / seats * 100." in client.get("/health/").content.decode()


def test_what_is_counted_keeps_its_expression_and_may_be_described_anew(load, mona, sign_in):
    client = put_in_force(load, mona, sign_in)
    address = f"{LIST}{load.id}/"

    answer = client.post(address, FIELDS | {"expression": "complaints", "do": "keep"})
    assert answer.status_code == 422
    assert "It is counted in scorecard 1: make another" in answer.content.decode()
    client.post(address, FIELDS | {"definition": "Trouble by size.", "do": "keep"})

    load.refresh_from_db()
    assert (load.expression, load.definition) == (FIELDS["expression"], "Trouble by size.")


def test_what_is_removed_still_scores_and_its_code_stays_taken(load, busy, mona, sign_in):
    client = put_in_force(load, mona, sign_in)

    client.post(f"{LIST}{load.id}/remove/")

    assert actions.score_customer(customer=busy, by=mona, at=NOON).scored == 1
    again = inventing.add_measure(fields=FIELDS, by=mona, at=NOON)
    assert again.code == "own_escalations_per_seat_2"


def test_a_preview_tells_the_spread_of_what_is_known():
    nan = float("nan")

    told = spread(list("abcdef"), np.array([3, nan, 1, 2, 100, nan]), 12)

    assert (told.known, told.least, told.median, told.most) == (4, 1, 2.5, 100)
    assert told.is_a_sample
    assert sum(bar.customers for bar in told.bars) == 4
    assert told.examples == (("c", 1), ("d", 2), ("a", 3), ("e", 100))
    assert spread(["a"], np.array([nan]), 1).bars == ()
    assert [bar.customers for bar in spread(["a", "b"], np.array([7.0, 7.0]), 2).bars] == [2]
