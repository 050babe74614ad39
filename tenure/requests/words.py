"""The words of requests. Plain Python."""

from tenure.foundation.enums import Word


class RequestState(Word):
    """How far we are with what a customer asks the product for."""

    ASKED = "ASKED"
    ACKNOWLEDGED = "ACKNOWLEDGED"
    PLANNED = "PLANNED"
    DELIVERED = "DELIVERED"
    DECLINED = "DECLINED"
