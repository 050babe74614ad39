"""Enums whose values are the names that the API uses, each with a label for people."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """`MID_MARKET = "MID_MARKET", "Mid-market"`; without a label the name itself, in lower case."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label or value.replace("_", " ").capitalize()
        return word

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """The pairs that a Django field wants."""
        return [(word.value, word.label) for word in cls]

    @classmethod
    def has(cls, value: object) -> bool:
        return value in cls._value2member_map_
