from django.contrib import admin

from tenure.contracts.models import Contract, Invoice
from tenure.foundation.audit.admin import AuditedAdmin


@admin.register(Contract)
class ContractAdmin(AuditedAdmin):
    list_display = ("__str__", "customer", "starts_on", "ends_on", "annual_value")
    list_select_related = ("customer",)
    raw_id_fields = ("customer",)
    show_full_result_count = False


@admin.register(Invoice)
class InvoiceAdmin(AuditedAdmin):
    list_display = ("customer", "amount", "due_on", "paid_on")
    list_select_related = ("customer",)
    raw_id_fields = ("customer", "contract")
    show_full_result_count = False
