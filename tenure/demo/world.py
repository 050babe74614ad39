"""The demo's customers: who they are and how each will fare, from a fixed random seed."""

from datetime import date, timedelta
from random import Random

from tenure.demo import cast
from tenure.demo.arcs import ARCS, DAYS, Arc
from tenure.demo.customer import DemoCustomer, Someone
from tenure.programme.words import Tier

SEED = 20_260_101

# How many customers of each tier follow which arc: 120 in all.
ROLES: dict[Tier, dict[str, int]] = {
    Tier.ENTERPRISE: {"thrives": 4, "holds": 2, "slips": 1, "recovers": 1, "is won over": 1, "starts": 1},
    Tier.MID_MARKET: {
        "thrives": 8, "holds": 7, "drifts": 3, "slips": 2, "recovers": 2, "leaves": 2, "joined": 4,
        "starts": 2, "starts late": 1, "pauses": 1,
    },
    Tier.SMALL_BUSINESS: {
        "thrives": 11, "holds": 14, "drifts": 6, "slips": 3, "recovers": 3, "leaves": 4,
        "is won over": 2, "cannot pay": 3, "joined": 8, "starts": 3, "starts late": 2, "pauses": 1,
    },
    Tier.TRIAL: {"tries": 12, "leaves": 2, "holds": 3, "joined": 1},
}  # fmt: skip
VALUES = {
    Tier.ENTERPRISE: (105_000, 320_000),
    Tier.MID_MARKET: (26_000, 96_000),
    Tier.SMALL_BUSINESS: (5_200, 24_000),
    Tier.TRIAL: (0, 0),
}
SEATS = {
    Tier.ENTERPRISE: (110, 260),
    Tier.MID_MARKET: (18, 90),
    Tier.SMALL_BUSINESS: (3, 9),
    Tier.TRIAL: (2, 3),
}


def customers(today: date) -> list[DemoCustomer]:
    """All of them, always the same for the same day."""
    names = _names(Random(SEED))
    csms = {tier: _shelves(books) for tier, books in cast.BOOKS.items()}
    found: list[DemoCustomer] = []
    for tier, roles in ROLES.items():
        for role, count in roles.items():
            for place in range(count):
                number = len(found)
                own = Random(SEED + number)
                arc = ARCS[role](own.random(), (place + own.random()) / count)
                csm = _csm(csms.get(tier), place, arc.leaves_day is not None)
                found.append(_customer(number, names[number], tier, arc, csm, today, own))
    return found


def _shelves(books: tuple[tuple[str, int], ...]) -> list[str]:
    """The places in the books of a tier, each under the name of its CSM, one of each in turn."""
    most = max(room for _, room in books)
    return [name for turn in range(most) for name, room in books if turn < room]


def _csm(places: list[str] | None, number: int, leaves: bool) -> str:
    """Whoever stays takes a place; who leaves was in one of the books, and takes none for long."""
    if not places:
        return ""
    return (
        places[number % len(places)] if leaves else places.pop(0) if len(places) > 1 else places[0]
    )


def _customer(
    number: int, name: str, tier: Tier, arc: Arc, csm: str, today: date, own: Random
) -> DemoCustomer:
    city, state = own.choice(cast.PLACES)
    return DemoCustomer(
        number=number,
        name=name,
        tier=tier,
        arc=arc,
        begin=today - timedelta(days=DAYS),
        annual_value=int(round(own.uniform(*VALUES[tier]), -2)),
        seats=own.randint(*SEATS[tier]),
        industry=own.choice(cast.LINES),
        city=city,
        state=state,
        objective=own.choice(cast.OBJECTIVES),
        csm=csm,
        people=_people(own),
        random=own,
    )


def _names(random: Random) -> list[str]:
    """More names than there are customers, all different: houses, and pairs of families."""
    houses = [f"{house} {random.choice(cast.FORMS)}" for house in cast.HOUSES]
    families = list(cast.FAMILY)
    random.shuffle(families)
    pairs = [f"{a} & {b}" for a, b in zip(families[::2], families[1::2], strict=False)]
    names = [*houses, *pairs]
    random.shuffle(names)
    return names


def _people(random: Random) -> list[Someone]:
    def name() -> str:
        return f"{random.choice(cast.GIVEN)} {random.choice(cast.FAMILY)}"

    return [
        Someone(name(), random.choice(("Managing director", "Chief operating officer", "Owner")), "SPONSOR"),
        Someone(name(), random.choice(("Head of sales", "Agency manager", "Director of growth")), "CHAMPION"),
        Someone(name(), random.choice(("IT lead", "Systems administrator")), "TECHNICAL"),
        Someone(name(), random.choice(("Senior agent", "Team lead")), "USER"),
        Someone(name(), "Accounts payable", "BILLING"),
    ]  # fmt: skip
