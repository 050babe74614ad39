"""What the page of a scheduled review shows."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from tenure.onboarding.forms import ValueForm
from tenure.portfolio.reviewing.attendees_form import candidates, team
from tenure.portfolio.reviewing.forms import (
    ItemForms,
    MinutesForm,
    MoveForm,
    PlaceForm,
    WhenForm,
    owners_at,
)
from tenure.portfolio.reviewing.since import since_last
from tenure.portfolio.reviewing.worth import much
from tenure.programme.in_force import programme
from tenure.programme.words import Cadence
from tenure.programme.working import plus_working_days, working_day
from tenure.reviews.lines import agenda_of, attendees_of
from tenure.reviews.models import PlannedReview, ReviewType

STAGES = ("Prepare", "Hold", "Follow up")


def review_view(planned: PlannedReview, at: datetime, *, may_edit: bool) -> dict[str, Any]:
    customer, kind = planned.customer, ReviewType(planned.review_type)
    agenda, invited = agenda_of(planned.agenda), attendees_of(planned.attendees)
    since = since_last(customer, kind, at if planned.is_ahead else min(at, planned.scheduled_at))
    local, calendar = timezone.localtime(planned.scheduled_at), programme().calendar
    usual = programme().reviews.kind(Cadence(kind.value)) if Cadence.has(kind.value) else None
    today = timezone.localdate(at)
    prepared_by = plus_working_days(
        calendar, local.date(), -(usual.prepared_days_before if usual else 1)
    )
    has_come = local.date() <= today
    shown: dict[str, Any] = {
        "planned": planned, "customer": customer, "kind": kind, "now": at, "day": today,
        "may_edit": may_edit and planned.is_ahead,
        "may_reinstate": may_edit and planned.state in ("CANCELLED", "MISSED"),
        "agenda": agenda, "blanks": range(2 if agenda else 3), "invited": invited, "since": since,
        "prepared_by": prepared_by, "is_late": planned.is_ahead and not agenda and prepared_by < today,
        "has_come": has_come, "stage": 2 if not planned.is_ahead else 1 if has_come else 0,
        "stages": STAGES, "values": [(one, much(one)) for one in since.new_values],
    }  # fmt: skip
    return shown | (_forms(planned, local, at, usual) if shown["may_edit"] else {})


def _forms(planned: PlannedReview, local: datetime, at: datetime, usual: Any) -> dict[str, Any]:
    owners, today = owners_at(planned.customer), timezone.localdate(at)
    begun = min(local, timezone.localtime(at))
    days = usual.followed_up_within_days if usual else 2
    follow = plus_working_days(programme().calendar, today, days)
    due = working_day(programme().calendar, today + timedelta(days=14))
    invited = attendees_of(planned.attendees)
    return {
        "candidates": candidates(planned.customer, invited),
        "team": [one for one in team() if one.name not in {who.name for who in invited}],
        "place_form": PlaceForm(initial={"minutes": planned.minutes, "place": planned.place}),
        "move_form": MoveForm(initial={"day": local.date(), "time": local.time()}),
        "when": WhenForm(initial={"day": begun.date(), "time": begun.time()}, prefix="held"),
        "minutes": MinutesForm(initial={"follow_up_on": follow}),
        "items": ItemForms(prefix="item", form_kwargs={"owners": owners}),
        "usual_due": due,
        "value_form": ValueForm(today=today),
    }
