# SPDX-License-Identifier: GPL-3.0-or-later
"""start, stop, status and reset, as the user the servers belong to."""
import json
import os
import shutil
import time

from . import install, profile
from .folder import port_is_free
from .recipes import Context, awaited, choose, discover, gather, on_demand, to_end, to_start
from .report import SCHEMA, SandboxError
from .sidebyside import side_by_side
from .supervise import STOPPED, Supervisor, end_processes, leftovers


def run(options, folder, base, report):
    recipes = discover(base)
    choose(recipes, options.servers)
    if not folder.exists() and options.command != "start":
        if options.command == "status":
            print_status(options, folder, recipes, {})
        return 0
    if options.command == "status":
        return status(options, folder, recipes)
    folder.create()
    folder.lock()
    return {"start": start, "stop": stop, "reset": reset}[options.command](
        options, folder, base, recipes, report)


def start(options, folder, base, recipes, report):
    began = time.monotonic()
    folder.stage(base)
    chosen = to_start(recipes, options.servers)
    gather(chosen, base, folder)
    state = folder.read_json("state.json")
    supervisor = Supervisor(folder)
    for recipe in chosen:
        report.progress(recipe.NAME, 50, "prepare", f"preparing {recipe.TITLE}")
        context = Context(folder, recipe.NAME, options.scale)
        recipe.prepare(context)
        for program in recipe.programs(context):
            supervisor.define(program)
    supervisor.ensure()
    supervisor.refresh()
    side_by_side(chosen, lambda recipe: launch(
        recipe, Context(folder, recipe.NAME, options.scale), supervisor, report),
        lambda recipe: awaited(recipe, chosen))
    for recipe in chosen:
        context = Context(folder, recipe.NAME, options.scale)
        if state.setdefault("filled", {}).get(recipe.NAME) != recipe.DATA_VERSION:
            recipe.fill(context, lambda share, text, name=recipe.NAME: report.progress(
                name, 60 + share * 0.39, "fill", text))
            state["filled"][recipe.NAME] = recipe.DATA_VERSION
            folder.write_json("state.json", state)
    for recipe in chosen:
        for program in recipe.programs(Context(folder, recipe.NAME, options.scale)):
            if program.traffic and not options.no_traffic:
                supervisor.start(program.name)
        report.progress(recipe.NAME, 100, "ready", f"{recipe.TITLE} is ready")
    # A server on demand that rests and was not asked for this time is no service of the profile.
    states = supervisor.states()
    before = set(state.get("started", []))
    resting = {recipe.NAME for recipe in recipes
               if recipe.NAME in before and on_demand(recipe)
               and rests(recipe.programs(Context(folder, recipe.NAME, 100)), states)}
    state["started"] = sorted(before - resting | {recipe.NAME for recipe in chosen})
    folder.write_json("state.json", state)  # recipes read what is started
    write_profile(folder, recipes, state)
    report.done(time.monotonic() - began, folder.path, folder.profile)
    return 0


def rests(programs, states):
    """A command has no programs and never rests."""
    return programs and all(states.get(program.name, {}).get("state", STOPPED[0]) in STOPPED
                            for program in programs)


def launch(recipe, context, supervisor, report):
    """Starts the server's programs and waits until it answers."""
    states = supervisor.states()
    programs = [program for program in recipe.programs(context) if not program.traffic]
    stopped = [program for program in programs if states[program.name]["state"] in STOPPED]
    if len(stopped) == len(programs):  # also a command, which has none
        for port in recipe.ports(context):
            if not port_is_free(port):
                raise SandboxError(f"port {port} of {recipe.TITLE} is taken by another program",
                                   "end that program, or: sandbox reset", recipe.NAME)
        if hasattr(recipe, "before_start"):
            recipe.before_start(context, lambda text: report.progress(
                recipe.NAME, 50, "prepare", text))
    for program in stopped:
        report.progress(recipe.NAME, 55, "start", f"starting {recipe.TITLE}")
        supervisor.start(program.name)
    limit = time.monotonic() + recipe.READY_SECONDS
    while not recipe.probe(context):
        states = supervisor.states()
        for program in programs:
            if states.get(program.name, {}).get("state") == "FATAL":
                raise SandboxError(f"{recipe.TITLE} does not start: "
                                   + last_line(context.log(f"{program.name}.log")),
                                   context.log(f"{program.name}.log"), recipe.NAME)
        if time.monotonic() > limit:
            raise SandboxError(f"{recipe.TITLE} does not answer within {recipe.READY_SECONDS} s",
                               context.log(""), recipe.NAME)
        time.sleep(0.1)
    report.progress(recipe.NAME, 60, "probe", f"{recipe.TITLE} answers")


def last_line(path):
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = [line.strip() for line in file if line.strip()]
            return lines[-1] if lines else "no output"
    except OSError as error:
        return str(error)


def write_profile(folder, recipes, state):
    services = []
    for recipe in recipes:
        if recipe.NAME in state.get("started", []):
            services += recipe.services(Context(folder, recipe.NAME, 100))
    # A service stays ours when it rests: its entry is then left out.
    state["services"] = sorted({service["id"] for service in services}.union(
        state.get("services", [])))
    folder.write_json("state.json", state)
    profile.write(folder, services, state["services"])


def stop(options, folder, base, recipes, report):
    supervisor = Supervisor(folder)
    states = supervisor.states()
    for recipe in reversed(to_end(recipes, options.servers)):
        context = Context(folder, recipe.NAME, 100)
        if on_demand(recipe) and not os.path.isdir(context.data):
            continue
        programs = [program for program in recipe.programs(context) if program.name in states]
        report.progress(recipe.NAME, 50, "stop", f"stopping {recipe.TITLE}")
        supervisor.stop(*(program.name for program in reversed(programs)))
        # Children that left their group; ours alone, since they work in this server's folder.
        end_processes(leftovers(context.data))
        report.progress(recipe.NAME, 100, "stopped", f"{recipe.TITLE} is stopped")
    if all(info["state"] in STOPPED for info in supervisor.states().values()):
        supervisor.shutdown()
    return 0


def reset(options, folder, base, recipes, report):
    """Ends the servers and removes their data; without names also ports, passwords and profile."""
    stop(options, folder, base, recipes, report)
    if not options.servers:
        for name in os.listdir(folder.path):
            path = folder.at(name)
            shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)
        try:
            os.rmdir(folder.path)
        except OSError:
            pass  # the parent belongs to somebody else; the folder is empty
        return 0
    state = folder.read_json("state.json")
    for name in (recipe.NAME for recipe in to_end(recipes, options.servers)):
        shutil.rmtree(folder.at("data", name), ignore_errors=True)
        state.get("filled", {}).pop(name, None)
        state["started"] = [other for other in state.get("started", []) if other != name]
    folder.write_json("state.json", state)  # recipes read what is started
    write_profile(folder, recipes, state)
    return 0


def status(options, folder, recipes):
    return print_status(options, folder, recipes, Supervisor(folder).states())


# An on-demand server in such a state is not asked for.
RESTING = ("absent", "stopped")


def print_status(options, folder, recipes, states):
    """Exit code 0 when every named server answers, without names all that are asked for."""
    filled = folder.read_json("state.json").get("filled", {}) if folder.exists() else {}
    rows = []
    for recipe in choose(recipes, options.servers):
        context = Context(folder, recipe.NAME, 100)
        row = {"server": recipe.NAME, "title": recipe.TITLE, "module": recipe.MODULE,
               "tool": recipe.TOOL, "on_demand": on_demand(recipe),
               "installed": install.installed(recipe), "state": "absent",
               "version": "", "filled": recipe.NAME in filled, "ports": [], "programs": []}
        if os.path.isdir(context.data):
            row["ports"] = recipe.ports(context)
            row["state"] = "stopped"
            for program in recipe.programs(context):
                info = states.get(program.name)
                if info:
                    row["programs"].append({"name": program.name, "state": info["state"],
                                            "pid": info["pid"]})
            if any(info["state"] == "FATAL" for info in row["programs"]):
                row["state"] = "failed"
            elif any(info["state"] not in STOPPED for info in row["programs"]) \
                    or not recipe.programs(context):
                row["version"] = recipe.probe(context) or ""
                row["state"] = "ready" if row["version"] else "starting"
        rows.append(row)
    ready = all(row["state"] == "ready" for row in rows
                if options.servers or not row["on_demand"] or row["state"] not in RESTING)
    if options.json:
        print(json.dumps({"schema": SCHEMA, "event": "status", "folder": folder.path,
                          "profile": folder.profile if os.path.exists(folder.profile) else "",
                          "ready": ready, "servers": rows}))
    else:
        for row in rows:
            ports = " ".join(f"127.0.0.1:{port}" for port in row["ports"])
            print(f"{row['server']:<15} {row['state']:<9} {row['version']:<8} {ports}")
        print(f"folder {folder.path}")
    return 0 if ready else 1
