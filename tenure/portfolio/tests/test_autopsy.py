"""Looking back at who left: since when the data showed it, and what was done."""

from datetime import UTC, datetime, time
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenure.customers.models import Customer, Stakeholder
from tenure.health.models import HealthScore
from tenure.health.tests.worlds import ago, answer, contract, milestone, ticket
from tenure.portfolio.autopsy import autopsy_view
from tenure.programme.in_force import scorecard
from tenure.proof.autopsy import autopsy
from tests.moments import TODAY

MOST_QUERIES = 30


@pytest.fixture
def gone(acme):
    """Acme's answers turn bad 200 days ago; it leaves 60 days ago. Its mean CSAT of 180 days and so
    its health sink slowly."""
    contract(acme, 500, 48_000, ends_on=ago(60))
    for days in range(60, 500, 10):
        answer(acme, "CSAT", 1 if days < 200 else 5, days)
        ticket(acme, days)
    Customer.objects.filter(id=acme.id).update(
        status="CHURNED", churned_on=ago(60), contract_starts_on=ago(500)
    )
    acme.refresh_from_db()
    return acme


def test_the_first_day_below_60_that_lasted_is_found(gone):
    found = autopsy(gone, scorecard(), TODAY)
    scores = dict(zip(range(len(found.scores)), found.scores, strict=True))
    start = (found.showed_since - found.first).days

    assert (found.left_on, len(found.scores)) == (ago(60), 365)
    assert scores[start - 1] >= 60
    assert all(scores[day] < 60 for day in range(start, 365))
    assert found.lead_days == 365 - start > 30


def test_what_gave_way_is_named_with_its_readings(gone):
    """Of the last 180 days that were known, 13 answers are a 1 and 5 a 5: 38 of 18."""
    (one,) = autopsy(gone, scorecard(), TODAY).gave_way

    assert (one.title, one.evidence) == ("CSAT", "CSAT 5.0 → 2.1 of 5")


def test_it_says_since_when_it_could_be_read_here(gone):
    for days, score in ((100, 70), (90, 55), (80, 50), (50, 90)):
        HealthScore.objects.create(
            customer=gone, recorded_at=datetime.combine(ago(days), time(5), UTC), score=score,
            level="GOOD",
        )  # fmt: skip

    assert autopsy(gone, scorecard(), TODAY).shown_since == ago(90)


def test_who_never_left_has_no_autopsy(acme):
    contract(acme, 500, 48_000)

    assert autopsy(acme, scorecard(), TODAY) is None


def test_the_story_has_people_complaints_and_what_we_did_in_order(gone):
    milestone(gone, 150, 155)
    ticket(gone, 140, is_escalated=True)
    Stakeholder.objects.create(
        customer=gone, name="Zoe", role="CHAMPION", left_on=ago(160), external_id="Z"
    )
    Stakeholder.objects.create(
        customer=gone, name="Yan", role="USER", left_on=ago(20), external_id="Y"
    )

    moments = autopsy_view(gone, scorecard(), TODAY)["moments"]

    told = [(one.kind, one.lead_days) for one in moments if one.kind != "sign"]
    assert told == [("ours", 240), ("people", 100), ("ours", 95), ("complaint", 80)]
    assert [one.day for one in moments] == sorted(one.day for one in moments)


def test_only_what_was_done_after_it_showed_is_counted(gone):
    since = autopsy(gone, scorecard(), TODAY).showed_since
    milestone(gone, 60, (TODAY - since).days - 1)
    milestone(gone, 60, (TODAY - since).days + 1)

    assert autopsy_view(gone, scorecard(), TODAY)["done_since"] == 1


def test_marks_have_room_beside_each_other(gone):
    marks = autopsy_view(gone, scorecard(), TODAY)["marks"]

    gaps = [(two.day - one.day).days for one, two in pairwise(marks)]
    assert marks
    assert all(gap >= 21 for gap in gaps)


def test_the_page_of_a_customer_that_is_here_says_so(acme, erin, sign_in):
    page = sign_in(erin).get(f"/customers/{acme.id}/autopsy/").content.decode()

    assert "Acme has not left" in page


def test_the_page_tells_and_asks_the_database_little(acme, erin, sign_in):
    contract(acme, 900, 48_000, ends_on=ago(600))
    for days in range(600, 900, 20):
        ticket(acme, days, satisfaction=5 if days > 700 else 1)
    Customer.objects.filter(id=acme.id).update(
        status="CHURNED", churned_on=ago(600), contract_starts_on=ago(900)
    )
    client = sign_in(erin)

    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/customers/{acme.id}/autopsy/").content.decode()

    assert "Since when it showed" in page
    assert "Acme" in client.get(f"/customers/{acme.id}/").content.decode()
    assert f'/customers/{acme.id}/autopsy/">Autopsy</a>' in page
    assert len(asked) <= MOST_QUERIES
