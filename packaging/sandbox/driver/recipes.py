# SPDX-License-Identifier: GPL-3.0-or-later
"""Server folders: any folder beside the driver that holds a recipe.py is a server."""
import dataclasses
import importlib.util
import os

from .report import UsageError

SCALE_THAT_BRINGS = 50


@dataclasses.dataclass
class Program:
    """One supervised program. It runs in `directory`, which lies below the sandbox folder."""

    name: str
    command: str
    directory: str
    stop_signal: str = "TERM"
    stop_seconds: int = 10
    traffic: bool = False
    priority: int = 100
    environment: dict = dataclasses.field(default_factory=dict)


class Context:
    """What a recipe is given: its own places, ports and passwords."""

    def __init__(self, folder, server, scale):
        self.folder = folder
        self.server = server
        self.scale = scale
        self.source = folder.at("driver", server)

    @property
    def data(self):
        return self.folder.at("data", self.server)

    @property
    def run(self):
        return self.folder.at("run")

    def log(self, name):
        return self.folder.at("logs", name)

    def port(self, name=""):
        return self.folder.port(name or self.server)

    def secret(self, name):
        return self.folder.secret(name)

    def of(self, server):
        """The context of another server in the same sandbox."""
        return Context(self.folder, server, self.scale)


def load(base, name):
    path = os.path.join(base, name, "recipe.py")
    spec = importlib.util.spec_from_file_location(f"sandbox_{name}", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.NAME = name
    module.FOLDER = os.path.join(base, name)
    return module


def discover(base):
    """All recipes below `base`, in the order in which they start."""
    found = [load(base, name) for name in sorted(os.listdir(base))
             if os.path.isfile(os.path.join(base, name, "recipe.py"))]
    return sorted(found, key=lambda recipe: (recipe.ORDER, recipe.NAME))


def on_demand(recipe):
    return getattr(recipe, "ON_DEMAND", False)


def choose(recipes, names):
    """The named ones, or all."""
    known = {recipe.NAME: recipe for recipe in recipes}
    for name in names:
        if name not in known:
            raise UsageError(f"there is no server called {name}", "servers: " + ", ".join(known))
    return [recipe for recipe in recipes if not names or recipe.NAME in names]


def awaited(recipe, recipes):
    """The servers that come before this one: all earlier ones, unless it names those it waits for."""
    named = getattr(recipe, "WAITS_FOR", None)
    if named is None:
        return [other.NAME for other in recipes[:recipes.index(recipe)]]
    return list(named)


def to_start(recipes, names):
    """The named ones and what they need; without names all but those on demand."""
    chosen = {recipe.NAME for recipe in choose(recipes, names) if names or not on_demand(recipe)}
    for recipe in reversed(recipes):
        if recipe.NAME in chosen:
            chosen.update(getattr(recipe, "NEEDS", ()))
    return [recipe for recipe in recipes if recipe.NAME in chosen]


def comes_along(recipes, names, scale, base):
    """What comes by itself with the servers that are named. Small sandboxes are those of tests, which
    name what they want."""
    if scale < SCALE_THAT_BRINGS:
        return []
    return [recipe.NAME for recipe in recipes
            if recipe.NAME not in names and set(names).issuperset(getattr(recipe, "COMES_WITH", [""]))
            and recipe.can_come(base)]


def gather(recipes, base, folder):
    """What recipes bring from outside of the sandbox, into their staged folders. For the caller, not
    for the account the servers run as."""
    for recipe in recipes:
        if hasattr(recipe, "gather") and os.path.realpath(base) != os.path.realpath(folder.staged):
            recipe.gather(base, folder.at("driver", recipe.NAME))


def to_end(recipes, names):
    """The named ones and what cannot be without them."""
    chosen = {recipe.NAME for recipe in choose(recipes, names)}
    for recipe in recipes:
        if chosen.intersection(getattr(recipe, "NEEDS", ())):
            chosen.add(recipe.NAME)
    return [recipe for recipe in recipes if recipe.NAME in chosen]
