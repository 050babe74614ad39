"""What was published of customers, and the deals that favours helped."""

from decimal import Decimal

from tenure.advocacy import actions
from tenure.advocacy.models import AdvocacyActivity, AdvocacyStatus, AdvocacyType, Deal
from tenure.advocacy.published import influenced, published
from tests.moments import NOON, TODAY

CALL, STORY = AdvocacyType.REFERENCE_CALL, AdvocacyType.CASE_STUDY
PENDING = AdvocacyStatus.PENDING


def test_several_favours_of_one_deal_count_it_once(record, alice):
    for kind in (CALL, STORY):
        told = {"name": "Initech", "annual_value": Decimal(30_000), "state": "WON"}
        actions.link_deal(activity=record(kind, PENDING), fields=told, by=alice, at=NOON)
    told = {"name": "Hooli", "annual_value": Decimal(5_000), "state": "OPEN"}
    actions.link_deal(activity=record(CALL, PENDING), fields=told, by=alice, at=NOON)
    found = influenced(AdvocacyActivity.objects.all())

    sums = {one.state.value: (one.count, one.annual_value) for one in found.sums}
    assert sums == {"OPEN": (1, 5_000), "WON": (1, 30_000), "LOST": (0, 0)}
    assert [(one.name, one.favours.count()) for one in found.deals] == [
        ("Initech", 2),
        ("Hooli", 1),
    ]
    assert Deal.objects.get(name="Initech").closed_on == TODAY


def test_published_is_what_has_an_address(record, alice):
    for address in ("", "https://acme.example/story"):
        record(STORY, AdvocacyStatus.COMPLETED, facts={"case_study_url": address})
    record(AdvocacyType.TESTIMONIAL, PENDING, facts={"testimonial_url": "https://x.example"})

    assert [one.address for one in published(AdvocacyActivity.objects.all())] == [
        "https://acme.example/story"
    ]
