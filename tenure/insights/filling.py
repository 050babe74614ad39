"""Filling the metrics of a period: by customer the parts of each metric, and their sums by tier and CSM.

All set-based: each metric is one select into a table of the transaction (or one COPY), then one upsert
of the customers' rows and one insert of the sums. Done again, it comes to the same."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from tenure.foundation.audit.trail import Author, Machine, deed, tell
from tenure.foundation.web.templatetags.saying import money_words
from tenure.insights import period_rows as sql
from tenure.insights.metrics import REGISTRY
from tenure.insights.metrics.columns import COLUMNS
from tenure.insights.metrics.rule import Rule
from tenure.insights.metrics.stretch import Stretch
from tenure.insights.periods import Period
from tenure.programme.in_force import programme


def fill(period: Period, at: datetime, progress: Callable[[str], None] = lambda code: None) -> int:
    """Reckon all metrics of a period as far as it has passed; answers how many customers have any."""
    return _fill(period=period, progress=progress, by=Machine("Metrics"), at=at)


@deed("metrics.reckoned", "reckoned the metrics of {period} for {count} customers")
def _fill(*, period: Period, progress: Callable[[str], None], by: Author, at: datetime) -> int:
    last = min(period.last, at.date())
    with connection.cursor() as cursor:
        cursor.execute(sql.STAGE)
        cursor.execute(sql.STOOD, {"until": last + timedelta(days=1)})
        stretches: dict[int | None, Stretch] = {}
        for rule in (*REGISTRY, *COLUMNS):
            days = stretches.setdefault(rule.back_days, _stretch(rule, period.first, last))
            _stage(cursor, rule, days)
            progress(rule.code)
        _stage_features(cursor, period.first, last)
        filled = _keep(cursor, {"kind": period.kind.value, "period": period.code, "at": at})
    tell(period=period.code, count=filled)
    return filled


def _stage_features(cursor: CursorWrapper, first: date, last: date) -> None:
    until = last + timedelta(days=1)
    cursor.execute(sql.FEATURES, {"first": last - timedelta(days=27), "until": until})
    cursor.execute(sql.USED, {"first": first, "until": until})


def _keep(cursor: CursorWrapper, told: dict[str, Any]) -> int:
    cursor.execute("delete from part where numerator is null or denominator is null")
    cursor.execute("delete from part where denominator = 0 and numerator = 0")
    cursor.execute("analyze part")
    cursor.execute(sql.ROWS, told)
    filled: int = cursor.rowcount
    cursor.execute(sql.GONE, told)
    cursor.execute(sql.OLD_SUMS, told)
    cursor.execute(sql.SUMS, told)
    return filled


def _stretch(rule: Rule, first: date, last: date) -> Stretch:
    if rule.back_days is not None:
        first = last - timedelta(days=rule.back_days - 1)
    return Stretch(first, last)


def _stage(cursor: CursorWrapper, rule: Rule, days: Stretch) -> None:
    if callable(rule.facts):
        rows = list(rule.facts(days))  # it asks the same connection
        copied = "copy part (customer_id, code, numerator, denominator) from stdin"
        with cursor.copy(copied) as copy:
            for customer, numerator, denominator in rows:
                copy.write_row((customer, rule.code, float(numerator), float(denominator)))
        return
    told = programme().revenue
    facts: dict[str, Any] = {
        "first": days.first, "until": days.until, "gap": told.gap_days,
        "early": told.early_days, "code": rule.code, "money": money_words(),
    }  # fmt: skip
    cursor.execute(
        f"insert into part (customer_id, numerator, denominator, code) select f.*, %(code)s from ({rule.facts}) f",
        facts,
    )
