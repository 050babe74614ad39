from django.urls import path

from tenure.documents import pages, programme_pages

urlpatterns = [
    path("documents/", pages.documents, name="documents"),
    path("documents/<slug:code>/", pages.one_document, name="document"),
    path("programme/", programme_pages.programme_page, name="programme"),
    path("programme/metrics/", programme_pages.metrics_page, name="metrics"),
]
