"""What the API's description says of a call, and whether an answer is as it says."""

import json
import re

import jsonschema_rs

from tenure.project.api.document import described
from tests.api.calls import BASE, Call

DOCUMENT = json.loads(described())


def operation(call: Call):
    """What the document says of a route."""
    for path, methods in DOCUMENT["paths"].items():
        form = re.sub(r"\{\w+\}", r"\\{\\w+\\}", path.removeprefix(BASE))
        if re.fullmatch(form, call.path.partition("?")[0]) and call.method.lower() in methods:
            return methods[call.method.lower()]
    raise AssertionError(f"The document does not know {call}.")


def assert_described(call, status, said) -> None:
    (content,) = operation(call)["responses"][str(status)]["content"].values()
    schema = content["schema"] | {"components": DOCUMENT["components"]}
    jsonschema_rs.validator_for(schema).validate(said)
    if status < 300 and "data" in said:
        rows = said["data"] if isinstance(said["data"], list) else [said["data"]]
        for row in rows:
            known = form_of(schema, said["data"])
            assert set(known["required"]) <= row.keys() <= known["properties"].keys()


def form_of(schema, data):
    """What the document says of the objects in `data`."""
    told = resolved(resolved(schema)["properties"]["data"])
    return resolved(told["items"] if isinstance(data, list) else told)


def resolved(schema):
    while "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return schema
