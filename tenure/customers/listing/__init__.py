"""The API's list of customers."""

from tenure.customers.listing.filters import CustomerFilters
from tenure.customers.listing.pages import page_of

__all__ = ["CustomerFilters", "page_of"]
