"""Different users of 7 and of 28 days come with the usage of the whole product."""

import pytest

from tenure.imports.tests.test_refused_rows import CUSTOMERS, told
from tenure.usage.models import DailyUsage

COLUMNS = (
    "customer_external_id,day,feature,active_users,active_users_7_days,active_users_28_days,uses"
)


def kept() -> list[tuple]:
    rows = DailyUsage.objects.order_by("day", "feature__name")
    return list(rows.values_list("active_users", "active_users_7_days", "active_users_28_days"))


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        ("C-1,2026-01-05,Leads,,4,,1", "active_users_7_days",
         "Different users of several days are told of the product as a whole: leave the feature empty."),
        ("C-1,2026-01-05,Leads,,,4,1", "active_users_28_days",
         "Different users of several days are told of the product as a whole: leave the feature empty."),
        ("C-1,2026-01-05,,5,4,9,", "active_users_7_days", "There are more users on this day alone."),
        ("C-1,2026-01-05,,5,,4,", "active_users_28_days", "There are more users on this day alone."),
        ("C-1,2026-01-05,,5,9,8,", "active_users_28_days",
         "There are more users in the last seven of these days."),
        ("C-1,2026-01-05,,5,-1,8,", "active_users_7_days",
         "active_users_7_days -1 is not between 0 and 2,147,483,647."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(bring_in, row, field, reason):
    bring_in(CUSTOMERS)

    outcome = bring_in(f"{COLUMNS}\n{row}\nC-1,2026-01-06,,5,7,9,\n")

    assert told(outcome) == [(2, field, reason)]
    assert kept() == [(5, 7, 9)]


def test_a_file_of_them_alone_adds_to_what_is_known(bring_in):
    bring_in(CUSTOMERS)
    bring_in("customer_external_id,day,active_users\nC-1,2026-01-05,5\n")
    weeks = "customer_external_id,day,active_users_28_days\nC-1,2026-01-05,11\n"

    first, again = bring_in(weeks), bring_in(weeks)

    assert (first.changed, again.unchanged) == (1, 1)
    assert kept() == [(5, None, 11)]


def test_a_file_that_does_not_have_them_leaves_them(bring_in):
    bring_in(CUSTOMERS)
    bring_in(f"{COLUMNS}\nC-1,2026-01-05,,5,7,9,\n")

    bring_in("customer_external_id,day,active_users\nC-1,2026-01-05,6\n")

    assert kept() == [(6, 7, 9)]
