"""What stands behind a theme: how many requests, of how many customers, worth how much a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Count, Max, Q, QuerySet

from tenure.requests.models import Request

# A customer that asks twice counts once, and so does what it pays.
BEHIND = """
select theme, sum(requests)::int, count(*), coalesce(sum(value), 0)
from ({rows}) by_customer group by theme order by 2 desc, 4 desc, 1 limit {most}
"""
MOST = 200


@dataclass(frozen=True)
class Theme:
    """`value`: what those of the customers pay a year that are still here. `share_percent`: its
    requests in percent of those of the theme that is asked for most."""

    name: str
    requests: int
    customers: int
    value: Decimal
    share_percent: float


def behind_themes(rows: QuerySet[Request], most: int = MOST) -> list[Theme]:
    """The themes of these requests, the most asked for first."""
    by_customer = (
        rows.order_by().values("theme", "customer_id").annotate(
            requests=Count("id"),
            value=Max("customer__annual_contract_value", filter=Q(customer__churned_on=None)),
        )
    )  # fmt: skip
    return list(_themes(by_customer, most))


def _themes(by_customer: QuerySet[Any, Any], most: int) -> Iterator[Theme]:
    sql, told = by_customer.query.sql_with_params()
    largest = 0
    with connection.cursor() as cursor:
        cursor.execute(BEHIND.format(rows=sql, most=int(most)), told)
        for name, requests, customers, value in cursor.fetchall():
            largest = largest or requests
            yield Theme(name, requests, customers, value, 100 * requests / largest)
