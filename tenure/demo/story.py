"""The demo's story, told week by week through the same actions that everybody uses."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from django.db import connection, transaction

from tenure.customers import actions as customers
from tenure.customers.words import CustomerStatus, StakeholderRole
from tenure.demo import cast, world
from tenure.demo.arcs import DAYS
from tenure.demo.chapters import CHAPTERS
from tenure.demo.files import write_files
from tenure.demo.scene import Player, Scene
from tenure.foundation.audit.trail import Machine, Origin, origin
from tenure.health import actions as health
from tenure.imports import actions as imports
from tenure.people import actions as people
from tenure.people.models import Person
from tenure.programme.words import Tier

DAYS_SCORED_DAILY = 21
type Progress = Callable[[str, int, int], None]


def tell_story(*, now: datetime, folder: Path, progress: Progress) -> None:
    """Fill an empty database: all of it, or, if something stops it, nothing."""
    with transaction.atomic(), coming_from("page"):
        team = add_team(now)
        players = add_customers(team, now, progress)
        bring_in_files(players, team, now, folder, progress)
        live(Scene(players, team), now, progress)


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
        at = morning(fact.joined_on, 9)
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
        progress("Customers", done, len(found))
    return players


def _facts(fact: world.DemoCustomer) -> dict[str, object]:
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
        "tier": fact.tier,
        "status": CustomerStatus.ONBOARDING if is_new else CustomerStatus.ACTIVE,
        "contract_starts_on": fact.joined_on,
        "annual_contract_value": fact.annual_value,
        "tags": [fact.industry.lower()],
    }


def bring_in_files(
    players: list[Player], team: dict[str, Person], now: datetime, folder: Path, progress: Progress
) -> None:
    """What other systems know: contracts, invoices, usage, tickets, survey answers."""
    facts = [player.fact for player in players]
    paths = write_files(facts, now.date(), folder)
    jobs = imports.plan(paths, None)
    for done, job in enumerate(jobs, start=1):
        outcome = imports.import_file(
            job=job,
            refused_to=folder / f"refused-{job.path.name}",
            by=team["Mei-Ling Chen"],
            at=now,
        )
        assert not outcome.refused, outcome.refusals[:3]
        progress("Usage, contracts, tickets, surveys", done, len(jobs))
    with connection.cursor() as cursor:
        cursor.execute("analyze")
    for path in paths:
        path.unlink()


def live(scene: Scene, now: datetime, progress: Progress) -> None:
    """Eighteen months: what people did each week, and the scores at its end."""
    begin = now.date() - timedelta(days=DAYS)
    ends = list(_score_days(begin, now.date()))
    since = begin
    for done, end in enumerate(ends, start=1):
        for chapter in CHAPTERS:
            chapter(scene, since, end)
        with coming_from("job"):
            ids = [player.customer.id for player in scene.players if player.has_joined(end)]
            health.score_customers(
                ids=ids, last_known=end - timedelta(days=1), by=Machine("Nightly scoring"),
                at=min(morning(end, 5), now),
            )  # fmt: skip
        since = end
        progress("Eighteen months", done, len(ends))


def _score_days(begin: date, today: date) -> Iterator[date]:
    day = begin + timedelta(days=7)
    while day < today - timedelta(days=DAYS_SCORED_DAILY):
        yield day
        day += timedelta(days=7)
    for back in range(DAYS_SCORED_DAILY, -1, -1):
        yield today - timedelta(days=back)


def morning(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)


@contextmanager
def coming_from(via: str) -> Iterator[None]:
    noted = origin.set(Origin(via=via))
    try:
        yield
    finally:
        origin.reset(noted)


def _domain(name: str) -> str:
    return "".join(c for c in name.lower() if c.isascii() and c.isalnum()) + ".example"


def _address(person: str, company: str) -> str:
    plain = "".join(c if c.isascii() and c.isalpha() else "." for c in person.lower()).strip(".")
    return f"{'.'.join(part for part in plain.split('.') if part)}@{_domain(company)}"
