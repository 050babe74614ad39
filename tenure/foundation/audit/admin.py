"""Django's admin, made to tell the trail what it does, and to show the trail."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from tenure.foundation.audit.models import Change, Deed
from tenure.foundation.audit.trail import PHRASES, telling

PHRASES["admin.changed"] = "changed {what} in the admin"


class AuditedAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """An admin whose every change is a deed of the person at the keyboard."""

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._told(super().changeform_view, request, *args, **kwargs)

    def delete_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._told(super().delete_view, request, *args, **kwargs)

    def changelist_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        return self._told(super().changelist_view, request, *args, **kwargs)

    def _told(self, view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        person: Any = request.user
        with telling("admin.changed", by=person, at=timezone.now()) as deed:
            deed.details["what"] = str(self.opts.verbose_name_plural)
            return view(request, *args, **kwargs)


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """For what is history: it can be looked at, and nothing else."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Deed)
class DeedAdmin(ReadOnlyAdmin):
    list_display = ("at", "by_name", "code", "via", "address")
    list_filter = ("code", "via")


@admin.register(Change)
class ChangeAdmin(ReadOnlyAdmin):
    list_display = ("id", "kind", "subject_type", "subject_name")
    list_filter = ("kind", "subject_type")
