from django.urls import path

from tenure.imports import pages

urlpatterns = [
    path("imports/", pages.imports, name="imports"),
    path("imports/<uuid:import_id>/", pages.import_page, name="import"),
    path("imports/<uuid:import_id>/start/", pages.start_import, name="start-import"),
    path("imports/<uuid:import_id>/refused/", pages.refused_rows, name="refused-rows"),
    path("imports/<uuid:import_id>/columns/<slug:kind>/", pages.map_import, name="map-import"),
]
