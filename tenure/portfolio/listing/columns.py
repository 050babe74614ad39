"""The columns of the customer list, and what each is sorted by."""

from collections.abc import Iterator
from dataclasses import dataclass

from tenure.portfolio.filters import Sort
from tenure.portfolio.listing.address import Address


@dataclass(frozen=True)
class Column:
    title: str
    is_right: bool
    href: str | None
    is_sorted: bool
    direction: str


COLUMNS = (
    ("Customer", Sort.NAME, "ascending", False),
    ("Health", Sort.HEALTH, "ascending", False),
    ("26 weeks", None, "", False),
    ("What changed", Sort.CHANGE, "ascending", False),
    ("Value", Sort.VALUE, "descending", True),
    ("Renews", Sort.RENEWAL, "ascending", True),
    ("Plan and next milestone", None, "", False),
    ("Last contact", Sort.CONTACT, "ascending", True),
)


def columns(sorted_by: Sort, address: Address) -> Iterator[Column]:
    for title, sort, direction, is_right in COLUMNS:
        href = address.having("sort", [sort]) if sort else None
        yield Column(title, is_right, href, sort == sorted_by, direction)
