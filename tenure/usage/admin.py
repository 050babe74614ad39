from django.contrib import admin

from tenure.foundation.audit.admin import AuditedAdmin
from tenure.usage.models import Feature

admin.site.register(Feature, AuditedAdmin)
