from typing import ClassVar

from django.contrib import admin

from tenure.advocacy.models import AdvocacyActivity, Consent, Deal, Group, GroupMeeting, Member
from tenure.foundation.audit.admin import AuditedAdmin


class OfACustomerAdmin(AuditedAdmin):
    list_display = ("__str__", "customer")
    list_select_related: ClassVar[tuple[str, ...]] = ("customer",)
    raw_id_fields: ClassVar[tuple[str, ...]] = ("customer", "contact")
    show_full_result_count = False


@admin.register(AdvocacyActivity)
class AdvocacyActivityAdmin(OfACustomerAdmin):
    raw_id_fields: ClassVar[tuple[str, ...]] = ("customer", "contact", "deal")


@admin.register(Consent)
class ConsentAdmin(OfACustomerAdmin):
    pass


@admin.register(Member)
class MemberAdmin(OfACustomerAdmin):
    raw_id_fields: ClassVar[tuple[str, ...]] = ("customer", "contact", "group")
    list_select_related: ClassVar[tuple[str, ...]] = ("customer", "contact")


@admin.register(Deal, Group, GroupMeeting)
class OfNobodyAdmin(AuditedAdmin):
    show_full_result_count = False
