"""Files of what customers used month by month: what is taken, and what is refused."""

import pytest

from tenure.tiering.models import MonthlyUse

HEADER = "customer_external_id,month,name,value\n"


@pytest.mark.parametrize(
    ("row", "field", "words"),
    [
        ("C-9,2026-09-01,agents,3", "customer_external_id", "no customer with this external id"),
        ("C-1,2026-09-02,agents,3", "month", "Give the first day of the month."),
        ("C-1,2999-01-01,agents,3", "month", "This month has not come yet."),
        (
            "C-1,2026-09-01,desks,3",
            "name",
            "is not one of agents, leads_a_month, leads_converted, storage_gb",
        ),
        ("C-1,2026-09-01,agents,-1", "value", "-1"),
        ("C-1,2026-09-01,agents,", "value", "is empty"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(bring_in, acme, row, field, words):
    outcome = bring_in(f"{HEADER}C-1,2026-08-01,agents,7\n{row}\n")

    assert (outcome.created, outcome.refused) == (1, 1)
    (refusal,) = outcome.refusals
    assert (refusal.line, refusal.field) == (3, field)
    assert words in refusal.reason
    assert MonthlyUse.objects.get().value == 7


def test_another_figure_for_the_month_takes_the_place_of_the_first(bring_in, acme):
    bring_in(f"{HEADER}C-1,2026-08-01,agents,7\n")
    outcome = bring_in(f"{HEADER}C-1,2026-08-01,agents,8.5\n")

    assert (outcome.created, outcome.changed) == (0, 1)
    assert float(MonthlyUse.objects.get().value) == 8.5
