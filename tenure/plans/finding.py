"""Looking up the plan, or what belongs to it, that a request is about, within what the caller may see and change."""

from uuid import UUID

from django.http import Http404

from tenure.customers.finding import editable_customer
from tenure.customers.models import Customer
from tenure.people.models import Person
from tenure.plans import models


def visible_plan(plan_id: UUID, person: Person) -> models.SuccessPlan:
    seen = Customer.objects.visible_to(person)
    found = models.SuccessPlan.objects.filter(id=plan_id, customer__in=seen).first()
    if found is None:
        raise Http404("There is no such plan.")
    return found


def editable_plan(plan_id: UUID, person: Person) -> models.SuccessPlan:
    plan = visible_plan(plan_id, person)
    editable_customer(plan.customer_id, person)
    return plan


def editable_milestone(plan_id: UUID, milestone_id: UUID, person: Person) -> models.Milestone:
    plan = editable_plan(plan_id, person)
    found = models.Milestone.objects.filter(plan=plan, id=milestone_id).first()
    if found is None:
        raise Http404("There is no such milestone in this plan.")
    return found
