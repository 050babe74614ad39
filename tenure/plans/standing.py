"""Who signed a plan, and whether it still says what was signed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenure.plans.models import PlanVersion, SignOff, SuccessPlan
from tenure.plans.words import Side


@dataclass(frozen=True)
class Signed:
    """The newest sign-off of a side; none, when nobody signed for it."""

    side: Side
    sign_off: SignOff | None
    is_as_signed: bool

    @property
    def has_changed(self) -> bool:
        return self.sign_off is not None and not self.is_as_signed


@dataclass(frozen=True)
class Standing:
    """The newest version by number, and who agreed to what."""

    version: int | None
    signed: Sequence[Signed]

    @property
    def is_signed(self) -> bool:
        return all(one.sign_off and one.is_as_signed for one in self.signed)

    @property
    def changed_since(self) -> int | None:
        """The oldest version that somebody signed last and that is not what the plan says now."""
        numbers = [one.sign_off.version.number for one in self.signed
                   if one.sign_off and one.has_changed]  # fmt: skip
        return min(numbers, default=None)


def standing_of(plan: SuccessPlan) -> Standing:
    newest = plan.versions.order_by("-number").first()
    return Standing(newest.number if newest else None, list(_signed(plan, newest)))


def _signed(plan: SuccessPlan, newest: PlanVersion | None) -> Iterator[Signed]:
    found = SignOff.objects.filter(version__plan=plan).select_related("version")
    last: dict[str, SignOff] = {}
    for one in found.order_by("version__number", "signed_on", "id"):
        last[one.side] = one
    for side in Side:
        sign_off = last.get(side.value)
        says = (
            sign_off is not None
            and newest is not None
            and (sign_off.version_id == newest.id or sign_off.version.content == newest.content)
        )
        yield Signed(side, sign_off, says)
