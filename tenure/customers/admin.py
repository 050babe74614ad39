from django.contrib import admin

from tenure.customers.models import ChurnEvent, Customer, Lead, Policy, Stakeholder, SuccessProfile
from tenure.foundation.audit.admin import AuditedAdmin


@admin.register(Customer)
class CustomerAdmin(AuditedAdmin):
    list_display = ("name", "tier", "status", "annual_contract_value", "next_renewal_on")
    list_filter = ("tier", "status")
    search_fields = ("search_text",)
    raw_id_fields = ("lead",)
    show_full_result_count = False


@admin.register(SuccessProfile)
class SuccessProfileAdmin(AuditedAdmin):
    list_display = ("customer", "csm", "onboarding_status")
    list_filter = ("onboarding_status",)
    list_select_related = ("customer", "csm")
    raw_id_fields = ("customer", "executive_sponsor", "technical_contact")
    show_full_result_count = False


@admin.register(Stakeholder)
class StakeholderAdmin(AuditedAdmin):
    list_display = ("name", "customer", "role", "left_on")
    list_filter = ("role",)
    list_select_related = ("customer",)
    raw_id_fields = ("customer", "person")
    search_fields = ("name", "email")


@admin.register(Policy, ChurnEvent)
class OfACustomerAdmin(AuditedAdmin):
    list_display = ("__str__", "customer")
    list_select_related = ("customer",)
    raw_id_fields = ("customer",)


@admin.register(Lead)
class LeadAdmin(AuditedAdmin):
    list_display = ("name", "email", "source", "received_at")
    search_fields = ("name", "email")
