from django.urls import include, path

from tenure.portfolio import (
    advocacy_page,
    alert_pages,
    editing,
    health_pages,
    onboarding_pages,
    pages,
    plan_pages,
    plan_printing,
    plan_starting,
    requests_page,
    said_pages,
    tier_pages,
    work_pages,
)

urlpatterns = [
    path("", pages.home, name="home"),
    path("customers/", pages.customer_list, name="customers"),
    path("customers/find/", pages.find_customer, name="find-customer"),
    path("customers/add/", editing.add_customer, name="add-customer"),
    path("customers/<uuid:customer_id>/", pages.customer_page, name="customer"),
    path("customers/<uuid:customer_id>/edit/", editing.edit_customer, name="edit-customer"),
    path("customers/<uuid:customer_id>/score/", editing.score_customer, name="score-customer"),
    path("customers/<uuid:customer_id>/pulse/", said_pages.pulse_page, name="customer-pulse"),
    path(
        "customers/<uuid:customer_id>/pulse/withdraw/",
        said_pages.withdraw_pulse,
        name="withdraw-pulse",
    ),
    path(
        "customers/<uuid:customer_id>/override/", said_pages.override_page, name="customer-override"
    ),
    path(
        "customers/<uuid:customer_id>/override/end/", said_pages.end_override, name="end-override"
    ),
    path(
        "customers/<uuid:customer_id>/health/", health_pages.customer_health, name="customer-health"
    ),
    path(
        "customers/<uuid:customer_id>/advocacy/",
        advocacy_page.customer_advocacy,
        name="customer-advocacy",
    ),
    path(
        "customers/<uuid:customer_id>/requests/",
        requests_page.customer_requests,
        name="customer-requests",
    ),
    path("", include("tenure.portfolio.reviewing.urls")),
    path("tiers/", tier_pages.board, name="tiers"),
    path("support/clock/", tier_pages.clock, name="support-clock"),
    path("customers/<uuid:customer_id>/tier/", tier_pages.customer_tier, name="customer-tier"),
    path("customers/<uuid:customer_id>/tier/reset/", tier_pages.reset, name="reset-tier"),
    path("alerts/<uuid:alert_id>/", alert_pages.alert_page, name="alert"),
    path(
        "customers/<uuid:customer_id>/alerts/",
        alert_pages.rules_page,
        name="customer-alerts",
    ),
    path(
        "customers/<uuid:customer_id>/onboarding/",
        onboarding_pages.onboarding_page,
        name="customer-onboarding",
    ),
    path(
        "customers/<uuid:customer_id>/onboarding/work/",
        onboarding_pages.work_on_onboarding,
        name="work-onboarding",
    ),
    path(
        "customers/<uuid:customer_id>/onboarding/steps/<uuid:milestone_id>/",
        onboarding_pages.work_on_step,
        name="work-step",
    ),
    path("customers/<uuid:customer_id>/values/add/", onboarding_pages.add_value, name="add-value"),
    path("plans/new/", plan_starting.new_plan, name="new-plan"),
    path("plans/<uuid:plan_id>/", plan_pages.plan_page, name="plan"),
    path("plans/<uuid:plan_id>/print/", plan_printing.print_plan, name="print-plan"),
    path("plans/<uuid:plan_id>/plan.pdf", plan_printing.plan_pdf, name="plan-pdf"),
    path("plans/<uuid:plan_id>/activate/", plan_pages.activate_plan, name="activate-plan"),
    path("customers/<uuid:customer_id>/plans/new/", plan_starting.start_plan, name="start-plan"),
    path("customers/<uuid:customer_id>/work/", work_pages.work_page, name="customer-work"),
    path(
        "customers/<uuid:customer_id>/work/<uuid:touchpoint_id>/",
        work_pages.end_touchpoint,
        name="end-touchpoint",
    ),
    path(
        "customers/<uuid:customer_id>/activity/", pages.customer_activity, name="customer-activity"
    ),
    path("customers/<uuid:customer_id>/autopsy/", pages.customer_autopsy, name="customer-autopsy"),
    path(
        "customers/<uuid:customer_id>/<slug:code>/", pages.customer_records, name="customer-records"
    ),
]
