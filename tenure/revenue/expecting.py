"""What the software expects of a renewal, and why. Plain Python."""

from dataclasses import dataclass

from tenure.programme.revenue import Proposal
from tenure.programme.words import ChurnRisk, HealthTrend
from tenure.revenue.words import Call

ORDER = list(Call)


@dataclass(frozen=True)
class Expected:
    call: Call
    because: str


def expected(
    told: Proposal, score: int | None, risk: ChurnRisk, trend: HealthTrend, intent: float | None
) -> Expected | None:
    """The worse of what intent and risk say; None where neither is known."""
    calls, reasons = [], []
    if intent is not None:
        found = (Call(name) for name, least in told.intent.items() if intent >= least)
        calls.append(min(found, key=ORDER.index, default=Call.WILL_LEAVE))
        reasons.append(f"intent {intent:.0f}%")
    if score is not None:
        calls.append(Call(told.risk[risk]))
        falls = " and falling" if trend == HealthTrend.DECLINING else ""
        reasons.append(f"health {score}{falls}, risk {risk.label.lower()}")
    if not calls:
        return None
    return Expected(max(calls, key=ORDER.index), "; ".join(reasons))
