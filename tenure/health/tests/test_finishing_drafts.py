"""What becomes of a draft: tried over all customers, made a version, discarded."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenure.health import actions, scorecards
from tenure.health.models import Draft, Scorecard
from tests.moments import NOON


def test_a_draft_becomes_a_version_in_force_and_is_gone(page, draft):
    client, address = page
    client.post(address, {"levels.GOOD": "65"})

    answer = client.post(f"{address}finish/", {"do": "put", "note": "Why not"})

    row = Scorecard.objects.get(note="Why not")
    assert answer["Location"] == f"/health/scorecards/{row.number}/"
    assert scorecards.in_force().levels["GOOD"] == 65
    assert not Draft.objects.exists()


def test_a_draft_that_changes_nothing_is_no_new_version(page, draft):
    client, address = page
    scorecards.row_in_force()

    answer = client.post(f"{address}finish/", {"do": "save"})

    assert answer.status_code == 409
    assert "the same scorecard as version 1" in answer.content.decode()
    assert Draft.objects.exists()


def test_what_somebody_changed_meanwhile_is_not_overwritten(page, draft):
    client, address = page
    seen = draft.updated_at.isoformat()
    client.post(address, {"levels.GOOD": "65", "seen_at": seen})

    answer = client.post(address, {"levels.GOOD": "70", "seen_at": seen})

    assert answer.status_code == 409
    assert 'value="70"' in answer.content.decode()
    draft.refresh_from_db()
    assert draft.definition["levels"]["GOOD"] == 65


def test_a_draft_is_discarded(page, draft):
    client, address = page

    assert client.post(f"{address}discard/")["Location"] == "/health/scorecards/"
    assert not Draft.objects.exists()


def test_trying_a_draft_tells_who_moves_and_asks_few_questions(page, draft, acme, mona, intent):
    intent(70)
    actions.score_customer(customer=acme, by=mona, at=NOON)
    client, address = page
    client.post(address, {"measures.renewal_intent.curve": "0 → 0, 100 → 80"})

    with CaptureQueriesContext(
        connection,
    ) as asked:
        told = client.get(f"{address}comparison/", headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in told
    assert f'/customers/{acme.id}/">Acme' in told
    assert "70.0 → 56.0" in told
    assert "1 for falling by more than 10 points, 1 for crossing below 60, 0 for" in told
    assert len(asked) <= 14
    assert "<html" in client.get(f"{address}comparison/").content.decode()


def test_trying_says_what_to_do_where_nothing_was_scored(page):
    client, address = page

    assert "Compute scores first" in client.get(f"{address}comparison/").content.decode()
