"""Where the figures come from, what they mean, and what is not known."""

from tenure.portfolio.deck.parts import Grid, Part, Points, Slide
from tenure.portfolio.reviewing.since import Since

MEANINGS = (
    ("Health", "Points", "What a measure adds to the score; all together are the score, up to rounding"),
    ("Usage", "People on a working day", "Active users, Monday to Friday, in the mean of a complete month"),
    ("Support", "Opened, solved", "Support tickets by the day on which they were opened or closed"),
    ("Support", "In time", "Answered or solved within the hours that the tier is promised"),
    ("Plan", "Progress", "Of the way from where an objective began to its target, so much is behind us"),
)  # fmt: skip
"""Each with the slide that it is needed for."""


def appendix(since: Since, missing: list[str]) -> Slide:
    lines = [f"From {since.first:%-d %B %Y} to {since.last:%-d %B %Y}", _before(since)]
    right: list[Part] = [Points(lines, "Time")]
    if missing:
        right.append(Points(missing, "Not known, and so not shown"))
    return Slide(
        "Sources and definitions",
        [Grid(("Figure", "What it is"), [*_health(since), *_meanings(missing)], (1.2, 3))],
        right, share=0.62,
        source=f"Made by Tenure from the data of {since.last:%-d %B %Y}.",
    )  # fmt: skip


def _meanings(missing: list[str]) -> list[tuple[str, str]]:
    gone = {words.partition(":")[0] for words in missing}
    return [(name, what) for slide, name, what in MEANINGS if slide not in gone]


def _health(since: Since) -> list[tuple[str, str]]:
    view = since.health
    if view is None:
        return []
    levels = [
        f"{level.label.lower()} from {least:g}"
        for level, least in view.now.card.levels.items()
        if least
    ]
    return [("Health", f"A score from 0 to 100 of what is measured; {', '.join(levels)}")]


def _before(since: Since) -> str:
    if since.before is None:
        return "No review came before this one"
    kind = since.before.get_review_type_display().lower()
    return f"Since the {kind} review of {since.before.reviewed_at:%-d %B %Y}"
