"""Who is asked to come, as the form sends it: ticked people, and others by name."""

from dataclasses import dataclass

from django.http import QueryDict

from tenure.customers.models import Customer, Stakeholder
from tenure.people.models import Person
from tenure.people.roles import CustomerContact
from tenure.portfolio.reviewing.people import our, their
from tenure.reviews.lines import Attendee


@dataclass(frozen=True)
class Candidate:
    """Somebody who could come. `code` is how the form names this one."""

    code: str
    attendee: Attendee
    comes: bool


def candidates(customer: Customer, invited: list[Attendee]) -> list[Candidate]:
    """Everybody at the customer, and our people as far as they are asked already."""
    known = {(one.name, one.ours) for one in invited}
    found = [
        Candidate(f"s:{one.id}", their(one), (one.name, False) in known)
        for one in Stakeholder.objects.filter(customer=customer).present().order_by("name", "id")
    ]
    found += [Candidate(f"p:{one.id}", our(one), True)
              for one in team() if (one.name, True) in known]  # fmt: skip
    there = {(one.attendee.name, one.attendee.ours) for one in found}
    others = [one for one in invited if (one.name, one.ours) not in there]
    return [*found, *(Candidate(f"o:{place}", one, True) for place, one in enumerate(others))]


def team() -> list[Person]:
    return list(Person.objects.filter(is_active=True).exclude(role=CustomerContact.code))


def attendees_sent(sent: QueryDict, customer: Customer, invited: list[Attendee]) -> list[Attendee]:
    """Those that are ticked, the one of us who is added, and those who are written in."""
    ticked = set(sent.getlist("who"))
    found = [one.attendee for one in candidates(customer, invited) if one.code in ticked]
    found += [our(one) for one in team() if str(one.id) == sent.get("add")]
    for line in sent.get("others", "").splitlines():
        name, _, title = line.partition(",")
        if name.strip():
            found.append(Attendee(name.strip()[:200], title.strip()[:200]))
    return list(dict.fromkeys(found))
