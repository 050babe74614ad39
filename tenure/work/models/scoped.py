"""Which rows about customers a person may know of, and change."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tenure.customers.models import Customer
from tenure.people.models import Person
from tenure.people.permissions import Permission


class Scoped[T: models.Model](models.QuerySet[T]):
    """Rows about customers. One about no customer is its owner's."""

    def visible_to(self, person: Person) -> Scoped[T]:
        seen = person.may(Permission.CUSTOMERS_VIEW)
        return self.filter(Q(customer__isnull=False) | Q(owner=person)) if seen else self.none()

    def editable_by(self, person: Person) -> Scoped[T]:
        """Those about customers that this person may change, and those that are this person's own."""
        if not person.may(Permission.CUSTOMERS_EDIT):
            return self.none()
        theirs = Customer.objects.editable_by(person)
        return self.filter(Q(customer__in=theirs) | Q(owner=person))
