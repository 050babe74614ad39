"""A report made ready for its page: pictures, words, and the names of those who left."""

from dataclasses import dataclass
from typing import Any

from tenure.customers.models import Customer
from tenure.people.models import Person
from tenure.programme.words import HealthLevel, Tier
from tenure.proof.charts import Whisker, calibration_curve, gains_curve, whisker
from tenure.proof.models import Backtest
from tenure.proof.report import Leaving, Ranking, Report
from tenure.proof.running import report_of
from tenure.proof.verdict import ENOUGH_LEAVERS, NAIVE, verdict

WIDE, NARROW = 520, 358
LEAVINGS_SHOWN = 100


@dataclass(frozen=True)
class Ranked:
    """A line of a table of AUCs."""

    title: str
    about: str
    ranking: Ranking
    score: Ranking | None = None  # over the same looks

    @property
    def whisker(self) -> Whisker | None:
        return whisker(self.ranking.auc, self.ranking.low, self.ranking.high)


def shown_report(record: Backtest, person: Person) -> dict[str, Any]:
    report = report_of(record)
    assert report is not None
    bins = report.calibration.bins if report.calibration else ()
    told = [(one.looks, one.foretold, one.happened) for one in bins]
    return {
        "report": report,
        "verdict": verdict(report),
        "enough": ENOUGH_LEAVERS,
        "gains": [gains_curve(report.gains, width) for width in (WIDE, NARROW)],
        "calibration": [calibration_curve(told, width) for width in (WIDE, NARROW)],
        "naive": [_score(report), *_naive(report)],
        "tiers": [Ranked(Tier(one.tier).label, "", one.ranking) for one in report.tiers],
        "levels": [(HealthLevel(one.level).label, one, one.left / one.looks if one.looks else None)
                   for one in report.levels],
        "leavings": _named(report.leavings[:LEAVINGS_SHOWN], person),
    }  # fmt: skip


def _score(report: Report) -> Ranked:
    return Ranked("Health score", "This scorecard, over all looks of the test.", report.ranking)


def _naive(report: Report) -> list[Ranked]:
    return [
        Ranked(NAIVE[one.code].title, NAIVE[one.code].definition, one.ranking, one.score)
        for one in report.baselines
    ]


def _named(leavings: tuple[Leaving, ...], person: Person) -> list[tuple[Customer, Leaving]]:
    visible = Customer.objects.visible_to(person).in_bulk([one.customer_id for one in leavings])
    return [(visible[one.customer_id], one) for one in leavings if one.customer_id in visible]
