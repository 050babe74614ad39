"""The calendar: working days, opening hours, holidays, and which clock an answer is promised by. Plain Python."""

from datetime import date, time
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import holidays

from tenure.foundation.enums import Word
from tenure.programme.part import Contradiction, Part, known
from tenure.programme.tiers import PRIORITIES


class Clock(Word):
    """Hours of the clock count night and day; hours of business only while we are open."""

    CALENDAR = "CALENDAR"
    BUSINESS = "BUSINESS"


class OwnHoliday(Part, frozen=True):
    day: date
    title: str


class Calendar(Part, frozen=True, kw_only=True):
    """`working_weekdays` count from Monday, which is 1. `country` and `region` are ISO 3166 codes
    whose public holidays are free; no country means that only `holiday` counts."""

    time_zone: str
    working_weekdays: tuple[int, ...]
    opens: time
    closes: time
    country: str = ""
    region: str = ""
    holiday: tuple[OwnHoliday, ...] = ()
    clock: dict[str, Clock]
    resolution_clock: dict[str, Clock]
    """By which clock a first response, and a resolution, is reckoned, by priority."""

    def __post_init__(self) -> None:
        if self.time_zone not in available_timezones():
            words = f"There is no time zone {self.time_zone}: say it as in Europe/Berlin."
            raise Contradiction(words, "time_zone")
        weekdays = map(str, self.working_weekdays)
        known("weekday", weekdays, map(str, range(1, 8)), "working_weekdays")
        clocks = {"clock": self.clock, "resolution_clock": self.resolution_clock}
        for name, clock in clocks.items():
            known("priority", clock, PRIORITIES)
            if set(clock) != set(PRIORITIES):
                raise Contradiction(f"Each of {', '.join(PRIORITIES)} needs its clock.", name)
        if not self.working_weekdays:
            raise Contradiction("There must be one working weekday at least.", "working_weekdays")
        if self.closes <= self.opens:
            raise Contradiction("The day must close after it opens.", "closes")
        self._country_is_known()

    def _country_is_known(self) -> None:
        if not self.country:
            return
        regions = holidays.list_supported_countries().get(self.country)
        if regions is None:
            words = f"The holidays of {self.country} are not known: give them by hand."
            raise Contradiction(words, "country")
        if self.region and self.region not in regions:
            words = f"{self.country} has no region {self.region}. It has: {', '.join(regions)}."
            raise Contradiction(words, "region")

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def holiday_on(self, day: date) -> str | None:
        """What keeps us away on that day, or None."""
        for own in self.holiday:
            if own.day == day:
                return own.title
        public: str | None = (
            _of_country(self.country, self.region, day.year).get(day) if self.country else None
        )
        return public

    def is_working(self, day: date) -> bool:
        return day.isoweekday() in self.working_weekdays and self.holiday_on(day) is None


@cache
def _of_country(country: str, region: str, year: int) -> dict[date, str]:
    found = holidays.country_holidays(country, subdiv=region or None, years=year)
    return dict(found)
