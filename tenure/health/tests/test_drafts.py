"""Drafts of the scorecard: typed, kept right or wrong, tried, made a version."""

from html import unescape

import pytest

from tenure.health import drafting
from tenure.health.models import Draft, Scorecard
from tenure.health.typed import curve_in, number_in, text_of
from tenure.programme import in_force

CARD = in_force.scorecard()


def test_a_draft_starts_as_what_is_in_force(mona, sign_in):
    answer = sign_in(mona).post("/health/drafts/", {"name": "Softer", "based_on": "in-force"})

    draft = Draft.objects.get()
    assert answer["Location"] == f"/health/drafts/{draft.id}/"
    assert (draft.name, draft.person) == ("Softer", mona)
    assert drafting.read(draft.definition) == (CARD, [])


def test_a_draft_needs_a_name(mona, sign_in):
    answer = sign_in(mona).post("/health/drafts/", {"name": " ", "based_on": "in-force"})

    assert answer.status_code == 422
    assert not Draft.objects.exists()


def test_what_is_typed_is_kept_and_told_as_a_difference(page, draft):
    client, address = page

    client.post(address, {"levels.GOOD": "65", "measures.nps.curve": "-50 -> 0, 100: 100"})

    told = unescape(client.get(address).content.decode())
    assert "Good: begins at 60 → 65." in told
    assert "NPS: curve −100 → 0, 100 → 100; now −50 → 0, 100 → 100." in told
    assert "It adds up." in told


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("engagement.weight.ENTERPRISE", "30", "The components weigh 105 for ENTERPRISE, not 100."),
        ("measures.nps.weight", "50", "The measures of satisfaction weigh 110, not 100."),
        ("measures.nps.curve", "0 → 0", "The curve of nps needs at least two points."),
        ("measures.nps.curve", "0 → 0, 5 → 90, 9 → 3", "The curve of nps goes up and down"),
        ("measures.nps.curve", "up", "“up” is no curve, such as 0 → 0, 5 → 100."),
        ("measures.nps.curve.TRIAL", "0 → 0, 1 → 101", "The curve of nps leaves the range"),
        ("levels.GOOD", "many", "“many” is no number."),
        ("levels.FAIR", "60", "The level GOOD begins at 60, not above FAIR."),
        ("renewal_near_days", "", "Something is missing."),
        ("renewal_near_days", "1.5", "Expected `int`, got `float`."),
    ],
)
def test_a_wrong_draft_is_kept_as_typed_and_says_what_is_wrong_in_its_field(
    page, draft, field, text, words
):
    client, address = page
    client.post(address, {field: text})

    shown = unescape(client.get(address).content.decode())
    assert words in shown
    assert f'name="{field}" value="{text}"' in shown
    checked = client.post(f"{address}check/", {field: text})
    assert words in unescape(checked.content.decode())
    assert client.post(f"{address}finish/", {"do": "put"}).status_code == 422
    assert not Scorecard.objects.exists()


def test_checking_keeps_nothing(page, draft):
    client, address = page

    told = client.post(f"{address}check/", {"engagement.weight.ENTERPRISE": "20"}).content.decode()

    assert 'id="sum-tier-ENTERPRISE" class="num late" hx-swap-oob="true">95' in told
    draft.refresh_from_db()
    assert drafting.read(draft.definition)[0] == CARD


def test_a_tier_left_empty_weighs_and_scores_as_all_tiers_do(page, draft):
    client, address = page
    parts = ("engagement", "success", "financial")
    empty = {f"{part}.weight.{tier}": "" for part in parts
             for tier in ("ENTERPRISE", "SMALL_BUSINESS")}  # fmt: skip
    client.post(address, empty | {"measures.time_to_value.curve.ENTERPRISE": ""})

    draft.refresh_from_db()
    card, _ = drafting.read(draft.definition)
    assert [part.weight_for("SMALL_BUSINESS") for part in card.component] == [30, 30, 20, 20]
    assert "ENTERPRISE" not in card.component[1].measures[2].curve_by_tier


def test_measures_are_removed_and_added_with_what_was_typed_before(page, draft):
    client, address = page
    client.post(address, {"do": "remove.complaints", "measures.nps.weight": "50"})
    client.post(address, {"do": "add.engagement", "add.engagement": "complaints"})
    client.post(address, {"do": "add.engagement", "add.engagement": "nps"})  # it is in already

    draft.refresh_from_db()
    parts = {part["code"]: part["measures"] for part in draft.definition["component"]}
    assert [one["code"] for one in parts["satisfaction"]] == ["nps", "csat", "ticket_satisfaction"]
    assert parts["satisfaction"][0]["weight"] == 50
    assert parts["engagement"][-1]["code"] == "complaints"
    client.post(
        address, {"measures.complaints.weight": "10", "measures.login_frequency.weight": "30"}
    )
    draft.refresh_from_db()
    assert drafting.read(draft.definition)[1] == []


def test_a_component_without_measures_is_left_out(page, draft):
    client, address = page
    for one in CARD.component[3].measures:
        client.post(address, {"do": f"remove.{one.code}"})
    tiers = ("default", "ENTERPRISE", "MID_MARKET", "SMALL_BUSINESS")
    weights = {"engagement": 40, "success": 40, "satisfaction": 20, "financial": 0}
    client.post(
        address, {f"{part}.weight.{tier}": n for part, n in weights.items() for tier in tiers}
    )

    draft.refresh_from_db()
    card, faults = drafting.read(draft.definition)
    assert (faults, len(card.component)) == ([], 3)


@pytest.mark.parametrize(
    ("text", "number"),
    [("5", 5), (" −2.5 ", -2.5), ("30%", 30), ("", ""), ("nan", "nan"), ("1_0", "1_0"), ("x", "x")],
)
def test_a_number_is_read_or_kept_as_it_was_typed(text, number):
    assert number_in(text) == number


def test_a_curve_reads_back_as_it_is_shown():
    for measure in CARD.measures:
        shown = text_of([list(point) for point in measure.curve])
        assert curve_in(shown) == [list(point) for point in measure.curve]
