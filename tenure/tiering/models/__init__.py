"""Tiers that are looked at again, what moves them, and what customers used month by month."""

from tenure.tiering.models.changes import TierChange, TierChangeQuerySet, TierReview
from tenure.tiering.models.use import MonthlyUse

__all__ = ["MonthlyUse", "TierChange", "TierChangeQuerySet", "TierReview"]
