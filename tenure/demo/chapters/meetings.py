"""What happy customers do for us."""

from datetime import date

from tenure.advocacy import actions as advocacy
from tenure.advocacy.models import AdvocacyStatus, AdvocacyType
from tenure.demo.scene import Scene


def favours_are_done(scene: Scene, since: date, end: date) -> None:
    """Happy customers speak for us: a reference, a story, a seat on the board."""
    kinds = (AdvocacyType.REFERENCE_CALL, AdvocacyType.CASE_STUDY, AdvocacyType.TESTIMONIAL,
             AdvocacyType.WEBINAR, AdvocacyType.ADVISORY_BOARD, AdvocacyType.USER_GROUP)  # fmt: skip
    for player in scene.here(end):
        arc, number = player.fact.arc, player.fact.number
        if not arc.is_advocate or player.fact.engagement(end) < 0.8:
            continue
        for place, day in enumerate((260 + number % 90, 430 + number % 70, 520 + number % 20)):
            if player.reaches(day, since, end):
                kind = kinds[(number + place) % len(kinds)]
                status = (
                    AdvocacyStatus.COMPLETED,
                    AdvocacyStatus.COMPLETED,
                    AdvocacyStatus.IN_PROGRESS,
                )
                advocacy.record_activity(
                    customer=player.customer, activity_type=kind, status=status[place],
                    title=f"{kind.label} with {player.customer.name}", happens_on=end,
                    contact_person=player.fact.champion.name, by=player.csm, at=scene.at(end, 13),
                )  # fmt: skip
