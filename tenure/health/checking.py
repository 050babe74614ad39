"""Whether Tenure can score by a scorecard: what the card alone cannot tell."""

from collections.abc import Iterator

import msgspec

from tenure.health.measures import unknown_in
from tenure.health.models import Scorecard
from tenure.programme import scorecard as cards
from tenure.programme.faults import Fault


def check(card: cards.Scorecard) -> cards.Scorecard:
    """The same card, or WrongScorecard when it counts what Tenure cannot measure, or means
    something else by an own measure than a version before it."""
    if faults := [*unknown_in(card), *_other_meanings(card)]:
        raise cards.WrongScorecard(faults)
    return card


def _other_meanings(card: cards.Scorecard) -> Iterator[Fault]:
    for own in card.own:
        holds = {"definition__own__contains": [{"code": own.code}]}
        for row in Scorecard.objects.filter(**holds).order_by("number"):
            was = next(
                one
                for one in msgspec.convert(row.definition, cards.Scorecard).own
                if one.code == own.code
            )
            if was.expression != own.expression:
                words = f"{own.code} is computed as {was.expression} in {row}: take another code."
                yield Fault(f"own.{own.code}.expression", words)
                break
