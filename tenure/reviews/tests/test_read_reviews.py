"""Reading reviews: GET /customers/{id}/business-reviews."""

from uuid import uuid4

import msgspec
import pytest

from tenure.foundation.database.prepared import first_value
from tenure.reviews.models import ReviewType
from tenure.reviews.schemas import REVIEWS


@pytest.fixture
def year(hold):
    return [hold(kind, day) for kind, day in zip(ReviewType, (3, 20, 9, 12, 1, 28), strict=True)]


@pytest.fixture
def kinds(api, erin, acme, year):
    """The kinds of the reviews that the list shows: `kinds("?reviewType=WEEKLY")`."""
    path = f"/customers/{acme.id}/business-reviews"
    return lambda query="": [
        review["reviewType"] for review in api(erin).get(path + query).json()["data"]
    ]


def test_the_list_has_the_newest_first(kinds):
    assert kinds() == ["STRATEGIC", "MONTHLY", "ANNUAL", "QUARTERLY", "WEEKLY", "EXECUTIVE"]


def test_it_shows_one_kind_when_asked(kinds):
    assert kinds("?reviewType=ANNUAL") == ["ANNUAL"]


def test_kinds_may_be_repeated(kinds):
    assert kinds("?reviewType=WEEKLY&reviewType=MONTHLY") == ["MONTHLY", "WEEKLY"]


def test_a_kind_that_never_met_is_an_empty_list(api, erin, acme, review):
    answer = api(erin).get(f"/customers/{acme.id}/business-reviews", reviewType="WEEKLY")

    assert (answer.status_code, answer.json()["data"]) == (200, [])


def test_an_unknown_kind_is_refused(api, erin, acme):
    answer = api(erin).get(f"/customers/{acme.id}/business-reviews", reviewType="DAILY")

    assert answer.status_code == 422
    assert "reviewType" in answer.json()["error"]


def test_the_answer_says_what_the_orm_says(review):
    (found,) = msgspec.json.decode(
        first_value(REVIEWS.objects("where b.id = %s"), [review.id]),
        type=list[dict],
    )
    read = REVIEWS.schema.model_validate(found)

    review.refresh_from_db()
    for name in ("reviewed_at", "attendee_names", "attendee_titles", "agenda", "overall_rating"):
        assert getattr(read, name) == getattr(review, name)
    assert (read.id, read.updated_at) == (review.id, review.updated_at)


def test_nothing_is_read_of_a_customer_one_does_not_see(api, erin, carl, acme):
    path = "/customers/{}/business-reviews"

    assert api(carl).get(path.format(acme.id)).status_code == 404
    assert api(erin).get(path.format(uuid4())).status_code == 404


def test_nobody_reads_without_a_token_or_outside_its_areas(api, erin, acme):
    path = f"/customers/{acme.id}/business-reviews"

    assert api().get(path).status_code == 401
    assert api(erin, areas=["plans"]).get(path).status_code == 403
    assert api(erin, areas=["reviews"]).get(path).status_code == 200
