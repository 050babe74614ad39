"""The customers behind a figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload
from uuid import UUID

from tenure.foundation.database.prepared import all_rows, first_value
from tenure.insights.figure import Scope
from tenure.insights.metrics import BY_CODE
from tenure.insights.periods import Period
from tenure.people.models import Person
from tenure.people.permissions import Permission

FROM = """
from insights_periodmetrics m
join customers_customer c on c.id = m.customer_id
left join people_person s on s.id = m.csm_id
where m.period_type = %(kind)s and m.period = %(period)s and m.parts ? %(code)s
    and (%(tier)s::text is null or m.tier = %(tier)s) and (%(csm)s::uuid is null or m.csm_id = %(csm)s)
    and (not %(is_count)s or (m.parts->%(code)s->>0)::float8 <> 0)
"""
PAGE = f"""
select c.id, c.name, m.tier, s.name, (m.parts->%(code)s->>0)::float8, (m.parts->%(code)s->>1)::float8
{FROM} order by abs((m.parts->%(code)s->>1)::float8) desc, abs((m.parts->%(code)s->>0)::float8) desc, c.name, c.id limit %(count)s offset %(first)s
"""


@dataclass(frozen=True)
class Row:
    id: UUID
    name: str
    tier: str
    csm: str | None
    numerator: float
    denominator: float


class Rows(Sequence[Row]):
    """As many as are asked for; those who brought most to the denominator first, then to the numerator."""

    def __init__(self, told: dict[str, object]) -> None:
        self._told = told

    def __len__(self) -> int:
        found: int = first_value(f"select count(*) {FROM}", self._told)
        return found

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> list[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | list[Row]:
        if isinstance(at, int):
            return self[at : at + 1][0]
        first, last = at.start or 0, at.stop
        told = self._told | {"first": first, "count": None if last is None else last - first}
        return [Row(*row) for row in all_rows(PAGE, told)]

    def __iter__(self) -> Iterator[Row]:
        return iter(self[:])


def rows_behind(code: str, period: Period, scope: Scope, person: Person) -> Rows:
    """Of those whom this person may see; the team sees everybody. Behind a count stand those who count."""
    assert person.may(Permission.CUSTOMERS_VIEW)
    return Rows(
        {
            "code": code, "kind": period.kind.value, "period": period.code,
            "tier": scope.tier.value if scope.tier else None, "csm": scope.csm,
            "is_count": BY_CODE[code].is_count,
        }
    )  # fmt: skip
