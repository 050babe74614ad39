"""What a customer's page says before all else: at risk, onboarded late, likely to buy more."""

from dataclasses import dataclass
from datetime import date, datetime

from tenure.customers.models import Customer
from tenure.expansion.models import Opportunity
from tenure.onboarding.models import Onboarding
from tenure.onboarding.queries import progress_of
from tenure.onboarding.rules import Progress
from tenure.onboarding.words import UNDER_WAY
from tenure.recovery.models import Case
from tenure.recovery.words import CaseState


@dataclass(frozen=True)
class CustomerStanding:
    """The open case, opportunity and the onboarding under way, where there are any."""

    case: Case | None
    opportunity: Opportunity | None
    onboarding: Onboarding | None
    progress: Progress | None
    now: datetime

    @property
    def is_case_late(self) -> bool:
        due = self.case.next_due() if self.case else None
        return due is not None and due < self.now

    @property
    def needs_words(self) -> bool:
        """An onboarding that goes as planned stands on its tab; it needs no banner."""
        return bool(self.progress and (self.progress.late or self.progress.is_stuck))


def standing_of(customer: Customer, today: date, now: datetime) -> CustomerStanding:
    case = Case.objects.filter(customer=customer, state=CaseState.OPEN).first()
    opportunity = Opportunity.objects.open().filter(customer=customer).first()
    onboarding = Onboarding.objects.filter(customer=customer, state__in=UNDER_WAY).first()
    progress = progress_of([onboarding], today)[onboarding.id] if onboarding else None
    return CustomerStanding(case, opportunity, onboarding, progress, now)
