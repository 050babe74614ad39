"""A customer's health taken apart, as data."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from tenure.health.explanation import Group, Kind, Reading, Recovery, Snapshot, Way
from tenure.health.models import HealthScore
from tenure.portfolio.health_view import HealthView


def explained(view: HealthView) -> dict[str, Any]:
    change = view.waterfall
    return {
        "customerId": view.customer.id,
        "from": _stand(view.before) if view.before else None,
        "to": _stand(view.now),
        "change": change.moved if change else None,
        **{kind.value: change.points(kind) if change else None for kind in Kind},
        "causes": list(change.causes) if change else [],
        "sentence": str(view.verdict),
        "components": [_component(group, view.rows_of) for group in view.groups],
        "bringBack": _recovery(view.recovery) if view.recovery else None,
    }


def as_of(score: HealthScore, day: date, view: HealthView | None) -> dict[str, Any]:
    """A score as it was on a day, with the readings of the last one that was computed by then."""
    readings = [reading for group in view.groups for reading in group.readings] if view else []
    rows = view.rows_of if view else {}
    return {
        "customerId": score.customer_id,
        "day": _midnight(day),
        "kind": "computed" if score.scorecard_id else "entered",
        "score": score.score,
        "healthLevel": score.level,
        "recordedAt": score.recorded_at,
        "recordedBy": score.recorded_by,
        "computed": _stand(view.now) if view else None,
        "measures": [_reading(reading, rows) for reading in readings if reading.is_counted],
    }


def _stand(snapshot: Snapshot) -> dict[str, Any]:
    return {
        "day": _midnight(snapshot.day),
        "recordedAt": snapshot.at,
        "score": snapshot.score,
        "unrounded": float(snapshot.scored().overall[0]),
        "healthLevel": snapshot.level.value,
        "tier": snapshot.tier.value,
        "scorecard": snapshot.number,
        "scorecardVersion": snapshot.card.version,
    }


def _midnight(day: date) -> datetime:
    """As days stand on the wire."""
    return datetime.combine(day, time(), UTC)


def _component(group: Group, rows: Mapping[str, str]) -> dict[str, Any]:
    return {
        "code": group.component.code,
        "title": group.component.title,
        "score": group.score,
        "points": group.points,
        "change": group.change,
        "measures": [_change(reading, rows) for reading in group.readings],
    }


def _reading(reading: Reading, rows: Mapping[str, str]) -> dict[str, Any]:
    return {
        "code": reading.measure.code,
        "title": reading.measure.title,
        "unit": reading.measure.unit,
        "reading": reading.number,
        "score": reading.score,
        "weight": reading.weight,
        "points": reading.points,
        "words": reading.evidence,
        "rows": rows.get(reading.measure.code),
    }


def _change(reading: Reading, rows: Mapping[str, str]) -> dict[str, Any]:
    changed = reading.changed
    return _reading(reading, rows) | {
        "readingBefore": reading.number_before,
        "scoreBefore": reading.score_before,
        "weightBefore": reading.weight_before,
        "change": changed
        and {"behaviour": changed.behaviour, "configuration": changed.configuration},
    }


def _recovery(recovery: Recovery) -> dict[str, Any]:
    together = recovery.together
    return {
        "level": recovery.level.value if recovery.level else None,
        "threshold": recovery.threshold,
        "alone": [_way(recovery, way) for way in recovery.alone],
        "together": _way(recovery, together) if together else None,
    }


def _way(recovery: Recovery, way: Way) -> dict[str, Any]:
    return {
        "moves": [
            {"code": move.measure.code, "reading": move.reading, "wanted": move.wanted}
            for move in way.moves
        ],
        "gain": way.gain,
        "score": way.score,
        "isEnough": recovery.is_enough(way),
        "words": recovery.say(way),
    }
