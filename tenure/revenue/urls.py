from django.urls import path

from tenure.revenue import contract_pages, pages, renewal_pages

urlpatterns = [
    path("revenue/", pages.revenue_page, name="revenue"),
    path("revenue/movements/", pages.movements_page, name="movements"),
    path("renewals/", renewal_pages.renewals_page, name="renewals"),
    path("contracts/<uuid:contract_id>/", contract_pages.contract_page, name="contract"),
    path(
        "customers/<uuid:customer_id>/contracts/new/",
        contract_pages.new_contract,
        name="new-contract",
    ),
]
