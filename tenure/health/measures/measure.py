"""What a measure is: a number about a customer, with its definition and its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

type Numbers = NDArray[np.float64]
type Facts = Mapping[str, Numbers]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One measure. `of` computes it for n customers from the facts; NaN where it is unknown."""

    code: str
    title: str
    definition: str
    unit: str
    source: str
    window: str
    of: Callable[[Facts], Numbers]
    words: str  # how the number reads, with its unit: "{:.1f} logins a user and week"
    short: str  # the same in a list, after what it was: "Logins {} a week"
    digits: int = 0
    age: str = (
        ""  # the fact that tells how many days old the newest datum is; none: always of today
    )
    fresh_days: int = 30  # how old it may be and still count in full

    def say(self, number: float) -> str:
        return self.words.format(self.figure(number))

    def figure(self, number: float) -> str:
        text = f"{number:,.{self.digits}f}"
        return text.replace("-", "−")

    def change(self, before: float | None, now: float | None, *, compared: bool = False) -> str:
        """“Logins 5.1 → 2.4 a week”, or only what it is now. What was not known before is told
        where it is `compared` with an earlier score."""
        head, _, tail = self.short.partition("{}")
        told = figure = UNKNOWN if now is None else self.figure(now)
        if before is not None or compared:
            earlier = UNKNOWN if before is None else self.figure(before)
            told = figure if earlier == figure else f"{earlier} → {figure}"
        return head + told if now is None else head + told + tail  # an unknown has no unit


UNKNOWN = "unknown"


def share(part: Numbers, whole: Numbers) -> Numbers:
    """Percent; unknown where either is, or where there is no whole."""
    return 100 * ratio(part, whole)


def ratio(part: Numbers, whole: Numbers) -> Numbers:
    result = np.full_like(part, np.nan)
    return np.divide(part, whole, out=result, where=~np.isnan(whole) & (whole != 0))


def first_known(*choices: Numbers) -> Numbers:
    """For each customer the first of the numbers that is known."""
    answer = choices[0]
    for choice in choices[1:]:
        answer = np.where(np.isnan(answer), choice, answer)
    return answer


def users(facts: Facts) -> Numbers:
    """Licensed users: the seats of running contracts, or the users that the profile names."""
    return first_known(facts["seats"], facts["total_users"])
