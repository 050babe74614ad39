"""What can be done with drafts of the scorecard."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tenure.foundation.audit.trail import Author, deed, tell
from tenure.foundation.checking import refuse_changed, save
from tenure.foundation.refusals import Invalid
from tenure.health import scorecards, typed
from tenure.health.draft_faults import read
from tenure.health.models import Draft, Scorecard


class FaultyDraft(Invalid):
    """A draft does not become a version before its faults are mended."""


@deed("draft.started", "started the draft “{draft}” of a scorecard")
def start_draft(
    *, name: str, definition: Mapping[str, Any], based_on: Scorecard | None = None,
    by: Author, at: datetime,
) -> Draft:  # fmt: skip
    draft = Draft(
        name=name.strip(), definition=typed.whole(dict(definition)), based_on=based_on,
        person_id=by.id, created_at=at,
    )  # fmt: skip
    save(draft)
    tell(draft=draft.name)
    return draft


@deed("draft.changed", "changed the draft “{draft}” of a scorecard")
def change_draft(
    *, draft: Draft, name: str, definition: Mapping[str, Any], seen_at: datetime | None = None,
    by: Author, at: datetime,
) -> Draft:  # fmt: skip
    """Keep a draft as it was typed, right or wrong."""
    kept = Draft.objects.select_for_update(no_key=True).get(id=draft.id)
    refuse_changed(kept, seen_at)
    kept.name, kept.definition = name.strip(), dict(definition)
    save(kept)
    tell(draft=kept.name)
    return kept


@deed("draft.discarded", "discarded the draft “{draft}” of a scorecard")
def discard_draft(*, draft: Draft, by: Author, at: datetime) -> None:
    tell(draft=draft.name)
    draft.delete()


@deed("draft.finished", "finished the draft “{draft}” as {subject} of the scorecard")
def finish_draft(
    *, draft: Draft, note: str, puts_in_force: bool = False, by: Author, at: datetime
) -> Scorecard:
    """Make a draft a version, which may be put in force at once. The draft is gone then."""
    draft = Draft.objects.select_for_update(no_key=True).get(id=draft.id)
    card, faults = read(draft.definition)
    if card is None:
        raise FaultyDraft(" ".join(fault.words for fault in faults))
    row = scorecards.save(card=card, note=note, by=by, at=at)
    if puts_in_force:
        scorecards.put_in_force(scorecard=row, note=note, by=by, at=at)
    tell(draft=draft.name, subject=str(row))
    draft.delete()
    return row
