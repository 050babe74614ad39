"""Files of survey answers: what they hold, and how they are saved."""

from datetime import datetime

from django.db.backends.utils import CursorWrapper

from tenure.customers.importing import KNOWN_CUSTOMER
from tenure.foundation.tabular import formats as f
from tenure.foundation.tabular import numbers, values
from tenure.foundation.tabular.formats import Column, Format, Rule, Saved
from tenure.foundation.tabular.saving import upsert
from tenure.surveys.models import SCALES, SurveyKind


def save_answers(cursor: CursorWrapper, at: datetime, given: frozenset[str]) -> Saved:
    fields = {
        "id": "s.id",
        "external_id": "s.external_id",
        "customer_id": "c.id",
        "kind": "s.kind",
        "score": "s.score",
        "comment": "coalesce(s.comment, '')",
        "answered_at": "s.answered_at",
        "source_facts": "s.source_facts",
    }
    changes = {name for name in fields if name in given or name in ("customer_id", "source_facts")}
    source = "stage s join customers_customer c on c.external_id = s.customer_external_id"
    return upsert(cursor, "surveys_surveyanswer", fields, at=at, changes=changes, source=source)


SURVEY_ANSWERS = Format(
    code="survey_answers",
    title="Survey answers",
    about="One row an answer.",
    save=save_answers,
    order=5,
    columns=(
        f.text("external_id", "Your own id of the answer; it tells rows apart.", required=True),
        f.text("customer_external_id", "Your own id of the customer.", required=True),
        Column(
            name="kind", sql="text", converter=values.words(SurveyKind), is_required=True,
            about="NPS, CSAT, CES, or PRODUCT: satisfaction with the product alone.",
        ),
        Column(
            name="score", sql="integer", converter=numbers.integers(0, 10), is_required=True,
            about="NPS 0 to 10, CSAT and PRODUCT 1 to 5, CES 1 to 7.",
        ),
        f.text("comment", "What else was said.", longest=5000),
        f.instant("answered_at", "When.", required=True),
    ),
    rules=(
        KNOWN_CUSTOMER,
        *(
            Rule(f"kind = '{kind}' and score not between {low} and {high}", "score",
                 f"{kind} goes from {low} to {high}.")
            for kind, (low, high) in SCALES.items()
        ),
    ),
)  # fmt: skip
