from django.contrib import admin

from tenure.foundation.audit.admin import AuditedAdmin
from tenure.people.models import ApiToken, Person


@admin.register(Person)
class PersonAdmin(AuditedAdmin):
    list_display = ("name", "email", "role", "is_active", "last_login")
    list_filter = ("role", "is_active")
    search_fields = ("name", "email")
    fields = ("name", "email", "role", "is_active", "last_login")
    readonly_fields = ("role", "is_active", "last_login")

    # Access is given and taken on the page of the people, which keeps the last administrator.
    def has_add_permission(self, request: object) -> bool:
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        return False


@admin.register(ApiToken)
class ApiTokenAdmin(AuditedAdmin):
    list_display = ("name", "person", "hint", "created_at", "last_used_at", "revoked_at")
    readonly_fields = ("person", "digest", "hint", "created_at", "last_used_at")

    def has_add_permission(self, request: object) -> bool:
        return False
