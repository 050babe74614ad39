from django.urls import path

from tenure.expansion import pages

urlpatterns = [
    path("expansion/", pages.opportunities, name="opportunities"),
    path("expansion/<uuid:opportunity_id>/", pages.opportunity_page, name="opportunity"),
]
