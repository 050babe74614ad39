from django.urls import path

from tenure.health import disagreement_pages, pages

urlpatterns = [
    path("health/", pages.scorecard_page, name="health"),
    path("health/disagreements/", disagreement_pages.disagreements_page, name="disagreements"),
]
