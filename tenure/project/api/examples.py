"""Examples for the API's description: each put together from its schema, so that it is always true
to it. What a field is called decides what stands there, else what kind of value it takes."""

from typing import Any

WORDS = {
    "name": "Globex", "customerName": "Globex", "companyName": "Globex Corporation",
    "email": "hank@globex.example", "csmEmail": "mei-ling@tenure.example", "csmName": "Mei-Ling Chen",
    "title": "Go live", "externalId": "crm-4711", "industry": "Insurance", "owner": "Mona Diaz",
    "website": "https://globex.example", "billingCity": "Springfield", "billingCountry": "US",
    "currency": "EUR", "error": "name: Field required", "detail": "name: Field required",
    "field": "name", "message": "Customer marked as churned", "nextCursor": "WyItY3Jl…",
    "primaryObjective": "Answer every lead within the hour", "contactPerson": "Hank Scorpio",
}  # fmt: skip
FORMATS = {
    "uuid": "01a207aa-759d-7489-a44a-9081af7d54f0", "date": "2026-11-23",
    "date-time": "2026-11-23T09:00:00Z", "email": "hank@globex.example",
}  # fmt: skip
NUMBERS = {
    "annualContractValue": 48000, "lifetimeValue": 96000, "employeeCount": 250, "score": 72,
    "healthScore": 72, "latestNPS": 40, "latestCSAT": 4.5, "probability": 0.6, "total": 1,
    "totalPages": 1, "page": 1, "limit": 20, "status": 200,
}  # fmt: skip
DEEPEST, FEW = 12, 3


def example_of(
    schema: dict[str, Any], known: dict[str, Any], name: str = "", depth: int = 0
) -> Any:
    """A value that the schema takes. `known`: the schemas that it refers to."""
    while "$ref" in schema:
        schema = known[schema["$ref"].rpartition("/")[2]]
    if choices := schema.get("anyOf") or schema.get("allOf") or schema.get("oneOf"):
        return example_of(_best(choices), known, name, depth)
    if "enum" in schema or "const" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    kind = schema.get("type", "object")
    if kind == "object":
        fields = schema.get("properties", {}) if depth < DEEPEST else {}
        return {name: example_of(part, known, name, depth + 1) for name, part in fields.items()}
    if kind == "array":
        kinds = schema.get("prefixItems") or [schema.get("items", {})] * schema.get("minItems", 1)
        return [example_of(part, known, name, depth + 1) for part in kinds]
    return _plain(kind, schema, name)


def _best(choices: list[dict[str, Any]]) -> dict[str, Any]:
    """The first that says something."""
    return next((one for one in choices if one.get("type") != "null"), choices[0])


def _plain(kind: str, schema: dict[str, Any], name: str) -> Any:
    if kind == "boolean":
        return True
    if kind in ("integer", "number"):
        number = NUMBERS.get(name, schema.get("minimum", 1))
        return min(max(number, schema.get("minimum", number)), schema.get("maximum", number))
    told = FORMATS.get(schema.get("format", "")) or WORDS.get(name, "As agreed")
    return told[: schema.get("maxLength", len(told))]


def tell_examples(operation: dict[str, Any], known: dict[str, Any]) -> None:
    """Put an example beside each body that an operation takes or answers."""
    for answer in operation["responses"].values():
        for content in answer.get("content", {}).values():
            content["example"] = example_of(content["schema"], known)
    for content in operation.get("requestBody", {}).get("content", {}).values():
        content["example"] = _needed(example_of(content["schema"], known), content["schema"], known)


def _needed(example: dict[str, Any], schema: dict[str, Any], known: dict[str, Any]) -> Any:
    """What a request cannot do without, or, where all may be left out, the first few fields."""
    while "$ref" in schema:
        schema = known[schema["$ref"].rpartition("/")[2]]
    if "example" in schema:  # where one field does not go without another
        return schema["example"]
    names = schema.get("required") or list(schema.get("properties", {}))[:FEW]
    return {name: example[name] for name in names}
