"""All addresses of the portal, slice by slice."""

from django.contrib import admin
from django.urls import include, path
from django.views.decorators.http import require_GET

from tenure.foundation.audit.pages import audit_page
from tenure.people.guards import requires
from tenure.people.permissions import Permission
from tenure.project.api.assembled import api

urlpatterns = [
    path("admin/", admin.site.urls),
    path("audit/", require_GET(requires(Permission.AUDIT_VIEW)(audit_page)), name="audit"),
    path("api/v1/customer-success/", api.urls),
    path("", include("tenure.people.urls")),
    path("", include("tenure.alerts.urls")),
    path("", include("tenure.work.urls")),
    path("", include("tenure.requests.urls")),
    path("", include("tenure.plans.urls")),
    path("", include("tenure.documents.urls")),
    path("", include("tenure.onboarding.urls")),
    path("", include("tenure.recovery.urls")),
    path("", include("tenure.expansion.urls")),
    path("", include("tenure.revenue.urls")),
    path("", include("tenure.advocacy.urls")),
    path("", include("tenure.health.urls")),
    path("", include("tenure.proof.urls")),
    path("", include("tenure.tiering.urls")),
    path("", include("tenure.insights.urls")),
    path("", include("tenure.imports.urls")),
    path("", include("tenure.portfolio.urls")),
]

handler403 = "tenure.foundation.web.trouble.permission_denied"
handler404 = "tenure.foundation.web.trouble.page_not_found"
handler500 = "tenure.foundation.web.trouble.server_error"
