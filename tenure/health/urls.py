from django.urls import path

from tenure.health import pages

urlpatterns = [path("health/", pages.scorecard_page, name="health")]
