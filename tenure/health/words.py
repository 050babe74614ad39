"""What a pulse can say, and what it counts for. Plain Python."""

RATINGS = {
    1: "Very worried",
    2: "Worried",
    3: "Unsure",
    4: "Confident",
    5: "Delighted",
}
MOST_POINTS = 100
PULSE_DAYS = 90  # a pulse counts so long unless its giver says otherwise
STALE_DAYS = 14  # and after so many days it is marked as one to be given anew
OVERRIDE_DAYS = 90  # a score set by hand holds at most so long
DISAGREEMENT_POINTS = 30


def points_of(rating: int) -> int:
    """A rating from 1 to 5 on the scale of scores: 0, 25, 50, 75, 100."""
    return (rating - 1) * MOST_POINTS // (len(RATINGS) - 1)
