"""A backtest in words: what it proves, and where it proves nothing. Plain Python."""

from dataclasses import dataclass

from tenure.proof.report import Baseline, Ranking, Report

ENOUGH_LEAVERS = 100  # below, the interval is wider than the differences that matter
TOO_GOOD = (
    0.9  # honest scores of customers end near .85; more hints at a measure that knows the end
)


@dataclass(frozen=True)
class Naive:
    """A number that anybody could sort by."""

    title: str
    definition: str


NAIVE = {
    "last_score": Naive(
        "Last score", "The score 30 days before: whether looking anew adds anything."
    ),
    "usage": Naive("Usage trend", "Minutes (or logins) of 30 days against the 30 days before."),
    "tenure": Naive("Tenure", "Days since the first contract: the newest first."),
    "value": Naive("Value", "The value of a year on that day: the smallest first."),
    "pulse": Naive("CSM pulse", "What the CSM said of the customer."),
}


@dataclass(frozen=True)
class Verdict:
    """A sentence that matters, and what stands behind it."""

    strong: str
    rest: str

    def __str__(self) -> str:
        return f"{self.strong} {self.rest}".strip()


def verdict(report: Report) -> Verdict:
    ranking, days = report.ranking, report.horizon_days
    if not report.later.looks:
        return Verdict(
            "There is not enough history yet.",
            f"A backtest needs scores of days that are {days} days old, and some before these.",
        )
    if ranking.auc is None:
        whom = "Nobody" if not ranking.leavers else "Everybody"
        return Verdict(
            f"{whom} left within {days} days of a look, so there is nothing to tell apart.",
            f"{_customers(report.later.customers)} were looked at.",
        )
    if ranking.leavers < ENOUGH_LEAVERS:
        strong = f"{_customers(ranking.leavers)} left in the test period: too few to tell. "
        return Verdict(strong + "Read the interval, not the figure.", _of_few(report))
    return Verdict(_of_many(ranking), _against_naive(report))


def _of_few(report: Report) -> str:
    ranking = report.ranking
    fits = f"The AUC is {_interval(ranking)}"
    doubt = ", so chance alone could explain it." if is_chance(ranking) else "."
    return f"{fits}{doubt} {_against_naive(report)}".strip()


def _of_many(ranking: Ranking) -> str:
    assert ranking.auc is not None and ranking.high is not None
    if is_chance(ranking):
        return f"The score does not tell who leaves: its AUC is {_interval(ranking)}, no better than chance."
    if ranking.high < 0.5:
        return f"The score points the wrong way: its AUC is {_interval(ranking)}; leavers score higher."
    strong = f"The score tells who leaves: its AUC is {_interval(ranking)}."
    if ranking.auc > TOO_GOOD:
        strong += (
            " That is more than honest scores reach: look whether a measure knows the outcome."
        )
    return strong


def _against_naive(report: Report) -> str:
    """How the score stands against the best of the naive numbers, over the same looks."""
    best = max(report.baselines, key=lambda one: one.ranking.auc or 0, default=None)
    if best is None or best.ranking.auc is None or best.score.auc is None:
        return ""
    name = NAIVE[best.code].title.lower().replace("csm", "CSM")
    figures = f"{auc(best.ranking.auc)} against {auc(best.score.auc)}"
    if best.ranking.auc >= best.score.auc:
        return f"Sorting by {name} alone does at least as well ({figures})."
    if is_clearly_better(best):
        return f"It beats every naive number; the best of them is {name} ({figures})."
    return f"Sorting by {name} alone comes near ({figures})."


def is_chance(ranking: Ranking) -> bool:
    """Whether an AUC of one half, a coin, fits what happened."""
    return (
        ranking.low is not None and ranking.high is not None and ranking.low <= 0.5 <= ranking.high
    )


def is_clearly_better(naive: Baseline) -> bool:
    """Whether the naive number's AUC lies below all that fits the score's."""
    return (
        naive.ranking.auc is not None
        and naive.score.low is not None
        and naive.ranking.auc < naive.score.low
    )


def auc(number: float) -> str:
    return f"{number:.2f}"


def _interval(ranking: Ranking) -> str:
    assert ranking.auc is not None and ranking.low is not None and ranking.high is not None
    return f"{auc(ranking.auc)} (anything from {auc(ranking.low)} to {auc(ranking.high)} fits)"


def _customers(count: int) -> str:
    return f"{count:,} customer" if count == 1 else f"{count:,} customers"
