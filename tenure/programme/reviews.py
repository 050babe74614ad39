"""Business reviews: which kinds there are, how often, who comes, what is talked about. Plain Python."""

from tenure.programme.part import Part, no_code_twice
from tenure.programme.words import Cadence, Owner


class ReviewKind(Part, frozen=True):
    cadence: Cadence
    title: str
    minutes: int
    attendees: tuple[Owner, ...]
    agenda: tuple[str, ...]
    prepared_days_before: int
    followed_up_within_days: int


class Reviews(Part, frozen=True):
    review: tuple[ReviewKind, ...]

    def __post_init__(self) -> None:
        no_code_twice("review", (review.cadence for review in self.review), "review")

    def kind(self, cadence: Cadence) -> ReviewKind | None:
        return next((review for review in self.review if review.cadence == cadence), None)
