from django.urls import path

from tenure.alerts import pages

urlpatterns = [
    path("alerts/", pages.inbox, name="alerts"),
    path("alerts/work/", pages.work, name="work-alerts"),
    path("alerts/<uuid:alert_id>/", pages.alert_page, name="alert"),
    path("customers/<uuid:customer_id>/alerts/", pages.rules_page, name="customer-alerts"),
]
