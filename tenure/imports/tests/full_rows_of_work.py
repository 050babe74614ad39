"""The same of what people do and ask for: touchpoints and requests."""

from datetime import UTC, date, datetime

CUSTOMER = ("customer_external_id", "customer__external_id", "C-1", "C-1", "C-2", "C-2")


def noon(day: int) -> datetime:
    return datetime(2026, 1, day, 12, tzinfo=UTC)


ROWS_OF_WORK: dict[str, list[tuple]] = {
    "touchpoints": [
        ("external_id", "external_id", "W-9", "W-9", "W-9", "W-9"),
        CUSTOMER,
        ("kind", "kind", "call", "CALL", "NOTE", "NOTE"),
        ("subject", "subject", "Status", "Status", "Price", "Price"),
        ("happened_at", "happened_at", "2026-01-05T13:00:00+01:00", noon(5), "", None),
        ("planned_on", "planned_on", "2026-01-04", date(2026, 1, 4), "2026-01-06", date(2026, 1, 6)),
        ("state", "state", "HELD", "HELD", "missed", "MISSED"),
        ("with_whom", "with_whom", "Zoe; Max", ["Zoe", "Max"], "", []),
        ("notes", "notes", "All is well", "All is well", "", ""),
        ("owner_email", "owner__name", "Alice@tenure.example", "Alice", "", None),
    ],
    "requests": [
        ("external_id", "external_id", "Q-9", "Q-9", "Q-9", "Q-9"),
        CUSTOMER,
        ("title", "title", "Route by state", "Route by state", "Route by line", "Route by line"),
        ("theme", "theme", "Lead routing", "Lead routing", "Reports", "Reports"),
        ("asked_on", "asked_on", "2026-01-03", date(2026, 1, 3), "2026-01-04", date(2026, 1, 4)),
        ("details", "details", "By hand now", "By hand now", "", ""),
        ("stakeholder_email", "stakeholder__name", "Zoe@acme.example", "Zoe", "", None),
        ("feature", "feature__name", "Routing", "Routing", "", None),
        ("state", "state", "declined", "DECLINED", "PLANNED", "PLANNED"),
        ("acknowledged_at", "acknowledged_at", "2026-01-05 12:00", noon(5), "2026-01-06 12:00", noon(6)),
        ("ended_at", "ended_at", "2026-01-07T12:00:00Z", noon(7), "", None),
        ("answer", "answer", "Too dear", "Too dear", "", ""),
    ],
}  # fmt: skip
