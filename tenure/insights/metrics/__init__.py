"""The registry of metrics. To add one: its definition in metrics.toml, a Rule in its family's module."""

from tenure.insights.metrics import (
    adoption,
    advocacy,
    feedback,
    operations,
    renewals,
    retention,
    satisfaction,
    support,
    value,
)
from tenure.insights.metrics.rule import Rule

REGISTRY: tuple[Rule, ...] = (
    *satisfaction.RULES,
    *value.RULES,
    *adoption.RULES,
    *retention.RULES,
    *renewals.RULES,
    *support.RULES,
    *advocacy.RULES,
    *feedback.RULES,
    *operations.RULES,
)
BY_CODE = {rule.code: rule for rule in REGISTRY}
VARIANTS = {rule.code: rule.variant_of for rule in REGISTRY if rule.variant_of} | {
    "csat_mean": "csat"
}
"""Codes that are another way to look at a metric, and which."""
