# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs what a recipe lacks: Debian packages through packaging/install, Python ones by pip, Java
archives by Maven."""
import os
import subprocess

from . import environment, jars
from .report import SandboxError

INSTALL = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(
    os.path.realpath(__file__)))), "install")
SUPERVISOR = ("/usr/bin/supervisord", "supervisor")


def missing(recipe):
    """The packages of this recipe that are not there; `a|b` means the first one apt knows."""
    packages = list(recipe.missing())
    if not os.access(SUPERVISOR[0], os.X_OK):
        packages.append(SUPERVISOR[1])
    if environment.needed(recipe) and not environment.ready(recipe):
        packages += environment.missing()
    if jars.needed(recipe):
        packages += jars.missing(recipe)
    return packages


def _fetched(recipe):
    """What comes through no Debian package: (is it there, make it) of each kind."""
    return [(kind.ready(recipe), kind.ensure) for kind in (environment, jars)
            if kind.needed(recipe)]


def installed(recipe):
    return not missing(recipe) and all(ready for ready, _ in _fetched(recipe))


def ensure(recipes, report, allowed):
    """Installs each; returns those that can start. What is wrong with the others is reported, and the
    failure of one is no reason to leave out another that does not need it."""
    able, lacking = [], {}
    for recipe in recipes:
        missed = [lacking[name] for name in getattr(recipe, "NEEDS", ()) if name in lacking]
        if missed:
            report.note(f"{recipe.TITLE} is left out: it needs {missed[0]}")
        else:
            try:
                _ensure(recipe, report, allowed)
                able.append(recipe)
                continue
            except SandboxError as failure:
                report.error(failure)
        lacking[recipe.NAME] = recipe.TITLE
    return able


def _ensure(recipe, report, allowed):
    _ensure_packages(recipe, missing(recipe), report, allowed)
    wanted = [ensure for ready, ensure in _fetched(recipe) if not ready]
    if wanted and not allowed:
        raise SandboxError(f"{recipe.TITLE} is not installed",
                           f"packaging/sandbox/sandbox install {recipe.NAME}", recipe.NAME)
    for index, fetch in enumerate(wanted):
        fetch(recipe, lambda share, text, index=index: report.progress(
            recipe.NAME, 5 + (100 * index + share) / len(wanted) * 0.44, "install", text))


def _ensure_packages(recipe, packages, report, allowed):
    if packages:
        names = ", ".join(packages)
        if not allowed or not os.access(INSTALL, os.X_OK):
            raise SandboxError(f"{recipe.TITLE} needs the packages {names}",
                               f"packaging/sandbox/sandbox install {recipe.NAME}", recipe.NAME)
        report.progress(recipe.NAME, 0, "install", f"installing {names}")
        _install(recipe, packages, report)
        if missing(recipe):
            raise SandboxError(f"{recipe.TITLE}: {names} could not be installed", "",
                               recipe.NAME)


def _install(recipe, packages, report):
    with subprocess.Popen([INSTALL, "--progress", "--packages", *packages], text=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        for line in process.stdout:
            # apt's status line: pmstatus:package:percent:description
            part = line.strip().split(":", 3)
            if len(part) == 4 and part[0] in ("pmstatus", "dlstatus"):
                # The download is the first fifth, unpacking goes up to half of the whole start.
                share = float(part[2]) * 0.2 if part[0] == "dlstatus" else 20 + float(part[2]) * 0.3
                report.progress(recipe.NAME, share, "install", part[3])
    if process.returncode != 0:
        raise SandboxError("packaging/install failed", "its messages stand above", recipe.NAME)
