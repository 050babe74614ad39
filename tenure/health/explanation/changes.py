"""The change between two scores, split exactly: what customers did, and what we changed.

Behaviour is what the readings did; configuration is what another scorecard or another tier made of
the same readings. Which of the two came first is not known, so each is the mean of what it does
before and after the other. A measure that only one of two scorecards counts has one reading, taken
to be the same on both sides: that it counts at all is configuration.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tenure.health import rules
from tenure.health.explanation.behaviour import effects
from tenure.health.rules import Numbers
from tenure.programme.scorecard import Scorecard
from tenure.programme.words import Tier


@dataclass(frozen=True)
class Side:
    """The readings of n customers, n x m in the order of the scorecard that they are scored by."""

    card: Scorecard
    tiers: Sequence[Tier]
    measured: Numbers

    @property
    def codes(self) -> list[str]:
        return [measure.code for measure in self.card.measures]

    def reading(self, other: "Side") -> "Side":
        """The same scorecard and tiers with the readings of the other side, where it has any."""
        places = {code: place for place, code in enumerate(other.codes)}
        columns = [
            other.measured[:, places[code]] if code in places else self.measured[:, column]
            for column, code in enumerate(self.codes)
        ]
        return Side(self.card, self.tiers, np.stack(columns, axis=1))

    def scored(self) -> rules.Scores:
        return rules.score(self.measured, self.tiers, self.card)

    def widened(self, scores: rules.Scores, codes: Sequence[str]) -> rules.Scores:
        """With a column for each of these measures; one that does not count weighs nothing."""
        return rules.Scores(
            measures=self.spread(scores.measures, codes, np.nan),
            weights=self.spread(scores.weights, codes, 0.0),
            components=scores.components,
            overall=scores.overall,
        )

    def spread(self, numbers: Numbers, codes: Sequence[str], missing: float) -> Numbers:
        """Columns in the scorecard's order, in the order of these measures."""
        wide = np.full((len(self.tiers), len(codes)), missing)
        wide[:, [codes.index(code) for code in self.codes]] = numbers
        return wide


@dataclass(frozen=True)
class Split:
    """What each measure of either side did to the score: n x u points. The sums of a row of both
    are the difference of the two overall scores; NaN where one of these is not known."""

    codes: tuple[str, ...]
    before: rules.Scores
    now: rules.Scores
    behaviour: Numbers
    configuration: Numbers


def split(before: Side, now: Side) -> Split:
    """Take the change of n customers apart. The measures come in the order of the newer scorecard;
    those that only the older one counted come last."""
    codes = tuple(dict.fromkeys((*now.codes, *before.codes)))
    was, is_now = before.scored(), now.scored()
    under_old, under_new = before.reading(now).scored(), now.reading(before).scored()
    by_old = before.spread(effects(under_old, was, before.card), codes, 0.0)
    by_new = now.spread(effects(is_now, under_new, now.card), codes, 0.0)
    was, under_old = before.widened(was, codes), before.widened(under_old, codes)
    is_now, under_new = now.widened(is_now, codes), now.widened(under_new, codes)
    behaviour = _mean(under_old, under_new, by_old, by_new)
    configuration = _mean(
        under_old, under_new, rules.changes(is_now, under_old), rules.changes(under_new, was)
    )
    neither = np.isnan(under_old.overall) & np.isnan(under_new.overall)
    configuration[neither] = rules.changes(is_now, was)[neither]
    unknown = np.isnan(was.overall) | np.isnan(is_now.overall)
    behaviour[unknown] = configuration[unknown] = np.nan
    return Split(codes, was, is_now, behaviour, configuration)


def _mean(
    under_old: rules.Scores, under_new: rules.Scores, first: Numbers, second: Numbers
) -> Numbers:
    """Of two ways from one score to the other; of one, where nothing is known half-way on the
    other, and nothing where that holds for both."""
    ways = np.stack([~np.isnan(under_old.overall), ~np.isnan(under_new.overall)]).astype(float)
    shares = np.divide(ways, ways.sum(axis=0), out=np.zeros_like(ways), where=ways.sum(axis=0) > 0)
    old, new = shares[0][:, None], shares[1][:, None]
    mean: Numbers = np.nan_to_num(first) * old + np.nan_to_num(second) * new
    return mean


def in_tenths(points: Numbers) -> list[int]:
    """Points as whole tenths that add up to the sum in tenths: each rounded down, and the tenths
    that are then missing given to the largest remainders."""
    points = np.nan_to_num(points)
    tenths = np.floor(points * 10)
    missing = int(np.round(points.sum() * 10) - tenths.sum())
    for place in np.argsort(-(points * 10 - tenths), kind="stable")[:missing]:
        tenths[place] += 1
    return [int(number) for number in tenths]
