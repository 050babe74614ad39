"""Files of readings that other systems took: what is taken, what is refused, and what is tried only."""

import pytest

from tenure.health.models import ReportedReading

HEADER = "customer_external_id,measure,day,value\n"


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        ("C-9,nps,2026-01-05,30", "customer_external_id", "no customer with this external id"),
        ("C-1,luck,2026-01-05,30", "measure", "There is no measure of this code."),
        ("C-1,nps,2999-01-05,30", "day", "This day has not come yet."),
        ("C-1,nps,2026-01-05,101", "value", "NPS goes from -100 to 100."),
        ("C-1,complaints,2026-01-05,-1", "value", "Complaints goes from 0"),
        ("C-1,nps,2026-01-05,much", "value", "“much” is not a number"),
        ("C-1,nps,2026-01-05,NaN", "value", "“NaN” is not a number"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(bring_in, acme, row, field, words):
    outcome = bring_in(f"{HEADER}C-1,nps,2026-01-04,7\n{row}\n")

    assert (outcome.created, outcome.refused) == (1, 1)
    (refusal,) = outcome.refusals
    assert (refusal.line, refusal.field) == (3, field)
    assert words in refusal.reason
    assert ReportedReading.objects.get().value == 7


def test_a_day_that_stands_twice_is_taken_once(bring_in, acme):
    outcome = bring_in(f"{HEADER}C-1,nps,2026-01-05,7\nC-1,nps,2026-01-05,8\n")

    assert (outcome.created, outcome.refused) == (1, 1)
    assert "Line 2 has the same" in outcome.refusals[0].reason


def test_another_value_for_the_day_takes_its_place(bring_in, acme):
    bring_in(f"{HEADER}C-1,nps,2026-01-05,7\n")

    assert bring_in(f"{HEADER}C-1,nps,2026-01-05,8\n").changed == 1
    assert ReportedReading.objects.get().value == 8


def test_trying_a_file_keeps_nothing(bring_in, acme):
    assert bring_in(f"{HEADER}C-1,nps,2026-01-05,7\n", only_try=True).created == 1

    assert not ReportedReading.objects.exists()
