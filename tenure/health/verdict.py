"""A score in a sentence: where it stands, where it came from, and what explains it. Plain Python."""

from collections.abc import Sequence
from dataclasses import dataclass

from tenure.health.explanation import STEADY_POINTS, Group, Reading, Snapshot


@dataclass(frozen=True)
class Verdict:
    """The sentence in three parts, of which the middle one matters most."""

    before: str
    strong: str
    after: str

    def __str__(self) -> str:
        return f"{self.before} {self.strong}{self.after}".strip()


def verdict(now: Snapshot, earlier: Snapshot | None, groups: Sequence[Group]) -> Verdict:
    moved = now.score - earlier.score if earlier else 0
    if earlier and abs(moved) >= STEADY_POINTS:
        return _of_change(now, earlier, moved, groups)
    since = f" since {earlier.day:%-d %B %Y}" if earlier else ""
    opening = f"Health is {now.score}, steady{since}." if earlier else f"Health is {now.score}."
    return _of_state(opening, groups)


def _of_change(now: Snapshot, earlier: Snapshot, moved: int, groups: Sequence[Group]) -> Verdict:
    sign = 1 if moved > 0 else -1
    went = "rose" if moved > 0 else "fell"
    main = max(groups, key=lambda group: (group.change or 0) * sign)
    drivers = sorted(main.readings, key=lambda reading: -(reading.change or 0) * sign)
    told = [reading.evidence for reading in drivers[:2] if (reading.change or 0) * sign >= 0.5]
    return Verdict(
        f"Health {went} from {earlier.score} to {now.score} since {earlier.day:%-d %B %Y}.",
        _share_of(main, moved, groups),
        f": {_joined(told)}." if told else ".",
    )


def _share_of(main: Group, moved: int, groups: Sequence[Group]) -> str:
    """What one component has to do with a change; one that did more than the whole change was
    held back by another."""
    share = round(abs(main.change or 0))
    if share <= abs(moved):
        return f"{main.component.title} explains {share} of the {abs(moved)} points"
    against = min(groups, key=lambda group: (group.change or 0) * moved)
    took = round(abs(against.change or 0))
    did, undid = ("added", "took") if moved > 0 else ("took", "added")
    words = f"{main.component.title} {did} {share} points"
    return f"{words}, {against.component.title} {undid} {took}" if took else words


def _of_state(opening: str, groups: Sequence[Group]) -> Verdict:
    known = [reading for group in groups for reading in group.known]
    costly = max(known, key=_loss)
    if _loss(costly) < 1:
        return Verdict(opening, "Every measure that is known is near its best", ".")
    return Verdict(
        opening,
        f"{costly.measure.title} costs most",
        f", {_loss(costly):.0f} of the missing {sum(map(_loss, known)):.0f} points: "
        f"{_lower(costly.evidence)}.",
    )


def _loss(reading: Reading) -> float:
    return reading.weight * 100 - reading.points


def _joined(texts: Sequence[str]) -> str:
    return " and ".join(_lower(text) for text in texts)


def _lower(text: str) -> str:
    """Into the middle of a sentence; NPS and KPIs stay as they are."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
