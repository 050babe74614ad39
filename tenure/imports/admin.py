from django.contrib import admin

from tenure.foundation.audit.admin import ReadOnlyAdmin
from tenure.imports.models import Import


@admin.register(Import)
class ImportAdmin(ReadOnlyAdmin):
    list_display = ("file_name", "kind", "state", "rows_read", "refused_rows", "created_at")
    list_filter = ("kind", "state")
