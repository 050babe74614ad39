"""A customer's usage by day."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection

from tenure.customers.models import Customer

USAGE = """
select u.day, max(u.active_users), max(u.active_users_7_days), max(u.active_users_28_days), sum(u.logins),
    round(coalesce(max(u.seconds) filter (where f.name = ''), sum(u.seconds)) / 60.0),
    count(*) filter (where f.name <> '' and u.uses > 0),
    sum(u.uses), sum(u.errors)
from usage_dailyusage u join usage_feature f on f.id = u.feature_id
where u.customer_id = %s and u.day between %s and %s
group by u.day order by u.day desc limit 1000
"""


def usage_by_day(
    customer: Customer, first: date = date.min, last: date = date.max
) -> Sequence[Any]:
    """Newest first: the day, active users of it, of 7 and of 28 days, logins, minutes, features used, uses, errors."""
    with connection.cursor() as cursor:
        cursor.execute(USAGE, [customer.id, first, last])
        rows: Sequence[Any] = cursor.fetchall()
    return rows
