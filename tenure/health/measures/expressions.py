"""Expressions over facts, as people write them: `complaints / seats * 100`. Nothing is executed
that is not listed here: the text is read into a tree, and each node of it becomes array arithmetic.

Unknown is NaN and spreads; what is divided by zero is unknown. A comparison is 1 or 0.
"""

import ast
from collections.abc import Callable
from difflib import get_close_matches
from functools import reduce

import numpy as np

from tenure.health.measures.known_facts import FACTS
from tenure.health.measures.measure import Facts, Numbers
from tenure.health.measures.operators import BINARY, CALLED, COMPARED, Operator, truth

type Formula = Callable[[Facts], Numbers]

LONGEST = 300


class WrongExpression(ValueError):
    """The words say what is the matter, and at which character."""

    def __init__(self, words: str, position: int | None = None) -> None:
        where = "" if position is None else f" (character {position})"
        super().__init__(f"{words}{where}.")
        self.position = position


def formula(text: str) -> Formula:
    """The expression as a function from facts to numbers, or WrongExpression."""
    line = " ".join(text.split())
    if not line or len(line) > LONGEST:
        raise WrongExpression(f"An expression has 1 to {LONGEST} characters")
    try:
        tree = ast.parse(line, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        at = getattr(error, "offset", None)
        raise WrongExpression("This cannot be read as an expression", at) from None
    if not any(isinstance(node, ast.Name) and node.id in FACTS for node in ast.walk(tree)):
        _formula(tree, line)  # which may know a better reason
        raise WrongExpression("It names no fact, so that it would say the same of everybody")
    of = _formula(tree, line)

    def computed(facts: Facts) -> Numbers:
        with np.errstate(all="ignore"):
            told = np.broadcast_to(of(facts), _length(facts))
            return np.where(np.isfinite(told), told, np.nan)

    return computed


def _length(facts: Facts) -> int:
    return len(next(iter(facts.values())))


def _formula(node: ast.expr, line: str) -> Formula:
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return _number(float(value))
        case ast.Name(id=name) if name in FACTS:
            return lambda facts: facts[name]
        case ast.Name(id=name):
            raise _refusal(f"“{name}” is no fact that Tenure knows{_meant(name)}", node, line)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in BINARY:
            return _joined(BINARY[type(op)], _formula(left, line), _formula(right, line))
        case ast.UnaryOp(op=ast.USub() | ast.UAdd() | ast.Not() as op, operand=operand):
            return _signed(op, _formula(operand, line))
        case ast.BoolOp(op=op, values=values):
            parts = [_as_truth(_formula(value, line)) for value in values]
            join = np.minimum if isinstance(op, ast.And) else np.maximum
            return reduce(lambda one, other: _joined(join, one, other), parts)
        case ast.Compare(left=left, ops=ops, comparators=others):
            return _compared([left, *others], ops, line)
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in CALLED:
            if len(args) < 2:
                raise _refusal(f"{name}() takes at least two numbers", node, line)
            given = [_formula(part, line) for part in args]
            return reduce(lambda one, other: _joined(CALLED[name], one, other), given)
    raise _refusal("Only numbers, facts, + − * /, comparisons, and, or, not, "
                   "min, max and if_known can stand here", node, line)  # fmt: skip


def _number(value: float) -> Formula:
    return lambda facts: np.full(_length(facts), value)


def _joined(join: Operator, one: Formula, other: Formula) -> Formula:
    return lambda facts: join(one(facts), other(facts))


def _signed(op: ast.unaryop, of: Formula) -> Formula:
    if isinstance(op, ast.Not):
        return lambda facts: 1 - truth(of(facts))
    return of if isinstance(op, ast.UAdd) else lambda facts: -of(facts)


def _as_truth(of: Formula) -> Formula:
    return lambda facts: truth(of(facts))


def _compared(parts: list[ast.expr], ops: list[ast.cmpop], line: str) -> Formula:
    given = [_formula(part, line) for part in parts]
    pairs = []
    for place, op in enumerate(ops):
        if type(op) not in COMPARED:
            raise _refusal("Compare with < <= > >= == or !=", parts[place + 1], line)
        pairs.append(_joined(COMPARED[type(op)], given[place], given[place + 1]))
    return reduce(lambda one, other: _joined(np.minimum, one, other), pairs)


def _refusal(words: str, node: ast.expr, line: str) -> WrongExpression:
    before = line.encode()[: node.col_offset].decode(errors="ignore")
    return WrongExpression(words, len(before) + 1)


def _meant(name: str) -> str:
    near = get_close_matches(name, FACTS, n=1)
    return f"; did you mean {near[0]}?" if near else ""
