# SPDX-License-Identifier: GPL-3.0-or-later
"""Values of generated dbt projects as dbt reads them, and how many shapes their YAML has. Read by a test."""
import json
import re
import sys

import jinja2, yaml
def called(*_):
    raise RuntimeError("called")
def rendered(text):
    return jinja2.Environment().from_string(text).render(env_var=called, ref=called)
def shape(value):
    if isinstance(value, dict):
        return {name: shape(one) for name, one in value.items() if name not in ("values", "where")}
    return [shape(one) for one in value] if isinstance(value, list) else value
def tests(model):
    for one in model.get("data_tests", []) + [
            test for column in model["columns"] for test in column.get("data_tests", [])]:
        (kind, inside), = one.items()
        yield inside
shapes, out = set(), []
for kind, text in json.load(sys.stdin)[0]:
    project = yaml.safe_load(text)
    shapes.add((kind, json.dumps(shape(project))))
    of = {one["name"]: one for model in project["models"] for one in tests(model)}
    found = of["odd_words"]["arguments"]["values"][0] if kind == "values" \
        else of["day_filled"]["config"].get("where", "")
    # dbt leaves alone what has none of these, and calls what looks like a function.
    if re.search(r"{[{%#]|[#}%]}", found):
        found = rendered(found)
    elif re.match(r"\s*(env_var|ref|var|source|doc)\s*\(.+\)\s*$", found):
        found = "called"
    out.append(found)
print(json.dumps([out + [len(shapes)]]))
