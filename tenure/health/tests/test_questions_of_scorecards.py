"""Pages of scorecards ask the same few questions, however many versions and drafts there are."""

import msgspec
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenure.health import drafting, inventing, scorecards
from tenure.health.models import Draft, OwnMeasure
from tenure.programme import in_force
from tests.moments import NOON

MOST = 14
VERSIONS = "/health/scorecards/"
PAGES = [
    "/health/", VERSIONS, f"{VERSIONS}2/", f"{VERSIONS}differences/?from=1&to=2",
    "/health/drafts/{draft}/", "/health/measures/", "/health/measures/{measure}/",
]  # fmt: skip


def more(mona, number: int) -> None:
    """A version, a draft, a period in force and an own measure more."""
    ours = in_force.scorecard()
    card = msgspec.structs.replace(ours, levels=ours.levels | {"GOOD": 50.0 + number})
    row = scorecards.save(card=card, note=f"Try {number}", by=mona, at=NOON)
    scorecards.put_in_force(scorecard=row, by=mona, at=NOON)
    values = scorecards.plain_values(card)
    drafting.start_draft(name=f"Draft {number}", definition=values, by=mona, at=NOON)
    fields = {"title": f"Load {number}", "expression": "goals", "unit": "", "digits": 1}
    inventing.add_measure(fields=fields, by=mona, at=NOON)


def asked(client, address: str) -> int:
    known = {
        "draft": Draft.objects.earliest("id").id,
        "measure": OwnMeasure.objects.earliest("id").id,
    }
    client.get(address.format(**known))  # what is kept from then on
    with CaptureQueriesContext(connection) as questions:
        assert client.get(address.format(**known)).status_code == 200
    return len(questions)


@pytest.mark.parametrize("address", PAGES)
def test_more_rows_are_no_more_questions(address, mona, sign_in):
    client = sign_in(mona)
    scorecards.row_in_force()
    more(mona, 1)
    few = asked(client, address)

    for number in range(2, 6):
        more(mona, number)

    assert asked(client, address) == few
    assert few <= MOST
