"""Tasks, what a person has to do, and touchpoints, what was done with a customer."""

from tenure.work.models.tasks import Task
from tenure.work.models.touchpoints import Touchpoint

__all__ = ["Task", "Touchpoint"]
