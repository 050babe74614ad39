"""A customer with everything around it, in one answer."""

from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from pydantic import Field

from tenure.customers.api import router
from tenure.customers.finding import visible_customer
from tenure.customers.origin_schemas import LEADS, POLICIES, Lead, Policy
from tenure.customers.profile_schemas import PROFILES, Profile
from tenure.customers.schemas import CUSTOMERS, Customer
from tenure.foundation.rest import answers
from tenure.foundation.rest.wire import Resource, Sql
from tenure.health.said_schemas import OVERRIDES, RUNNING, Override
from tenure.health.schemas import SCORES, Score
from tenure.people.callers import ApiRequest, Area, reads
from tenure.people.permissions import Permission
from tenure.plans.schemas import PLANS, Plan
from tenure.reviews.schemas import REVIEWS, Review

ACTIVE_PLAN = PLANS.array(
    "where s.customer_id = c.id and s.status = 'ACTIVE' order by s.starts_on desc limit 1"
)
LAST_SCORES = SCORES.array("where g.customer_id = c.id order by g.recorded_at desc limit 5")
COMPUTED = "case when h.override_until is null then h.score else h.computed_score end"
LAST_REVIEWS = REVIEWS.array(
    "where b.customer_id = c.id order by b.reviewed_at desc, b.id desc limit 3"
)
ALL_POLICIES = POLICIES.array("where o.customer_id = c.id order by o.effective_on desc, o.id")


class WholeCustomer(Customer):
    """A customer with its profile, its plan, and what was last measured and agreed."""

    success_profile: Annotated[Profile | None, Sql(PROFILES.object("where p.customer_id = c.id"))]
    success_plans: Annotated[list[Plan], Sql(ACTIVE_PLAN)] = Field(
        description="The newest active plan with its milestones; empty when there is none."
    )
    computed_score: Annotated[int | None, Sql(COMPUTED)] = Field(
        description="What the measures say, also while healthScore is one that somebody set."
    )
    override: Annotated[Override | None, Sql(OVERRIDES.object(RUNNING))] = Field(
        description="Who set healthScore by hand, and until when; null while it is computed."
    )
    health_scores: Annotated[list[Score], Sql(LAST_SCORES)] = Field(description="The last five.")
    business_reviews: Annotated[list[Review], Sql(LAST_REVIEWS)] = Field(
        description="The last three."
    )
    policies: Annotated[list[Policy], Sql(ALL_POLICIES)]
    lead: Annotated[Lead | None, Sql(LEADS.object("where l.id = c.lead_id"))]


WHOLE = Resource(WholeCustomer, CUSTOMERS.source, CUSTOMERS.alias)


@router.get(
    "/customers/{customer_id}", response={200: answers.answer_of(WholeCustomer, "WholeCustomer")}
)
@reads(Area.CUSTOMERS)
def show_customer(request: ApiRequest, customer_id: UUID) -> HttpResponse:
    """A customer with its profile, newest active plan, last scores and last reviews."""
    if not request.auth.person.may(Permission.CUSTOMERS_VIEW):
        visible_customer(customer_id, request.auth.person)
    return answers.row(WHOLE, "where c.id = %s", [customer_id])
