"""A call of the API."""

from dataclasses import dataclass
from typing import Any

BASE = "/api/v1/customer-success"
OF_CUSTOMER = "/customers/{customer}"


@dataclass(frozen=True)
class Call:
    method: str
    path: str
    body: Any = None
    status: int = 200

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def writes(self) -> bool:
        return self.method != "GET" and not self.path.endswith("calculate")
