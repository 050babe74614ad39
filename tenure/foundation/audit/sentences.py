"""The trail in sentences: who did what, when, from where, and what it changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q, QuerySet

from tenure.foundation.audit.changes import ChangeWords, word_changes
from tenure.foundation.audit.models import Change, Deed
from tenure.foundation.audit.trail import PHRASES

CHANGES_SHOWN = 12
VIA = {
    "page": "in the portal",
    "api": "through the API",
    "command": "at the command line",
    "job": "in the background",
    "sql": "in the database itself",
}


@dataclass(frozen=True)
class Sentence:
    """A deed as people read it. `more` changes are not shown."""

    deed: Deed
    who: str
    what: str
    where: str
    changes: Sequence[ChangeWords]
    more: int

    def __str__(self) -> str:
        return f"{self.who} {self.what}"


def sentences(deeds: Sequence[Deed], customer_id: UUID | None = None) -> list[Sentence]:
    """The deeds as sentences, in their order, with the first changes of each. With a customer,
    only what changed about that customer."""
    ids = [deed.id for deed in deeds]
    about = Q(customer_id=customer_id) if customer_id else Q()
    changes = Change.objects.filter(about, deed_id__in=ids)
    counts = dict(changes.values_list("deed_id").annotate(Count("id")))
    shown = word_changes(_first_of_each(changes, counts))
    return [
        Sentence(
            deed=deed,
            who=deed.by_name,
            what=phrase_of(deed),
            where=VIA.get(deed.via, deed.via) + (f", {deed.address}" if deed.address else ""),
            changes=shown.get(deed.id, ()),
            more=max(counts.get(deed.id, 0) - CHANGES_SHOWN, 0),
        )
        for deed in deeds
    ]


def sentences_about(customer_id: UUID, limit: int) -> list[Sentence]:
    """The newest deeds about a customer, also those that were about many, such as imports."""
    touched = (
        Change.objects.filter(customer_id=customer_id)
        .order_by("-id")
        .values_list("deed_id", flat=True)[: limit * CHANGES_SHOWN]
    )
    about = Q(customer_id=customer_id) | Q(id__in=set(touched))
    deeds = list(Deed.objects.filter(about).order_by("-at", "-id")[:limit])
    return sentences(deeds, customer_id)


def sentences_of(subject_id: UUID, customer_id: UUID, limit: int) -> list[Sentence]:
    """The newest deeds that changed one thing of a customer: a favour, an opportunity, a request."""
    touched = (
        Change.objects.filter(subject_id=subject_id)
        .order_by("-id")
        .values_list("deed_id", flat=True)[: limit * CHANGES_SHOWN]
    )
    deeds = list(Deed.objects.filter(id__in=set(touched)).order_by("-at", "-id")[:limit])
    return sentences(deeds, customer_id)


def phrase_of(deed: Deed) -> str:
    """What was done, with the names that it was done with; they stay when their rows are gone."""
    phrase = PHRASES.get(deed.code, f"did “{deed.code}”")
    try:
        return phrase.format(**deed.details)
    except (KeyError, IndexError):
        return phrase


def _first_of_each(changes: QuerySet[Change], counts: dict[UUID, int]) -> Iterable[Change]:
    """The first changes of every deed, in one question. Of each deed no more is read than shown,
    though it may have changed a million rows."""
    first = changes.filter(deed_id=OuterRef("id")).order_by("id")[:CHANGES_SHOWN]
    ids = Deed.objects.filter(id__in=counts).values_list(
        ArraySubquery(first.values("id")), flat=True
    )
    return Change.objects.filter(id__in=[n for found in ids for n in found]).order_by("id")
