# SPDX-License-Identifier: GPL-3.0-or-later
"""The sandbox folder: its place, its lock, the ports chosen once and the random passwords."""
import fcntl
import hashlib
import json
import os
import random
import secrets
import shutil
import socket
import threading

from .report import SandboxError

# A unix socket's path may have 107 bytes; the longest name of ours below the folder has 24.
LONGEST_FOLDER = 80
# Below the ephemeral range, so that no outgoing connection sits on a kept port.
PORT_RANGE = (20000, 32000)


def state_folder():
    """Where the app expects the sandbox: a real folder, or for root a link to one."""
    state = os.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")
    return os.path.join(state, "pilothouse", "sandbox")


def default_folder():
    chosen = os.environ.get("PILOTHOUSE_SANDBOX_DIR")
    if chosen:
        return os.path.abspath(chosen)
    if os.geteuid() != 0:
        return os.path.abspath(state_folder())
    # Root's own state folder is closed to the user the servers run as.
    mark = hashlib.sha256(os.path.abspath(state_folder()).encode()).hexdigest()[:8]
    return f"/var/lib/pilothouse-sandbox-{mark}"


def write_private(path, text):
    """Replaces a file in one step, readable by its owner alone."""
    temporary = f"{path}.new"
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        os.fchmod(file.fileno(), 0o600)
        file.write(text)
    os.replace(temporary, path)


class Folder:
    def __init__(self, path):
        self.path = path
        self._lock = None
        self._guard = threading.Lock()

    def at(self, *parts):
        return os.path.join(self.path, *parts)

    @property
    def profile(self):
        return self.at("profile.yaml")

    @property
    def staged(self):
        """The copy of our scripts that running programs use."""
        return self.at("driver")

    def exists(self):
        return os.path.isdir(self.path)

    def create(self):
        if len(os.fsencode(self.path)) > LONGEST_FOLDER:
            raise SandboxError(f"the path {self.path} is too long for unix sockets",
                               f"set PILOTHOUSE_SANDBOX_DIR to one of at most {LONGEST_FOLDER} "
                               "characters")
        os.makedirs(self.path, mode=0o700, exist_ok=True)
        os.chmod(self.path, 0o700)
        for name in ("run", "logs", "data", "programs"):
            os.makedirs(self.at(name), mode=0o700, exist_ok=True)

    def lock(self):
        """One driver at a time: a second one waits for the first."""
        self._lock = open(self.at("lock"), "w", encoding="utf-8")
        fcntl.flock(self._lock, fcntl.LOCK_EX)

    def stage(self, source):
        if os.path.realpath(source) == os.path.realpath(self.staged):
            return
        shutil.copytree(source, self.staged, dirs_exist_ok=True,
                        ignore=shutil.ignore_patterns("__pycache__", "*.md"))
        for name in set(os.listdir(self.staged)) - set(os.listdir(source)):
            shutil.rmtree(self.at("driver", name), ignore_errors=True)

    def read_json(self, name):
        try:
            with open(self.at(name), encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {"schema": 1}
        except ValueError as error:
            raise SandboxError(f"{self.at(name)} is not valid JSON: {error}",
                               "sandbox reset starts afresh") from error

    def write_json(self, name, value):
        write_private(self.at(name), json.dumps(value, indent=2, sort_keys=True) + "\n")

    def port(self, name):
        """The port of that name, chosen at the first call and kept from then on."""
        with self._guard:
            known = self.read_json("ports.json")
            ports = known.setdefault("ports", {})
            if name not in ports:
                ports[name] = free_port(set(ports.values()))
                self.write_json("ports.json", known)
            return ports[name]

    def secret(self, name):
        with self._guard:
            known = self.read_json("secrets.json")
            words = known.setdefault("secrets", {})
            if name not in words:
                words[name] = secrets.token_urlsafe(18)
                self.write_json("secrets.json", known)
            return words[name]


def port_is_free(port):
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def free_port(taken):
    for _ in range(200):
        port = random.randrange(*PORT_RANGE)
        if port not in taken and port_is_free(port):
            return port
    raise SandboxError("no free port between %d and %d" % PORT_RANGE)
