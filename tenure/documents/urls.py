from django.urls import path

from tenure.documents import pages

urlpatterns = [
    path("documents/", pages.documents, name="documents"),
    path("documents/<slug:code>/", pages.one_document, name="document"),
    path("programme/", pages.programme_page, name="programme"),
    path("programme/metrics/", pages.metrics_page, name="metrics"),
]
