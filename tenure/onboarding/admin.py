from django.contrib import admin

from tenure.foundation.audit.admin import ReadOnlyAdmin
from tenure.onboarding.models import Onboarding, ValueEntry


@admin.register(Onboarding)
class OnboardingAdmin(ReadOnlyAdmin):
    list_display = ("customer", "kickoff_on", "state", "ended_on")
    list_filter = ("state",)
    list_select_related = ("customer",)
    show_full_result_count = False


@admin.register(ValueEntry)
class ValueEntryAdmin(ReadOnlyAdmin):
    list_display = ("customer", "what", "amount", "unit", "achieved_on")
    list_select_related = ("customer",)
    show_full_result_count = False
