"""Who might buy more: what counts as a sign, what it is worth, and how likely it is. Plain Python."""

from tenure.programme.part import Contradiction, Part, known, no_code_twice

SIGNS = ("TIER_NEAR", "LIMITS_NEAR", "SEATS_FULL", "CONTENT", "STATED")


class Signs(Part, frozen=True):
    """From where on something is a sign. Seats and limits count when each of so many whole months says so."""

    near_tier_percent: float
    near_limit_percent: float
    seats_over_percent: float
    months: int
    used_percent: float
    nps: int
    stated_over: float

    def __post_init__(self) -> None:
        if not 0 < self.stated_over < 1:
            raise Contradiction("A probability lies between 0 and 1.", "stated_over")
        if not 1 <= self.months <= 12:
            raise Contradiction("Signs look back over 1 to 12 months.", "months")


class Chances(Part, frozen=True):
    """What nobody has stated: `least`, and `each_sign` more for each sign and for excellent health."""

    least: float
    each_sign: float
    most: float

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.most <= 1:
            raise ValueError("Probabilities lie between 0 and 1, the least below the most.")


class Suggestion(Part, frozen=True):
    """What to do where a sign shows; `{tier}` stands for the tier above."""

    sign: str
    says: str


class Expansion(Part, frozen=True):
    signs: Signs
    chances: Chances
    seats_sized_for_percent: float
    """So much of the seats should be in use after more were bought."""
    usual_growth_percent: float
    """Of a year's value, where neither a tier nor seats say how much more."""
    rests_days: int
    """Dismissed or lost, an opportunity is not found again for so long."""
    suggestion: tuple[Suggestion, ...]

    def __post_init__(self) -> None:
        known("sign", (one.sign for one in self.suggestion), SIGNS, "suggestion")
        no_code_twice("sign", (one.sign for one in self.suggestion), "suggestion")
        if not 0 < self.seats_sized_for_percent <= 100:
            raise Contradiction("Seats are sized for up to 100 percent.", "seats_sized_for_percent")

    def suggests(self, sign: str) -> str:
        return next((one.says for one in self.suggestion if one.sign == sign), "")
