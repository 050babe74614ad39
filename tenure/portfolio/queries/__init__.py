"""Questions behind the customer list: who is on a page, and what stands in each row."""

from tenure.portfolio.queries.customers import (
    ROWS_ON_A_PAGE,
    Band,
    bands,
    matching,
    of_levels,
    page_of,
)
from tenure.portfolio.queries.rows import WEEKS, NextStep, next_steps, weekly_scores

__all__ = [
    "ROWS_ON_A_PAGE",
    "WEEKS",
    "Band",
    "NextStep",
    "bands",
    "matching",
    "next_steps",
    "of_levels",
    "page_of",
    "weekly_scores",
]
