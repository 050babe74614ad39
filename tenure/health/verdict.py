"""A score in a sentence: what happened, what that did, and where it stands. Plain Python."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from tenure.health.explanation import (
    STEADY_POINTS,
    Group,
    Reading,
    Snapshot,
    Waterfall,
    waterfall,
)

LEAST_TOLD = 0.5  # points
LEAST_AGAINST = 2  # points
MOST_TOLD = 2  # measures


@dataclass(frozen=True)
class Verdict:
    """The sentence in three parts, of which the middle one matters most."""

    before: str
    strong: str
    after: str

    def __str__(self) -> str:
        return f"{self.before} {self.strong}{self.after}".strip()


def verdict(
    now: Snapshot, earlier: Snapshot | None, groups: Sequence[Group], untold: Collection[str] = ()
) -> Verdict:
    """`untold` are measures that whoever reads this is not told of, though they count."""
    told = [_without(group, untold) for group in groups]
    moved = now.score - earlier.score if earlier else 0
    if earlier and abs(moved) >= STEADY_POINTS:
        return _of_change(waterfall(now, earlier, groups), told)
    since = f" since {earlier.day:%-d %B %Y}" if earlier else ""
    opening = f"Health is {now.score}, steady{since}." if earlier else f"Health is {now.score}."
    return _of_state(opening, told, sum(_loss(r) for group in groups for r in group.known))


def _of_change(change: Waterfall, groups: Sequence[Group]) -> Verdict:
    """What happened first: the readings that moved the score most, or our own doing."""
    sign = 1 if change.moved > 0 else -1
    went = "rose" if change.moved > 0 else "fell"
    told = (
        f"Health {went} from {change.before.score} to {change.now.score} "
        f"since {change.before.day:%-d %B %Y}."
    )
    drivers = _drivers(groups, sign)
    done = sum(sign * _behaviour(reading) for reading in drivers)
    configured = sign * change.configuration
    if change.causes and configured >= LEAST_TOLD and configured > done:
        return Verdict("", _of_causes(change), f"{_share(configured, change.moved)}. {told}")
    if not drivers:
        return Verdict(told, "No single measure explains it", ".")
    happened = " and ".join(
        [happening(drivers[0]), *(lowered(happening(reading)) for reading in drivers[1:])]
    )
    return Verdict(
        "", happened, f"{_share(done, change.moved, len(drivers))}. {told}{_against(groups, sign)}"
    )


def _drivers(groups: Sequence[Group], sign: int) -> list[Reading]:
    """The readings that are others than before and moved the score most in its direction."""
    readings = [reading for group in groups for reading in group.readings]
    moved = [
        reading
        for reading in readings
        if sign * _behaviour(reading) >= LEAST_TOLD and reading.figure != reading.figure_before
    ]
    return sorted(moved, key=lambda reading: -sign * _behaviour(reading))[:MOST_TOLD]


def happening(reading: Reading) -> str:
    """“Logins fell from 5.1 to 2.4 a user and week”."""
    measure, was, now = reading.measure, reading.number_before, reading.number
    if now is None:
        return f"Nothing is known of {lowered(measure.title)} any more"
    if was is None:
        return f"{measure.change(None, now)} became known"
    head, _, tail = measure.short.partition("{}")
    went = "rose" if now > was else "fell"
    return f"{head}{went} from {measure.figure(was)} to {measure.figure(now)}{tail}"


def _share(done: float, moved: int, count: int = 1) -> str:
    """What of a change is explained; what did more than the whole was held back by others."""
    share, size = round(done), abs(moved)
    did = "added" if moved > 0 else "took"
    which = ", which together" if count > 1 else ", which"
    if share >= size:
        return f"{which} {did} {_points(share)}"
    return f"{which} {did} {share} of the {size} points"


def _against(groups: Sequence[Group], sign: int) -> str:
    """Which component went the other way, where that is worth a sentence."""
    other = min(groups, key=lambda group: sign * (group.change or 0))
    against = round(-sign * (other.change or 0))
    did = "took" if sign > 0 else "added"
    return (
        f" Meanwhile {other.component.title} {did} {_points(against)}."
        if against >= LEAST_AGAINST
        else ""
    )


def _of_causes(change: Waterfall) -> str:
    texts = [change.causes[0], *(lowered(cause) for cause in change.causes[1:])]
    return "We changed how it is scored (" + lowered(" and ".join(texts)) + ")"


def _behaviour(reading: Reading) -> float:
    return reading.changed.behaviour if reading.changed else 0


def _points(number: int) -> str:
    return "1 point" if number == 1 else f"{number} points"


def _of_state(opening: str, groups: Sequence[Group], missing: float) -> Verdict:
    known = [reading for group in groups for reading in group.known]
    costly = max(known, key=_loss, default=None)
    if costly is None or _loss(costly) < 1:
        return Verdict(opening, "Every measure that is known is near its best", ".")
    return Verdict(
        opening,
        f"{costly.measure.title} costs most",
        f", {_loss(costly):.0f} of the missing {missing:.0f} points: {lowered(costly.evidence)}.",
    )


def _without(group: Group, untold: Collection[str]) -> Group:
    kept = tuple(one for one in group.readings if one.measure.code not in untold)
    return replace(group, readings=kept)


def _loss(reading: Reading) -> float:
    return reading.weight * 100 - reading.points


def lowered(text: str) -> str:
    """Into the middle of a sentence; NPS and KPIs stay as they are."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
