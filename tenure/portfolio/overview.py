"""What stands beside the health on a customer's page, gathered from all slices."""

from datetime import date
from typing import Any

from tenure.contracts.models import Contract
from tenure.customers.models import Customer, Stakeholder
from tenure.customers.words import StakeholderRole
from tenure.plans.models import Milestone, PlanStatus, SuccessPlan
from tenure.reviews.models import BusinessReview, PlannedReview

ROLE_ORDER = list(StakeholderRole)


def rail(customer: Customer, today: date) -> dict[str, Any]:
    """What stands beside the health: plan, renewal, people, support."""
    plan = (
        SuccessPlan.objects.filter(customer=customer, status=PlanStatus.ACTIVE)
        .order_by("-starts_on")
        .first()
    )
    milestones = list(Milestone.objects.filter(plan=plan).order_by("due_on", "id")) if plan else []
    people = sorted(
        Stakeholder.objects.filter(customer=customer),
        key=lambda person: (person.has_left, ROLE_ORDER.index(StakeholderRole(person.role))),
    )
    return {
        "plan": plan,
        "milestones": [(step, step.is_late(today)) for step in milestones],
        "done": sum(step.is_completed for step in milestones),
        "late": sum(step.is_late(today) for step in milestones),
        "people": people[:5],
        "people_count": len(people),
        "running": Contract.objects.filter(customer=customer).running_on(today).count(),
        "next_review": PlannedReview.objects.filter(customer=customer)
        .ahead().order_by("scheduled_at").first(),
        "last_review": BusinessReview.objects.filter(customer=customer)
        .order_by("-reviewed_at", "-id").first(),
        "open_tickets": customer.tickets.filter(closed_at=None).count(),
    }  # fmt: skip
