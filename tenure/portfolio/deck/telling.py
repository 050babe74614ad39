"""A review told as slides, from the customer's data."""

from django.utils import timezone

from tenure.portfolio.deck.parts import Deck, Slide
from tenure.portfolio.deck.slides.ahead import decisions, proposal
from tenure.portfolio.deck.slides.appendix import appendix
from tenure.portfolio.deck.slides.opening import agenda
from tenure.portfolio.deck.slides.plan import plan
from tenure.portfolio.deck.slides.standing import moved, standing
from tenure.portfolio.deck.slides.support import support
from tenure.portfolio.deck.slides.use import usage
from tenure.portfolio.deck.slides.value import achieved
from tenure.portfolio.reviewing.since import Since
from tenure.reviews.lines import agenda_of, attendees_of
from tenure.reviews.models import PlannedReview, ReviewType

UNKNOWN = {
    "Health: no score was computed yet": standing,
    "Value: nothing was written down yet": achieved,
    "Usage: fewer than two complete months are known": usage,
    "Plan: there is no active one": plan,
    "Support: no ticket is known": support,
}
IN_A_WEEK = (standing, plan, support)
"""What a weekly review is about: where we stand, what is next and what is in the way."""


def tell(planned: PlannedReview, since: Since) -> Deck:
    """What there is data for; what there is none for stands in the appendix."""
    is_short = planned.review_type == ReviewType.WEEKLY
    told = {
        words: (make, make(since))
        for words, make in UNKNOWN.items()
        if not is_short or make in IN_A_WEEK
    }
    slides: list[Slide | None] = [
        agenda(agenda_of(planned.agenda), attendees_of(planned.attendees))
    ]
    for make, slide in told.values():
        slides.append(slide)
        if make is standing and not is_short:
            slides.append(moved(since))
    slides += [] if is_short else [proposal(since)]
    unknown = [words for words, (_, slide) in told.items() if slide is None]
    slides += [decisions(since, planned.review), appendix(since, unknown)]
    day = timezone.localtime(planned.scheduled_at).date()
    by = f"{planned.organiser.name}, " if planned.organiser else ""
    return Deck(
        title=f"{planned.get_review_type_display()} review",
        customer=planned.customer.name,
        lede=f"{by}{day:%-d %B %Y}",
        slides=[slide for slide in slides if slide],
    )
