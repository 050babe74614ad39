"""What files of customers say of success profiles: who looks after a customer, and its objective."""

from collections.abc import Collection
from datetime import datetime

from django.db.backends.utils import CursorWrapper

OURS = "stage s join customers_customer c on c.external_id = s.external_id"
# By the file's column the profile's, and what it becomes.
TOLD = {
    "csm_email": ("csm_id", "o.id"),
    "primary_objective": ("primary_objective", "coalesce(s.primary_objective, '')"),
}
DIFFER = f"""
select {{what}} from {OURS}
join customers_successprofile p on p.customer_id = c.id
left join people_person o on lower(o.email) = lower(s.csm_email)
where ({{mine}}) is distinct from ({{told}})
"""


def changed_profiles(given: Collection[str], *, what: str = "c.id") -> str:
    """A query for the customers whose known profile is to change; nothing where none is told of."""
    columns = [TOLD[name] for name in TOLD if name in given]
    if not columns:
        return ""
    mine = ", ".join(f"p.{column}" for column, _ in columns)
    return DIFFER.format(what=what, mine=mine, told=", ".join(told for _, told in columns))


def save_profiles(cursor: CursorWrapper, at: datetime, given: Collection[str]) -> None:
    """Give each customer a success profile and a place for its health; change what is told."""
    cursor.execute(
        "insert into customers_successprofile (id, customer_id, created_at, updated_at)"
        f" select new_id(), c.id, %(at)s, %(at)s from {OURS}"
        " where not exists (select from customers_successprofile p where p.customer_id = c.id)",
        {"at": at},
    )
    cursor.execute(
        "insert into customers_currenthealth (customer_id)"
        f" select c.id from {OURS} on conflict do nothing"
    )
    told = {column: told for name, (column, told) in TOLD.items() if name in given}
    if told:
        wanted = ", ".join(f"{value} as {column}" for column, value in told.items())
        sets = ", ".join(f"{column} = w.{column}" for column in told)
        cursor.execute(
            f"update customers_successprofile p set {sets}, updated_at = %(at)s"
            f" from ({changed_profiles(given, what=f'p.id as profile_id, {wanted}')}) w"
            " where p.id = w.profile_id",
            {"at": at},
        )
