"""What the meeting is about."""

from collections.abc import Sequence

from tenure.portfolio.deck.parts import Points, Slide
from tenure.reviews.lines import AgendaLine, Attendee

MOST_IN_A_COLUMN, MOST, MOST_NAMED = 9, 16, 8
OF_THE_MEETING = ("Programme", "Last review", "Action items")
"""Sources of lines that have no slide of their own."""


def agenda(lines: Sequence[AgendaLine], who: Sequence[Attendee]) -> Slide | None:
    plain = [line for line in lines if line.source in ("", *OF_THE_MEETING)]
    texts = [line.text for line in plain or lines]
    if not texts:
        return None
    if len(texts) > MOST:
        texts = [*texts[: MOST - 1], f"And {len(texts) - MOST + 1} more, in the agenda"]
    if len(texts) <= MOST_IN_A_COLUMN:
        names = [f"{one.name}, {one.title}" if one.title else one.name for one in who[:MOST_NAMED]]
        right = [Points(names, "Who comes")] if names else []
        return Slide("Agenda", [Points(texts, is_numbered=True)], right, share=0.6 if right else 1)
    half = -(-len(texts) // 2)
    first, second = texts[:half], texts[half:]
    return Slide("Agenda", [Points(first, is_numbered=True)],
                 [Points(second, is_numbered=True, starts_at=half + 1)])  # fmt: skip
