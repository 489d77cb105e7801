"""The contract as the gateway enforces it, in the words of JSON Schema: the document, its overlays
(OpenAPI Overlay 1.0), the rules that these add, Laravel's reading of values, and the answers that the
gateway documents (policies/README.md)."""

import jsonpath

# What Laravel trims off a text's ends, and thus takes for nothing where there is nothing else
# (Sources/Contract/Laravel/LaravelTrim.swift); the few beyond U+FFFF are left out, since
# Schemathesis cannot spell them.
BLANKS = [(0x00, 0x00), (0x09, 0x0D), (0x20, 0x20), (0x85, 0x85), (0xA0, 0xA0), (0xAD, 0xAD),
          (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x1680, 0x1680), (0x17B4, 0x17B5),
          (0x180E, 0x180E), (0x2000, 0x200F), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x2065),
          (0x206A, 0x206F), (0x2800, 0x2800), (0x3000, 0x3000), (0x3164, 0x3164), (0xFEFF, 0xFEFF),
          (0xFFA0, 0xFFA0)]
RANGES = "".join("\\u%04x-\\u%04x" % pair for pair in BLANKS)
BLANK, NOT_BLANK = "[%s]" % RANGES, "[^%s]" % RANGES
ERROR = {"type": "object", "required": ["message"], "properties": {"message": {"type": "string"}}}
INVALID = {"type": "object", "required": ["message", "errors"], "properties": {
    "message": {"type": "string"},
    "errors": {"type": "object", "additionalProperties": {
        "type": "array", "minItems": 1, "items": {"type": "string"}}}}}
# The edge's own, of any operation.
EDGE = {"400": ERROR, "401": ERROR, "403": ERROR, "404": ERROR, "405": ERROR, "413": ERROR,
        "415": ERROR, "422": INVALID, "429": ERROR, "503": ERROR}
METHODS = ("get", "post", "put", "patch", "delete")


def apply(document, overlay):
    for action in overlay["actions"]:
        for match in list(jsonpath.finditer(action["target"], document)):
            if action.get("remove"):
                parent = match.parent.obj
                parent.pop(match.parts[-1])
            else:
                merge(match.obj, action["update"])


def merge(target, update):
    for key, value in update.items():
        if isinstance(value, dict) and isinstance(target.get(key), dict):
            merge(target[key], value)
        elif isinstance(value, list) and isinstance(target.get(key), list):
            target[key] = target[key] + value
        else:
            target[key] = value


def enforced(document, overlays, public):
    """Changes the document in place. `public` are the operations that need no token."""
    for overlay in overlays:
        apply(document, overlay)
    for path, item in document["paths"].items():
        for parameter in item.get("parameters", []):
            # A segment that is none (`.`, `..`, an encoded slash) never comes to an operation.
            parameter["schema"]["pattern"] = "^[0-9A-Za-z_-]{1,64}$"
        for method in METHODS:
            if method in item:
                operation(item[method], public)


def operation(one, public):
    if one["operationId"] in public:
        one["security"] = []
    for parameter in one.get("parameters", []):
        parameter["schema"] = value(parameter["schema"])
    for content in one.get("requestBody", {}).get("content", {}).values():
        content["schema"] = body(content["schema"])
    answers = {str(status): answer for status, answer in one["responses"].items()}
    if not any(status.startswith("2") for status in answers):
        # The document leaves open how these succeed.
        answers["200"] = {"description": "", "content": {"application/json": {}}}
    for status, schema in EDGE.items():
        answers.setdefault(status, {
            "description": "", "content": {"application/json": {"schema": schema}}})
    # Its schema for 422 names the fields of its example alone.
    answers["422"]["content"]["application/json"]["schema"] = INVALID
    one["responses"] = answers


def body(schema):
    """A body's fields. A rule between fields becomes a choice of which are there."""
    required, choices = schema.get("required", []), {}
    for name, field in schema["properties"].items():
        for rule in rules(field):
            if rule.startswith("required_without:"):
                choices.setdefault(rule.split(":")[1], []).append(name)
        schema["properties"][name] = value(field, name in required)
    for other, names in choices.items():
        there = {"required": [other],
                 "properties": {other: {"type": "string", "pattern": NOT_BLANK}}}
        schema["anyOf"] = [there, {"required": names}]
    return schema


def rules(schema):
    return schema.get("x-laravel-rules", []) + schema.get("x-laravel-assumed", [])


def value(schema, is_required=False):
    """What Laravel takes for a value of this schema."""
    kind, limits = schema.get("type"), constraints(schema)
    if kind == "string":
        limits["pattern"] = limits.get("pattern", NOT_BLANK)
        choices = [{"type": "string", **limits}]
    elif kind == "integer":
        choices = [{"type": "integer", **limits}]
    elif kind == "array":
        choices = [{"type": "array", "items": {"type": "string", "pattern": NOT_BLANK}}]
    else:
        # PHP makes no difference between a list and a map.
        choices = [{"type": "object"}, {"type": "array"}]
    if schema.get("nullable"):
        choices.append({"type": "string", "pattern": "^%s*$" % BLANK})
    result = {"anyOf": choices, "nullable": schema.get("nullable", False)}
    if len(choices) == 1:
        result.update(choices[0])
        del result["anyOf"]
    if "example" in schema:
        result["example"] = schema["example"]
    return result


def between_blanks(pattern):
    return "^{0}*{1}{0}*$".format(BLANK, pattern)


def constraints(schema):
    """The rules that JSON Schema has a word for."""
    limits, is_text = {}, schema.get("type") == "string"
    for rule in rules(schema):
        name, _, rest = rule.partition(":")
        if name == "max":
            limits["maxLength" if is_text else "maximum"] = int(rest)
        elif name == "min":
            limits["minLength" if is_text else "minimum"] = int(rest)
        elif name == "size":
            limits["pattern"] = between_blanks("%s{%s}" % (NOT_BLANK, rest))
        elif name == "in":
            limits["enum"] = rest.split(",")
            limits["pattern"] = ".*"
        elif name == "digits_between":
            limits["pattern"] = between_blanks("[0-9]{%s}" % rest)
        elif name == "email":
            limits["pattern"] = "^[a-z0-9]{1,20}@[a-z0-9]{1,20}\\.[a-z]{2,4}$"
        elif name == "url":
            limits["pattern"] = "^https://[a-z0-9]{1,20}\\.[a-z]{2,4}(/[a-z0-9]{1,20})?$"
    return limits
