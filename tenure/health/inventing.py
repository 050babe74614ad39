"""What can be done with measures of one's own."""

import re
import unicodedata
from datetime import datetime
from typing import Any

from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import save
from tenure.foundation.refusals import Conflict, Invalid
from tenure.health.measures import MEASURES
from tenure.health.measures.expressions import WrongExpression, formula
from tenure.health.measures.own import PREFIX
from tenure.health.models import OwnMeasure, Scorecard

FIELDS = ("title", "definition", "unit", "expression", "digits")


class WrongMeasure(Invalid):
    """The expression cannot be computed; the words say where it goes wrong."""


class InUse(Conflict):
    """Scores were computed by this expression, so that it keeps its meaning."""


@deed("measure.added", "added the measure “{measure}”")
def add_measure(*, fields: dict[str, Any], by: Author, at: datetime) -> OwnMeasure:
    """Make a measure of known facts. Its code comes from its title."""
    told = {name: fields[name] for name in FIELDS if name in fields}
    _check_expression(told["expression"])
    measure = OwnMeasure(code=_new_code(told["title"]), person_id=by.id, created_at=at, **told)
    save(measure)
    tell(measure=measure.title)
    return measure


@deed("measure.changed", "changed the measure “{measure}”")
def change_measure(
    *, measure: OwnMeasure, fields: dict[str, Any], by: Author, at: datetime
) -> OwnMeasure:
    """Change what a measure says of itself; its expression only while no scorecard counts it."""
    measure = OwnMeasure.objects.select_for_update(no_key=True).get(id=measure.id)
    expression = fields.get("expression", measure.expression)
    if expression != measure.expression:
        _check_expression(expression)
        if numbers := counted_in(measure):
            versions = ", ".join(map(str, numbers))
            words = f"It is counted in scorecard {versions}: make another measure instead"
            raise InUse(f"{words}.", {"expression": words})
    for name in FIELDS:
        setattr(measure, name, fields.get(name, getattr(measure, name)))
    save(measure)
    tell(measure=measure.title)
    return measure


@deed("measure.removed", "removed the measure “{measure}”")
def remove_measure(*, measure: OwnMeasure, by: Author, at: datetime) -> None:
    """Offer it no more. Scorecards that count it have a copy, and go on."""
    tell(measure=measure.title)
    measure.delete()


def counted_in(measure: OwnMeasure) -> list[int]:
    """The versions of the scorecard that count it."""
    holds = {"definition__own__contains": [{"code": measure.code}]}
    return list(
        Scorecard.objects.filter(**holds).order_by("number").values_list("number", flat=True)
    )


def _check_expression(text: str) -> None:
    try:
        formula(text)
    except WrongExpression as wrong:
        raise WrongMeasure(str(wrong), {"expression": str(wrong)}) from None


def _new_code(title: str) -> str:
    """“Load per seat” is own_load_per_seat; who comes second gets a number. Codes of versions
    stay taken, so that no two meanings share one."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "_", plain).strip("_").lstrip("0123456789_")[:50] or "measure"
    saved = Scorecard.objects.values_list("definition__own", flat=True)
    taken = {own["code"] for several in saved for own in several or ()}
    taken |= {measure.code for measure in MEASURES}
    taken |= set(OwnMeasure.objects.values_list("code", flat=True))
    code, more = PREFIX + words, 2
    while code in taken:
        code, more = f"{PREFIX}{words}_{more}", more + 1
    return code
