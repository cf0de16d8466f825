# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line of the sandbox, and the step from root to an unprivileged user."""
import argparse
import os
import pwd
import shutil
import subprocess
import sys

from . import commands, environment as python, install
from .folder import Folder, default_folder, state_folder
from .recipes import choose, comes_along, discover, gather, on_demand, to_start
from .report import Report, SandboxError, UsageError

BASE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
ACCOUNT = os.environ.get("PILOTHOUSE_SANDBOX_USER", "pilothouse-sandbox")


def parse(arguments):
    parser = argparse.ArgumentParser(
        prog="sandbox", description="Real servers with demo data on this computer.",
        usage="sandbox start|stop|status|reset|install [SERVER...] [options]",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="start    installs what is missing, starts the servers, fills them with demo data\n"
               "stop     ends them, keeps their data\n"
               "status   says which are there\n"
               "reset    ends them and removes their data\n"
               "install  only installs what start needs\n\n"
               "Servers: " + ", ".join(recipe.NAME + (" (on demand)" if on_demand(recipe) else "")
                                        for recipe in discover(BASE)) + "\n"
               "PILOTHOUSE_SANDBOX_DIR names another folder. Exit codes: 0 ok, 1 failed, 2 wrong "
               "usage.\nSee packaging/sandbox/README.md.")
    parser.add_argument("command", choices=("start", "stop", "status", "reset", "install"),
                        metavar="command", help="start, stop, status, reset or install")
    parser.add_argument("servers", nargs="*", metavar="SERVER", help="all when none is named; for start and install "
                        "all but those on demand")
    parser.add_argument("--json", action="store_true", help="one JSON object per line")
    parser.add_argument("--no-traffic", action="store_true", help="start: no live traffic")
    parser.add_argument("--no-install", action="store_true",
                        help="start: fail when a package is missing")
    parser.add_argument("--scale", type=int, default=100, metavar="PERCENT",
                        help="start: size of the demo data at its first load (1 to 100)")
    if not arguments:
        parser.print_help(sys.stderr)
        sys.exit(2)
    options = parser.parse_intermixed_args(arguments)
    if not 1 <= options.scale <= 100:
        parser.error("--scale takes 1 to 100")
    return options


def main(arguments):
    options = parse(arguments)
    report = Report(options.json)
    try:
        choose(discover(BASE), options.servers)
        left_out = False
        if options.command == "start":
            along = comes_along(discover(BASE), options.servers, options.scale, BASE)
            options.servers = options.servers + along
            arguments = list(arguments) + along
        if options.command in ("start", "install"):
            wanted = to_start(discover(BASE), options.servers)
            able = {recipe.NAME for recipe in
                    install.ensure(wanted, report, allowed=not options.no_install)}
            left_out = len(able) < len(wanted)
            if left_out:
                # The others start anyway; what is wrong was said.
                arguments = [word for word in arguments if word not in options.servers]
                options.servers = [name for name in options.servers or able if name in able]
                arguments += options.servers
            if options.command == "install" or left_out and not options.servers:
                return int(left_out)
        if os.geteuid() == 0:
            return as_unprivileged(arguments, options, report) or int(left_out)
        return commands.run(options, Folder(default_folder()), BASE, report) or int(left_out)
    except SandboxError as failure:
        report.error(failure)
        return 2 if isinstance(failure, UsageError) else 1
    except KeyboardInterrupt:
        return 130


def as_unprivileged(arguments, options, report):
    """Prepares the folder as root, then runs the same command as the unprivileged account."""
    folder = Folder(default_folder())
    if not folder.exists() and options.command != "start":
        return commands.run(options, folder, BASE, report)
    account = ensure_account()
    folder.create()
    folder.stage(BASE)
    if options.command == "start":
        gather(to_start(discover(BASE), options.servers), BASE, folder)
    for path in [folder.path] + [folder.at(name) for name in os.listdir(folder.path)]:
        os.lchown(path, account.pw_uid, account.pw_gid)
    for root, names, files in os.walk(folder.staged):
        for name in names + files:
            os.lchown(os.path.join(root, name), account.pw_uid, account.pw_gid)
    environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C.UTF-8",
                   "HOME": folder.path, "PILOTHOUSE_SANDBOX_DIR": folder.path,
                   "PILOTHOUSE_SANDBOX_CACHE": python.cache_folder()}
    call = dict(user=account.pw_uid, group=account.pw_gid, extra_groups=[], env=environment)
    if subprocess.run(["/usr/bin/test", "-x", folder.path], check=False, **call).returncode != 0:
        raise SandboxError(f"the user {account.pw_name} cannot reach {folder.path}",
                           "choose a folder whose parents everybody may enter")
    code = subprocess.run([os.path.join(folder.staged, "sandbox"), *arguments], check=False,
                          cwd=folder.path, **call).returncode
    if options.command == "reset" and not options.servers and code == 0:
        shutil.rmtree(folder.path, ignore_errors=True)
    link(folder)
    return code


def ensure_account():
    for name in (ACCOUNT, "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            pass
        if shutil.which("useradd"):
            subprocess.run(["useradd", "--system", "--user-group", "--no-create-home",
                            "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", name],
                           check=False, capture_output=True)
            try:
                return pwd.getpwnam(name)
            except KeyError:
                pass
    raise SandboxError("there is no unprivileged user for the servers",
                       "set PILOTHOUSE_SANDBOX_USER")


def link(folder):
    """Root's state folder points at the real one, so that the app looks in one place only."""
    place = state_folder()
    if os.environ.get("PILOTHOUSE_SANDBOX_DIR") or os.path.isdir(place) and not os.path.islink(
            place):
        return
    if os.path.islink(place):
        os.unlink(place)
    if folder.exists():
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        os.symlink(folder.path, place)
