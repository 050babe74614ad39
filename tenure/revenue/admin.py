from django.contrib import admin

from tenure.foundation.audit.admin import ReadOnlyAdmin
from tenure.revenue.models import RenewalForecast


@admin.register(RenewalForecast)
class RenewalForecastAdmin(ReadOnlyAdmin):
    list_display = ("customer", "renews_on", "call", "amount", "said_by", "said_at")
    list_select_related = ("customer",)
    show_full_result_count = False
