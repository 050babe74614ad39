"""Answers to surveys: NPS, CSAT, CES, and satisfaction with the product alone."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer, Stakeholder
from tenure.foundation.enums import Word
from tenure.foundation.tables import Imported, choice, one_of


class SurveyKind(Word):
    NPS = "NPS", "NPS"
    CSAT = "CSAT", "CSAT"
    CES = "CES", "CES"
    PRODUCT = "PRODUCT", "Product"


SCALES = {
    SurveyKind.NPS: (0, 10),
    SurveyKind.CSAT: (1, 5),
    SurveyKind.CES: (1, 7),
    SurveyKind.PRODUCT: (1, 5),
}


class SurveyAnswer(Imported):
    """One answer of one person: NPS from 0 to 10, CSAT and PRODUCT from 1 to 5, CES from 1 to 7."""

    customer = models.ForeignKey(Customer, models.PROTECT, related_name="survey_answers")
    stakeholder = models.ForeignKey(
        Stakeholder, models.PROTECT, null=True, blank=True, related_name="survey_answers"
    )
    kind = choice(SurveyKind)
    score = models.SmallIntegerField()
    comment = models.TextField(blank=True, default="", db_default="")
    answered_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_of("kind", SurveyKind),
            models.CheckConstraint(
                condition=Q(
                    *(Q(kind=kind.value, score__range=scale) for kind, scale in SCALES.items()),
                    _connector=Q.OR,
                ),
                name="a_survey_score_is_on_its_scale",
                violation_error_message="NPS goes from 0 to 10, CSAT and PRODUCT from 1 to 5, CES from 1 to 7.",
            ),
            models.UniqueConstraint(
                fields=["external_id"],
                name="one_survey_answer_per_external_id",
                violation_error_message="Another answer already has this external id.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["customer", "kind", "-answered_at"], name="survey_answers_of_a_customer"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.score}"
