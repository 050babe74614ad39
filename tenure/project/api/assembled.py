"""The API: the slices' routers under one address, one way to say no, one schema."""

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Swagger
from ninja.errors import AuthenticationError, HttpError, ValidationError

from tenure.advocacy import consent_api, deal_api, group_api
from tenure.advocacy.api import router as advocacy
from tenure.customers.api import router as customers
from tenure.expansion.api import router as expansion
from tenure.foundation.checking import ChangedMeanwhile
from tenure.foundation.refusals import Refusal
from tenure.foundation.rest.limits import TooMany
from tenure.foundation.rest.parsing import StrictParser
from tenure.foundation.rest.problems import one_line, problem, refused
from tenure.foundation.rest.versions import ChangedSince
from tenure.health.api import router as health
from tenure.health.readings_api import router as readings
from tenure.health.run_api import router as runs
from tenure.health.said_api import router as said
from tenure.insights import metric_api, period_api
from tenure.insights.api import router as insights
from tenure.onboarding.api import router as onboarding
from tenure.plans.api import router as plans
from tenure.portfolio import alert_api, due_api, health_api, tier_api
from tenure.portfolio import api as portfolio
from tenure.project.api.access import Session, Token
from tenure.project.api.document import DescribedAPI
from tenure.proof.api import router as proof
from tenure.requests.api import router as requests
from tenure.revenue import renewal_api, revenue_api
from tenure.revenue.api import router as revenue
from tenure.reviews import holding_api, planned_api
from tenure.reviews.api import router as reviews
from tenure.tiering.api import router as tiering
from tenure.work import touchpoint_api
from tenure.work.api import router as work

ABOUT = """
Customers, their health, plans, reviews and advocacy, and what they come to. Every answer is an
envelope with `success` and `data`; every refusal is a problem (RFC 9457) with one entry a field.
"""

api = DescribedAPI(
    title="Tenure",
    version="1",
    description=ABOUT.strip(),
    urls_namespace="api",
    auth=[Token(), Session()],
    parser=StrictParser(),
    docs=Swagger(settings={"persistAuthorization": False}),
)
# They add to other slices' routers what is read from several, or is many.
assert (
    portfolio and health_api and alert_api and tier_api and touchpoint_api and metric_api
    and revenue_api and renewal_api and planned_api and holding_api and due_api and consent_api
    and deal_api and group_api and period_api
)  # fmt: skip
ROUTERS = (
    customers, health, said, readings, runs, plans, work, requests, reviews, onboarding, revenue,
    advocacy, expansion, insights, proof, tiering,
)  # fmt: skip
for router in ROUTERS:
    api.add_router("", router)


@api.exception_handler(Refusal)
def show_refusal(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    if isinstance(refusal, ChangedMeanwhile):
        refusal = ChangedSince(refusal.message)
    response = refused(refusal, request.path)
    if refusal.status == 401:
        response["WWW-Authenticate"] = 'Bearer realm="Tenure"'
    if isinstance(refusal, TooMany):
        response["Retry-After"] = str(refusal.seconds)
    return response


@api.exception_handler(ValidationError)
def show_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """One entry a field, called as the caller called it."""
    errors: dict[str, str] = {}
    for trouble in error.errors:
        place = trouble["loc"][2:] or trouble["loc"][-1:]
        # Where one of several kinds is wanted, pydantic names each kind that did not fit.
        field = ".".join(str(part) for part in place if "[" not in str(part))
        errors.setdefault(field, trouble["msg"].removeprefix("Value error, "))
    told = list(errors.items())
    return problem(422, one_line(told), instance=request.path, errors=told)


@api.exception_handler(AuthenticationError)
def show_stranger(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    words = "Send a token as: Authorization: Bearer tnr_… (made by `tenure token create`)."
    response = problem(401, words, instance=request.path)
    response["WWW-Authenticate"] = 'Bearer realm="Tenure"'
    return response


@api.exception_handler(HttpError)
def show_http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    if isinstance(error.__cause__, Refusal):
        return refused(error.__cause__, request.path)
    return problem(error.status_code, str(error), instance=request.path)


@api.exception_handler(Http404)
def show_missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404, str(error) or "There is nothing here.", instance=request.path)
