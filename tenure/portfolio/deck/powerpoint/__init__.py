"""A deck as PowerPoint: texts that can be edited, tables, and charts of PowerPoint's own."""

from tenure.portfolio.deck.powerpoint.writing import powerpoint_of

__all__ = ["powerpoint_of"]
