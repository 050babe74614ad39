from django.urls import path

from tenure.recovery import pages

urlpatterns = [
    path("recovery/", pages.cases, name="cases"),
    path("recovery/<uuid:case_id>/", pages.case_page, name="case"),
    path("customers/<uuid:customer_id>/recovery/", pages.open_case, name="open-case"),
]
