"""Business reviews: those that were held, and those that are scheduled."""

from tenure.reviews.models.held import BusinessReview, Cardinality
from tenure.reviews.models.planned import PlannedReview
from tenure.reviews.words import ReviewState, ReviewType

__all__ = ["BusinessReview", "Cardinality", "PlannedReview", "ReviewState", "ReviewType"]
