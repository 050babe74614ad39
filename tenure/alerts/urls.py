from django.urls import path

from tenure.alerts import pages

urlpatterns = [
    path("alerts/", pages.inbox, name="alerts"),
    path("alerts/work/", pages.work, name="work-alerts"),
]
