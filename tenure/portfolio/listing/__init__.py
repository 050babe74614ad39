"""The customer list: its rows, its strip of levels, its columns, its filters."""

from tenure.portfolio.listing.choices import Choice, Filter
from tenure.portfolio.listing.columns import Column
from tenure.portfolio.listing.listing import Listing, Row

__all__ = ["Choice", "Column", "Filter", "Listing", "Row"]
