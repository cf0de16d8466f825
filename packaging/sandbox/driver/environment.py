# SPDX-License-Identifier: GPL-3.0-or-later
"""Python servers live in virtual environments, one per lock file, kept in a cache folder.

The cache outlives the sandbox: a reset or a second sandbox installs nothing again.
"""
import fcntl
import glob
import hashlib
import os
import shutil
import subprocess
import sys
import threading

from .report import SandboxError

PYTHON = "/usr/bin/python3"
COMPLETE = "complete"
# How pip says that it reached no server at all.
UNREACHABLE = ("Failed to establish a new connection", "NewConnectionError", "ConnectTimeoutError",
               "ProxyError", "Temporary failure in name resolution", "Read timed out")


def cache_folder():
    """Root's own cache is closed to the user the servers run as."""
    chosen = os.environ.get("PILOTHOUSE_SANDBOX_CACHE")
    if chosen:
        return os.path.abspath(chosen)
    if os.geteuid() == 0:
        return "/var/cache/pilothouse-sandbox"
    base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "pilothouse", "sandbox")


def needed(recipe):
    return os.path.exists(_lock_file(recipe))


def _owner(recipe):
    """Recipes may share the environment of one of them."""
    return getattr(recipe, "ENVIRONMENT", recipe.NAME)


def path(recipe):
    """One folder per lock file and Python version."""
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    with open(_lock_file(recipe), "rb") as file:
        digest.update(file.read())
    return os.path.join(cache_folder(), f"{_owner(recipe)}-{digest.hexdigest()[:12]}")


def ready(recipe):
    return os.path.exists(os.path.join(path(recipe), COMPLETE))


def missing():
    """Debian's Python makes no environments without this package."""
    return [] if glob.glob("/usr/lib/python3*/ensurepip/__init__.py") else ["python3-venv"]


def ensure(recipe, progress):
    """Makes the environment unless it is there; two drivers at once make it once."""
    if ready(recipe):
        return
    newest = getattr(recipe, "NEWEST_PYTHON", sys.version_info[:2])
    if sys.version_info[:2] > newest:
        raise SandboxError(
            f"{recipe.TITLE} runs on Python {newest[0]}.{newest[1]} at most, this machine has "
            f"{sys.version_info[0]}.{sys.version_info[1]}", "", recipe.NAME)
    target = path(recipe)
    os.makedirs(os.path.dirname(target), mode=0o755, exist_ok=True)
    with open(f"{target}.lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready(recipe):
            # Whatever an interrupted installation left.
            shutil.rmtree(target, ignore_errors=True)
            _install(recipe, target, progress)
            with open(os.path.join(target, COMPLETE), "w", encoding="utf-8"):
                pass


def _lock_file(recipe):
    return os.path.join(os.path.dirname(recipe.FOLDER), _owner(recipe), "requirements.lock")


def _install(recipe, target, progress):
    progress(0, f"making a Python environment for {recipe.TITLE}")
    with open(_lock_file(recipe), encoding="utf-8") as file:
        total = sum("==" in line for line in file)
    # Other accounts run it as well; pip's own configuration and PIP_* variables stay in force.
    call = dict(stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                text=True, umask=0o022, cwd=os.path.dirname(target))
    made = subprocess.run([PYTHON, "-m", "venv", target], check=False, **call)
    if made.returncode != 0:
        raise SandboxError("no Python environment could be made: " + made.stdout.strip()[-300:],
                           "packaging/install sandbox", recipe.NAME)
    command = [os.path.join(target, "bin", "python"), "-m", "pip", "install", "--no-input",
               "--no-deps", "--disable-pip-version-check", "--progress-bar", "off",
               "-r", _lock_file(recipe)]
    lines, named, ended = [], set(), threading.Event()
    with subprocess.Popen(command, env={**os.environ, "PYTHONUNBUFFERED": "1"}, **call) as pip:
        watch = threading.Thread(target=_count, args=(target, total, ended, progress), daemon=True)
        for line in pip.stdout:
            lines = (lines + [line.strip()])[-40:]
            if line.startswith("Collecting "):
                named.add(line.split()[1])
                progress(50 * min(1, len(named) / total), "downloading " + line.split()[1])
            elif line.startswith("Installing collected packages"):
                watch.start()
        pip.wait()
    ended.set()
    if watch.is_alive():
        watch.join()
    if pip.returncode != 0:
        shutil.rmtree(target, ignore_errors=True)
        _fail(recipe, lines)


def _fail(recipe, lines):
    text = "\n".join(lines)
    if any(word in text for word in UNREACHABLE):
        raise SandboxError(f"{recipe.TITLE} needs Python packages, and no package index could be "
                           "reached", "check the network and `pip config list`", recipe.NAME)
    errors = [line for line in lines if line.startswith("ERROR")] or lines[-3:]
    raise SandboxError("pip: " + " ".join(errors)[-400:], "", recipe.NAME)


def _count(target, total, ended, progress):
    """pip says nothing while it unpacks; what has arrived can be counted."""
    while not ended.wait(0.5):
        have = min(total, len(glob.glob(os.path.join(
            target, "lib/python3*/site-packages/*.dist-info"))))
        progress(50 + 50 * have / total, f"unpacking packages, {have} of {total}")
