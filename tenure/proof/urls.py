from django.urls import path

from tenure.proof import pages

urlpatterns = [
    path("health/proof/", pages.proof, name="proof"),
    path("health/proof/ask/", pages.ask, name="ask-backtest"),
    path("health/proof/<uuid:backtest_id>/", pages.backtest_page, name="backtest"),
]
