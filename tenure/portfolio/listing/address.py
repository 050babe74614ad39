"""The address of the list with something changed: every link on it keeps what else is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict


@dataclass(frozen=True)
class Address:
    query: QueryDict

    def having(self, name: str, values: Sequence[str]) -> str:
        """With one parameter set anew, from the first page."""
        query = self.query.copy()
        query.pop("page", None)
        query.setlist(name, list(values))
        if not values:
            del query[name]
        return f"?{query.urlencode()}"

    def page(self, number: int) -> str:
        query = self.query.copy()
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The parameters that a new search keeps."""
        return [
            (name, value)
            for name, values in self.query.lists()
            if name not in ("q", "page")
            for value in values
        ]
