"""What happy customers do for us: asked, agreed to in their own words, done, and what it helped."""

from datetime import date
from decimal import Decimal
from typing import Any

from tenure.advocacy import actions
from tenure.advocacy.models import AdvocacyActivity, Consent
from tenure.advocacy.words import AdvocacyStatus, AdvocacyType, DealState
from tenure.customers.models import Stakeholder
from tenure.demo.scene import Player, Scene

KINDS = (AdvocacyType.REFERENCE_CALL, AdvocacyType.CASE_STUDY, AdvocacyType.TESTIMONIAL,
         AdvocacyType.WEBINAR, AdvocacyType.SPEAKER_EVENT, AdvocacyType.PRESS_RELEASE)  # fmt: skip
AGREED = (
    "Gladly, twice a year at most, and not in December.",
    "Yes, as long as our figures are shown to us first.",
    "Our press office wants to read it before it is printed.",
)
OUTCOMES = {
    AdvocacyType.REFERENCE_CALL: "They talked for forty minutes; the prospect asked for an offer.",
    AdvocacyType.CASE_STUDY: "Published with their own figures.",
    AdvocacyType.TESTIMONIAL: "Two sentences and a photograph, on the front page.",
    AdvocacyType.WEBINAR: "A hundred and twenty listeners, nine of them new names.",
    AdvocacyType.SPEAKER_EVENT: "A full room, and four conversations afterwards.",
    AdvocacyType.PRESS_RELEASE: "Taken up by two trade papers.",
}
PROSPECTS = ("Harbor Mutual", "Sequoia Brokers", "Bluestone Insurance", "Cedar & Pine Agency")
DECLINES = "Their legal department allows no public word this year."
AGREES_AFTER, DONE_AFTER = 6, 27
STEP = (AdvocacyStatus.REQUESTED, AdvocacyStatus.IN_PROGRESS)


def favours_are_done(scene: Scene, since: date, end: date) -> None:
    """Happy customers speak for us: a reference, a story, a word on a stage."""
    for player in scene.here(end):
        number = player.fact.number
        if not player.fact.arc.is_advocate or player.fact.engagement(end) < 0.8:
            continue
        for place, day in enumerate((260 + number % 90, 430 + number % 70, 520 + number % 20)):
            if player.reaches(day, since, end):
                _ask(scene, player, KINDS[(number + place) % len(KINDS)], end)
    players = {player.customer.id: player for player in scene.players}
    there = AdvocacyActivity.objects.filter(status__in=STEP).select_related("customer", "contact")
    for favour in there.order_by("created_at", "id"):
        if not players[favour.customer_id].has_left:
            _go_on(scene, players[favour.customer_id], favour, end)


def _ask(scene: Scene, player: Player, kind: AdvocacyType, end: date) -> None:
    """Written down and asked for at once, unless somebody was asked too lately: then it waits."""
    told: dict[str, Any] = {"by": player.csm, "at": scene.at(end, 13)}
    champion = champion_of(player)
    favour = actions.record_activity(
        customer=player.customer, activity_type=kind, status=AdvocacyStatus.PENDING,
        title=f"{kind.label} with {player.customer.name}", facts={"contact": champion},
        contact_person=player.fact.champion.name, **told,
    )  # fmt: skip
    try:
        actions.ask_for_favour(activity=favour, **told)
    except actions.NotNow:
        return


def champion_of(player: Player) -> Stakeholder | None:
    """The champion, while there; else nobody in particular."""
    there = Stakeholder.objects.filter(customer=player.customer, left_on=None)
    return there.filter(name=player.fact.champion.name).first()


def _go_on(scene: Scene, player: Player, favour: AdvocacyActivity, end: date) -> None:
    assert favour.asked_on is not None
    told: dict[str, Any] = {"activity": favour, "by": player.csm, "at": scene.at(end, 14)}
    age, number = (end - favour.asked_on).days, player.fact.number
    if favour.status == AdvocacyStatus.REQUESTED and age >= AGREES_AFTER:
        if number % 6 == 5:
            actions.decline_favour(reason=DECLINES, **told)
            return
        consent_to(scene, player, AdvocacyType(favour.activity_type), favour.contact, end)
        actions.agree_favour(**told)
    elif favour.status == AdvocacyStatus.IN_PROGRESS and age >= DONE_AFTER:
        _done(scene, player, favour, end, told)


def _done(
    scene: Scene, player: Player, favour: AdvocacyActivity, end: date, told: dict[str, Any]
) -> None:
    kind, number = AdvocacyType(favour.activity_type), player.fact.number
    fields: dict[str, Any] = {"outcome": OUTCOMES[kind], "happens_on": end}
    address = f"https://stories.tenure.example/{player.customer.name.lower().replace(' ', '-')}"
    if kind == AdvocacyType.CASE_STUDY:
        fields["case_study_url"] = address
    if kind == AdvocacyType.TESTIMONIAL:
        fields["testimonial_url"] = f"{address}#quote"
    actions.complete_favour(fields=fields, **told)
    if kind == AdvocacyType.REFERENCE_CALL:
        consent_to(scene, player, AdvocacyType.TESTIMONIAL, favour.contact, end)
    if number % 3 != 1:
        state = (DealState.WON, DealState.OPEN, DealState.WON, DealState.LOST)[number % 4]
        deal = {"name": PROSPECTS[number % len(PROSPECTS)], "state": state,
                "annual_value": Decimal(18_000 + 6_000 * (number % len(PROSPECTS)))}  # fmt: skip
        actions.link_deal(fields=deal, **told)


def consent_to(
    scene: Scene, player: Player, kind: AdvocacyType, contact: Stakeholder | None, end: date
) -> None:
    """Written down once, in their words."""
    if Consent.objects.filter(
        customer=player.customer, contact=contact, activity_type=kind
    ).exists():
        return
    actions.agree_to(
        customer=player.customer, contact=contact, activity_type=kind,
        words=AGREED[player.fact.number % len(AGREED)], by=player.csm, at=scene.at(end, 13),
    )  # fmt: skip
