from django.contrib import admin

from tenure.foundation.audit.admin import ReadOnlyAdmin
from tenure.proof.models import Backtest


@admin.register(Backtest)
class BacktestAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "state", "by", "created_at", "finished_at")
    list_filter = ("state",)
    list_select_related = ("by",)
