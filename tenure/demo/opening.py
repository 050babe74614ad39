"""How the story opens: the team, and every customer on the day it joined."""

from collections.abc import Callable
from datetime import datetime, timedelta

from tenure.customers import actions as customers
from tenure.customers.words import CustomerStatus, StakeholderRole
from tenure.demo import cast, world
from tenure.demo.arcs import DAYS
from tenure.demo.customer import DemoCustomer
from tenure.demo.scene import Player, hour_of
from tenure.foundation.audit.trail import Machine
from tenure.people import actions as people
from tenure.people.models import Person
from tenure.programme.words import Tier
from tenure.tiering import actions as tiering

type Progress = Callable[[str, int, int], None]


def add_team(now: datetime) -> dict[str, Person]:
    by = Machine("Tenure demo")
    at = now - timedelta(days=DAYS + 500)
    return {
        name: people.add_person(
            email=email, name=name, role=role, password=cast.PASSWORD, by=by, at=at
        )
        for name, email, role in cast.TEAM
    }


def add_customers(team: dict[str, Person], now: datetime, progress: Progress) -> list[Player]:
    """Every customer on the day it joined, in a CSM's book, with the people we know there."""
    manager = team["Rosa Oliveira"]
    found = world.customers(now.date())
    players = []
    for done, fact in enumerate(sorted(found, key=lambda fact: fact.joined_on), start=1):
        at = hour_of(fact.joined_on, 9)
        csm = team.get(fact.csm)
        customer = customers.create_customer(fields=_facts(fact), csm=csm, by=manager, at=at)
        for someone in fact.people:
            customers.add_stakeholder(
                customer=customer, name=someone.name, title=someone.title,
                role=StakeholderRole(someone.role), arrived_on=fact.joined_on,
                email=_address(someone.name, fact.name), by=csm or manager, at=at,
            )  # fmt: skip
        customers.change_profile(
            customer=customer, by=csm or manager, at=at,
            changes={"primary_objective": fact.objective, "total_users": fact.seats},
        )  # fmt: skip
        players.append(Player(fact, customer, csm or manager))
        tiering.review_tiers(customers=[customer.id], by=Machine("Review of tiers"), at=at)
        progress("Customers", done, len(found))
    return players


def _facts(fact: DemoCustomer) -> dict[str, object]:
    is_new = fact.arc.joins_day > 440 and fact.tier != Tier.TRIAL
    return {
        "external_id": fact.external_id,
        "name": fact.name,
        "company_name": f"{fact.name}, Inc.",
        "email": f"office@{_domain(fact.name)}",
        "industry": fact.industry,
        "business_type": "Insurance agency",
        "employee_count": fact.seats * 3,
        "billing_city": fact.city,
        "billing_state": fact.state,
        "billing_country": "US",
        "status": CustomerStatus.ONBOARDING if is_new else CustomerStatus.ACTIVE,
        "contract_starts_on": fact.joined_on,
        "annual_contract_value": fact.annual_value,
        "tags": [fact.industry.lower()],
    }


def _domain(name: str) -> str:
    return "".join(c for c in name.lower() if c.isascii() and c.isalnum()) + ".example"


def _address(person: str, company: str) -> str:
    plain = "".join(c if c.isascii() and c.isalpha() else "." for c in person.lower()).strip(".")
    return f"{'.'.join(part for part in plain.split('.') if part)}@{_domain(company)}"
