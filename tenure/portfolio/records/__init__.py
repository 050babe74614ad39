"""The rows behind a customer's figures: a tab each, all alike."""

from tenure.portfolio.records.kinds import RECORDS, RECORDS_BY_CODE
from tenure.portfolio.records.measures import addresses_of_rows
from tenure.portfolio.records.records import Records

__all__ = ["RECORDS", "RECORDS_BY_CODE", "Records", "addresses_of_rows"]
