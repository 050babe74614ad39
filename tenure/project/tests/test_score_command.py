"""`tenure score`: the health of everybody, once for each state of what is known."""

from datetime import date

import pytest

from tenure.health.models import HealthScore

pytestmark = pytest.mark.django_db
CUSTOMERS = "external_id,name,customer_since\nC-1,Acme,2025-01-01\n"
USAGE = "customer_external_id,day,active_users,logins\n" + "".join(
    f"C-1,2025-06-{day:02},10,25\n" for day in range(1, 31)
)


@pytest.fixture
def fed(tell, tmp_path):
    """A customer of whom the last thing known is how June 2025 was used."""
    (tmp_path / "customers.csv").write_text(CUSTOMERS)
    (tmp_path / "usage.csv").write_text(USAGE)
    said = tell("import", tmp_path / "usage.csv", tmp_path / "customers.csv")
    assert said.code == 0, said.complaint


def test_nobody_is_there_to_score(tell):
    said = tell("score")

    assert (said.code, said.words) == (0, "0 scored, 0 unchanged, 0 unknown\n")


def test_it_scores_and_says_as_of_when(tell, fed):
    assert tell("score").words == (
        "1 scored, 0 unchanged, 0 unknown\n"
        "The newest data is from 30 June 2025; scores are as of that day.\n"
    )
    assert HealthScore.objects.get().known_until == date(2025, 6, 30)


def test_scoring_again_writes_nothing(tell, fed):
    tell("score")
    again = tell("score")

    assert again.words.startswith("0 scored, 1 unchanged, 0 unknown\n")
    assert HealthScore.objects.count() == 1


def test_a_day_in_the_past_is_scored_from_what_was_known_then(tell, fed):
    said = tell("score", "--as-of", "2025-06-20")

    assert said.words == "1 scored, 0 unchanged, 0 unknown\n"
    assert HealthScore.objects.get().known_until == date(2025, 6, 20)
    assert HealthScore.objects.get().recorded_at.date() == date(2025, 6, 20)


def test_weeks_before_are_scored_too_oldest_first(tell, fed):
    said = tell("score", "--weeks", "2")

    days = HealthScore.objects.order_by("recorded_at").values_list("known_until", flat=True)
    assert said.words.startswith("3 scored, 0 unchanged, 0 unknown\n")
    assert list(days) == [date(2025, 6, 16), date(2025, 6, 23), date(2025, 6, 30)]


def test_it_answers_in_json(tell, fed):
    assert tell("score", "--json").json == {
        "scored": 1,
        "unchanged": 0,
        "unknown": 0,
        "known_until": "2025-06-30",
    }


def test_a_day_that_is_none_is_not_understood(tell):
    assert tell("score", "--as-of", "yesterday").code == 2
    assert tell("score", "--weeks", "521").code == 2
