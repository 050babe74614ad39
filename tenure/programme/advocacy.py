"""How often advocates may be asked, and what makes a reference fit. Plain Python."""

from tenure.programme.part import Contradiction, Part, known

KINDS = ("CASE_STUDY", "TESTIMONIAL", "REFERENCE_CALL", "SPEAKER_EVENT", "PRESS_RELEASE", "WEBINAR",
         "USER_GROUP", "ADVISORY_BOARD")  # fmt: skip


class Limits(Part, frozen=True):
    """Of one person, and of a whole customer; days of rest after an ask, a favour, a refusal."""

    asks_a_quarter: int
    asks_a_quarter_of_customer: int
    rest_after_ask: int
    rest_after_favour: int
    rest_after_refusal: int

    def __post_init__(self) -> None:
        if not 1 <= self.asks_a_quarter <= self.asks_a_quarter_of_customer:
            words = "A customer is asked at least as often as one person, and both at least once."
            raise Contradiction(words, "asks_a_quarter")
        if min(self.rest_after_ask, self.rest_after_favour, self.rest_after_refusal) < 0:
            raise Contradiction("Rest cannot be negative.", "rest_after_ask")


class Fit(Part, frozen=True):
    """Points of a reference that has all that is wanted."""

    industry: int
    tier: int
    use_case: int
    health: int
    rested: int
    healthy_from: int
    """Below this score nobody is asked to speak for us."""
    rested_days: int
    """Not asked for so long, somebody is fully rested."""

    def __post_init__(self) -> None:
        if self.industry + self.tier + self.use_case + self.health + self.rested != 100:
            raise Contradiction("The points sum to 100.", "industry")
        if not 0 <= self.healthy_from < 100 or self.rested_days < 1:
            raise Contradiction(
                "A score lies between 0 and 99, and rest lasts a day.", "healthy_from"
            )


class Advocacy(Part, frozen=True):
    limits: Limits
    fit: Fit
    needs_consent: tuple[str, ...]
    """Kinds that make somebody known in public: they need a consent before they begin."""
    promoter_from: int
    """Answers of NPS from this on speak for somebody who would speak for us."""
    promoter_days: int

    def __post_init__(self) -> None:
        known("kind", self.needs_consent, KINDS, "needs_consent")
