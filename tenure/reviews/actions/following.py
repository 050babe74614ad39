"""What was agreed on in a review: each item is kept with it, and is a task that somebody has."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from tenure.customers.models import Customer
from tenure.foundation.audit.trail import Author, deed, leave_no_trace, tell
from tenure.foundation.checking import save
from tenure.foundation.ids import new_id
from tenure.foundation.refusals import Invalid
from tenure.people.models import Person
from tenure.programme.words import Owner, Urgency
from tenure.reviews.lines import ActionItem
from tenure.reviews.models import BusinessReview
from tenure.work import actions as work
from tenure.work.actions import PlannedTask
from tenure.work.words import Origin


@deed("review.agreed", "agreed on {items} in a review with {subject}")
def agree_on(
    *, review: BusinessReview, items: Sequence[ActionItem], by: Author, at: datetime
) -> BusinessReview:
    """Add what was agreed on: a line in the minutes and a task for each, made once."""
    found = BusinessReview.objects.select_for_update(of=["self"], no_key=True).select_related(
        "customer"
    )
    review = found.get(id=review.id)
    tell(customer_id=review.customer_id, subject=review.customer.name,
         items=f"{len(items)} item{'' if len(items) == 1 else 's'}")  # fmt: skip
    if not items:
        leave_no_trace()
        return review
    if any(not item.title.strip() for item in items):
        raise Invalid("Say what is to be done.", {"title": "is needed"})
    keyed = [(str(new_id()), item) for item in items]
    before = review.action_items or []
    kept = before if isinstance(before, list) else [before]
    review.action_items = [*kept, *(item.as_fact(key) for key, item in keyed)]
    save(review)
    tasks = _tasks(review, keyed)
    work.add_tasks(customer=review.customer, tasks=tasks, origin=Origin.REVIEW, by=by, at=at)
    return review


def _tasks(review: BusinessReview, keyed: Sequence[tuple[str, ActionItem]]) -> list[PlannedTask]:
    people = Person.objects.in_bulk([item.person for _, item in keyed if item.person])
    csm = Customer.objects.select_related("success_profile__csm").get(id=review.customer_id)
    for _, item in keyed:
        if item.person and item.person not in people:
            raise Invalid("There is no such person.", {"owner": "is not known"})
    return [
        PlannedTask(
            key=f"{review.id}:{key}",
            title=item.title.strip()[:200],
            due_on=item.due_on,
            owner=people[item.person] if item.person else csm.success_profile.csm,
            owner_role=Owner.CSM if item.person else Owner.CUSTOMER,
            priority=Urgency.MEDIUM,
            details=f"Agreed on in the {review.get_review_type_display().lower()} review of"
            f" {timezone.localtime(review.reviewed_at):%-d %B %Y}."
            + ("" if item.person else f" {item.owner or 'The customer'} does it."),
        )
        for key, item in keyed
    ]
