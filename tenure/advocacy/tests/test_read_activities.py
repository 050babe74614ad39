"""Reading favours: GET /customers/{id}/advocacy-activities."""

from datetime import timedelta
from uuid import uuid4

import msgspec
import pytest

from tenure.advocacy.models import AdvocacyActivity, AdvocacyStatus, AdvocacyType
from tenure.advocacy.schemas import ACTIVITIES
from tenure.foundation.database.prepared import first_value
from tests.moments import NOON


@pytest.fixture
def titles(api, erin, acme, record):
    """The titles that the list shows of three favours: `titles("?status=PENDING")`."""
    three = (
        (AdvocacyType.WEBINAR, AdvocacyStatus.PENDING, 2),
        (AdvocacyType.CASE_STUDY, AdvocacyStatus.COMPLETED, 3),
        (AdvocacyType.TESTIMONIAL, AdvocacyStatus.PENDING, 1),
    )
    for kind, status, hours in three:
        made = AdvocacyActivity.objects.filter(id=record(kind, status).id)
        made.update(created_at=NOON + timedelta(hours=hours))
    path = f"/customers/{acme.id}/advocacy-activities"
    return lambda query="": [row["title"] for row in api(erin).get(path + query).json()["data"]]


def test_the_list_has_the_newest_first(titles):
    assert titles() == ["Case study", "Webinar", "Testimonial"]


def test_it_is_filtered_by_kind(titles):
    assert titles("?activityType=WEBINAR") == ["Webinar"]


def test_it_is_filtered_by_status(titles):
    assert titles("?status=PENDING") == ["Webinar", "Testimonial"]


def test_filters_repeat_and_combine(titles):
    assert titles("?activityType=CASE_STUDY&activityType=TESTIMONIAL") == [
        "Case study", "Testimonial",
    ]  # fmt: skip
    assert titles("?status=PENDING&status=COMPLETED&activityType=CASE_STUDY") == ["Case study"]
    assert titles("?status=DECLINED") == []


@pytest.mark.parametrize("name", ["activityType", "status"])
def test_an_unknown_word_is_refused(api, erin, acme, name):
    answer = api(erin).get(f"/customers/{acme.id}/advocacy-activities", **{name: "NONE_SUCH"})

    assert answer.status_code == 422
    assert name in answer.json()["error"]


def test_the_answer_says_what_the_orm_says(activity):
    (found,) = msgspec.json.decode(
        first_value(ACTIVITIES.objects("where a.id = %s"), [activity.id]), type=list[dict]
    )
    read = ACTIVITIES.schema.model_validate(found)

    activity.refresh_from_db()
    for name in ("id", "customer_id", "activity_type", "title", "status", "created_at"):
        assert getattr(read, name) == getattr(activity, name)
    assert (read.happens_on, read.value, read.outcome) == (None, None, None)


def test_nothing_is_read_of_a_customer_one_does_not_see(api, erin, carl, acme):
    path = "/customers/{}/advocacy-activities"

    assert api(carl).get(path.format(acme.id)).status_code == 404
    assert api(erin).get(path.format(uuid4())).status_code == 404


def test_nobody_reads_without_a_token_or_outside_its_areas(api, erin, acme):
    path = f"/customers/{acme.id}/advocacy-activities"

    assert api().get(path).status_code == 401
    assert api(erin, areas=["plans"]).get(path).status_code == 403
    assert api(erin, areas=["advocacy"]).get(path).status_code == 200
