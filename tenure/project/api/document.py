"""The API's own description (OpenAPI 3.1): what its routes take, answer and refuse.

python -m tenure.project.api.document > docs/api/openapi.json
"""

import json
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from tenure.foundation.rest.once import LONGEST_KEY
from tenure.foundation.rest.problems import PROBLEM, Problem
from tenure.project.api.examples import tell_examples

REFUSALS = {
    400: "The body cannot be read.",
    401: "No token, or one that is unknown, expired or revoked.",
    403: "The token or the role does not permit it.",
    404: "There is no such thing, or the caller may not know of it.",
    405: "This is not done here.",
    409: "It contradicts what is there.",
    412: "It changed since the version in If-Match.",
    413: "The body is larger than 1 MiB.",
    415: "The body is not JSON.",
    422: "A field or parameter cannot be taken; `errors` names it.",
    429: "The hour's allowance is used up; Retry-After says for how long.",
}
ALWAYS = (401, 403, 405, 422, 429)
WITH_BODY = (400, 409, 413, 415)
ONCE = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "description": "The same request again under the same key is answered with the first answer.",
    "schema": {"type": "string", "minLength": 1, "maxLength": LONGEST_KEY, "pattern": "^[!-~]+$"},
}
IF_MATCH = {
    "in": "header",
    "name": "If-Match",
    "required": False,
    "description": "The ETag of what the change is meant for; 412 when it changed meanwhile.",
    "schema": {"type": "string", "pattern": r'^(\*|"[0-9a-f]{1,14}")$'},
}


class DescribedAPI(NinjaAPI):
    """An API whose description also tells its refusals, its versions and its keys."""

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        known = schema["components"]["schemas"]
        known.update(problem.pop("$defs"))
        known["Problem"] = problem
        for path, methods in schema["paths"].items():
            for method, operation in methods.items():
                _tell_more(path, method, operation)
                tell_examples(operation, known)
        return schema


def _tell_more(path: str, method: str, operation: dict[str, Any]) -> None:
    refusals = {*ALWAYS, *(WITH_BODY if "requestBody" in operation else ())}
    if "{" in path or (path.endswith("/tasks") and method == "post"):  # it names a customer
        refusals.add(404)
    if method == "post" and not path.endswith("/calculate"):
        operation["parameters"].append(ONCE)
        refusals |= {409}
    if method == "put":
        operation["parameters"].append(IF_MATCH)
        refusals |= {412}
    if method == "delete":
        refusals |= {409}
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status in sorted(refusals):
        operation["responses"][status] = {"description": REFUSALS[status], "content": content}


def described() -> str:
    """The description as it stands in the repository."""
    from tenure.project.api.assembled import api

    return json.dumps(api.get_openapi_schema(), indent=1, sort_keys=True) + "\n"
