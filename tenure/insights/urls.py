from django.urls import path

from tenure.insights import dashboards, pages

urlpatterns = [
    path("metrics/", pages.measured, name="measured"),
    path("metrics/<slug:code>/", pages.metric, name="metric"),
    path("targets/", pages.targets, name="targets"),
    path("dashboards/executive/", dashboards.executive, name="dashboard-executive"),
    path("dashboards/csm/", dashboards.csm, name="dashboard-csm"),
    path("dashboards/operations/", dashboards.operations, name="dashboard-operations"),
    path("dashboards/product/", dashboards.product, name="dashboard-product"),
]
