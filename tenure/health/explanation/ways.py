"""Ways in which a score can reach the next level, and how they are told."""

from dataclasses import dataclass

from tenure.health.explanation.moves import Move
from tenure.programme.words import HealthLevel

MOST_TOLD = 4


@dataclass(frozen=True, kw_only=True)
class Way:
    """Measures that move together, and the score that this comes to."""

    moves: tuple[Move, ...]
    gain: int
    score: int

    def __str__(self) -> str:
        first, *others = [str(move) for move in self.moves]
        others = [text if text[1:2].isupper() else text[:1].lower() + text[1:] for text in others]
        return " and ".join([", ".join([first, *others[:-1]]), *others[-1:]])


@dataclass(frozen=True, kw_only=True)
class Recovery:
    """How a score can reach the next level, or the score that it fell from without leaving its own:
    by one measure alone, or by the fewest together.

    `together` is what fell, back where it was, or the best that can be, where the former is not
    enough; it may still fall short of the level.
    """

    level: HealthLevel | None  # None where the goal is the score that it fell from
    threshold: float
    alone: tuple[Way, ...]
    together: Way | None
    has_fallen: bool = False

    def say(self, way: Way) -> str:
        """“Logins up to 3.1 a user and week would add 9 points and reach Good.”"""
        together = " together" if len(way.moves) > 1 else ""
        end = f"reach {self.goal}"
        if not self.is_enough(way):
            end = f"come to {way.score}, not yet {self.goal}"
        points = "1 point" if way.gain == 1 else f"{way.gain} points"
        return f"{way} would{together} add {points} and {end}."

    @property
    def goal(self) -> str:
        return self.level.label if self.level else f"{self.threshold:g} again"

    def is_enough(self, way: Way) -> bool:
        return way.score >= self.threshold

    @property
    def easiest(self) -> tuple[Way, ...]:
        return self.alone[:MOST_TOLD]

    @property
    def joint(self) -> Way | None:
        """What is told besides the measures that are enough alone: several that are, together."""
        together = self.together
        if together is None or not self.alone:
            return together
        return together if len(together.moves) > 1 and self.is_enough(together) else None

    @property
    def joint_is_enough(self) -> bool:
        return self.joint is not None and self.is_enough(self.joint)

    @property
    def sentences(self) -> list[str]:
        return [self.say(way) for way in (*self.easiest, self.joint) if way]
