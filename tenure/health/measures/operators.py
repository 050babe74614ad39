"""What can stand between the facts of an expression: array arithmetic in which unknown is NaN."""

import ast
from collections.abc import Callable, Mapping

import numpy as np

from tenure.health.measures.measure import Numbers, first_known, ratio

type Operator = Callable[[Numbers, Numbers], Numbers]


def of_known(compare: Callable[[Numbers, Numbers], object]) -> Operator:
    """1 or 0 where both are known, else unknown."""

    def told(one: Numbers, other: Numbers) -> Numbers:
        unknown = np.isnan(one) | np.isnan(other)
        return np.where(unknown, np.nan, np.asarray(compare(one, other), dtype=float))

    return told


def truth(numbers: Numbers) -> Numbers:
    """1 for what is not zero, 0 for zero, unknown for what is unknown."""
    return np.where(np.isnan(numbers), np.nan, (numbers != 0).astype(float))


BINARY: Mapping[type[ast.operator], Operator] = {
    ast.Add: np.add,
    ast.Sub: np.subtract,
    ast.Mult: np.multiply,
    ast.Div: ratio,
}
COMPARED: Mapping[type[ast.cmpop], Operator] = {
    ast.Lt: of_known(np.less),
    ast.LtE: of_known(np.less_equal),
    ast.Gt: of_known(np.greater),
    ast.GtE: of_known(np.greater_equal),
    ast.Eq: of_known(np.equal),
    ast.NotEq: of_known(np.not_equal),
}
CALLED: Mapping[str, Operator] = {
    "min": np.minimum,
    "max": np.maximum,
    "if_known": first_known,
}
