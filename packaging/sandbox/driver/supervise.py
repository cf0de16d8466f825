# SPDX-License-Identifier: GPL-3.0-or-later
"""A private supervisord, asked over its XML-RPC unix socket. It outlives whoever started it."""
import http.client
import os
import signal
import socket
import subprocess
import time
import xmlrpc.client

from .folder import write_private
from .report import SandboxError

DAEMON = "/usr/bin/supervisord"

MAIN = """[supervisord]
logfile={folder}/logs/supervisord.log
logfile_maxbytes=1MB
logfile_backups=1
pidfile={folder}/run/supervisord.pid
childlogdir={folder}/logs
directory={folder}
umask=077

[unix_http_server]
file={folder}/run/supervisor.sock
chmod=0700

[rpcinterface:supervisor]
supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface

[supervisorctl]
serverurl=unix://{folder}/run/supervisor.sock

[include]
files={folder}/programs/*.ini
"""

PROGRAM = """[program:{name}]
command={command}
directory={directory}
priority={priority}
autostart=false
autorestart=true
startsecs=1
startretries=3
stopsignal={stop_signal}
stopwaitsecs={stop_seconds}
stopasgroup={stop_group}
killasgroup=true
redirect_stderr=true
stdout_logfile={folder}/logs/{name}.log
stdout_logfile_maxbytes=2MB
stdout_logfile_backups=1
{environment}"""

STOPPED = ("STOPPED", "EXITED", "FATAL", "UNKNOWN")


class _Connection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=20)
        self._path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class _Transport(xmlrpc.client.Transport):
    def __init__(self, path):
        super().__init__()
        self._path = path

    def make_connection(self, host):
        return _Connection(self._path)


class Supervisor:
    def __init__(self, folder):
        self._folder = folder
        self._conf = folder.at("supervisord.conf")

    def _rpc(self):
        transport = _Transport(self._folder.at("run", "supervisor.sock"))
        return xmlrpc.client.ServerProxy("http://localhost/RPC2", transport=transport).supervisor

    def _escaped(self, text):
        # supervisord expands %(name)s in every value.
        return text.replace("%", "%%")

    def _environment(self, values):
        if not values:
            return ""
        return "environment=" + ",".join(
            f'{key}="{self._escaped(value)}"' for key, value in values.items()) + "\n"

    def alive(self):
        try:
            return self._rpc().getState()["statename"] == "RUNNING"
        except (OSError, http.client.HTTPException, xmlrpc.client.Error):
            return False

    def ensure(self):
        """Starts supervisord unless it answers; programs are started one by one by name."""
        if self.alive():
            return
        end_processes(leftovers(self._folder.path))
        if not os.access(DAEMON, os.X_OK):
            raise SandboxError("supervisor is not installed", "apt-get install supervisor")
        write_private(self._conf, MAIN.format(folder=self._escaped(self._folder.path)))
        run = subprocess.run([DAEMON, "-c", self._conf], stdin=subprocess.DEVNULL, text=True,
                             capture_output=True, check=False, cwd=self._folder.path)
        if run.returncode != 0:
            raise SandboxError("supervisord did not start: " + (run.stderr or run.stdout).strip())
        wait_until(self.alive, 20, "supervisord does not answer")

    def define(self, program):
        """Writes the program's section and makes a running supervisord know it."""
        path = self._folder.at("programs", f"{program.name}.ini")
        text = PROGRAM.format(
            name=program.name, command=self._escaped(program.command),
            directory=self._escaped(program.directory), priority=program.priority,
            stop_signal=program.stop_signal, stop_seconds=program.stop_seconds,
            # A signal that means something else to the children goes to the parent alone; what is
            # then left of the group is killed.
            stop_group="true" if program.stop_signal == "TERM" else "false",
            folder=self._escaped(self._folder.path),
            environment=self._environment(program.environment))
        try:
            with open(path, encoding="utf-8") as file:
                unchanged = file.read() == text
        except FileNotFoundError:
            unchanged = False
        if not unchanged:
            write_private(path, text)

    def refresh(self):
        rpc = self._rpc()
        added, changed, removed = rpc.reloadConfig()[0]
        for name in list(changed) + list(removed):
            self.stop(name)
            rpc.removeProcessGroup(name)
        for name in list(added) + list(changed):
            rpc.addProcessGroup(name)

    def states(self):
        """Program name → {state, pid}; empty when supervisord does not run."""
        try:
            return {info["name"]: {"state": info["statename"], "pid": info["pid"],
                                   "why": info["spawnerr"]}
                    for info in self._rpc().getAllProcessInfo()}
        except (OSError, http.client.HTTPException, xmlrpc.client.Error):
            return {}

    def start(self, name):
        state = self.states().get(name, {}).get("state", "")
        if state in STOPPED:
            self._rpc().startProcess(name, False)

    def stop(self, *names):
        """Ends them side by side and waits for each; what is left of their groups is killed."""
        known = self.states()
        running = [name for name in names
                   if name in known and known[name]["state"] not in STOPPED]
        for name in running:
            self._rpc().stopProcess(name, False)
        for name in running:
            wait_until(lambda: self.states().get(name, {}).get("state", STOPPED[0]) in STOPPED,
                       30, f"{name} does not end", required=False)
        for name in names:
            end_group(known.get(name, {}).get("pid", 0))

    def shutdown(self):
        """Ends supervisord and whatever is still alive below the folder."""
        if self.alive():
            self._rpc().shutdown()
            wait_until(lambda: not leftovers(self._folder.path), 20, "", required=False)
        end_processes(leftovers(self._folder.path))


def wait_until(condition, seconds, text, required=True):
    limit = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > limit:
            if required:
                raise SandboxError(f"{text} within {seconds} s")
            return False
        time.sleep(0.05)
    return True


def leftovers(path):
    """Processes of ours whose working folder lies in the sandbox, this one excepted."""
    found = []
    path = os.path.realpath(path)
    for entry in os.listdir("/proc"):
        if not entry.isdigit() or int(entry) in (os.getpid(), os.getppid()):
            continue
        try:
            cwd = os.readlink(f"/proc/{entry}/cwd").removesuffix(" (deleted)")
            if cwd != path and not cwd.startswith(path + "/"):
                continue
            with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as file:
                fields = file.read().rpartition(")")[2].split()
            # Dead ones do not count, and what has a terminal is somebody's shell.
            if fields[0] in "ZX" or fields[4] != "0":
                continue
            found.append(int(entry))
        except OSError:
            continue
    return found


def end_group(pid):
    if pid > 1:
        try:
            os.killpg(pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass


def end_processes(pids):
    """TERM, then after five seconds KILL; a supervisord killed hard leaves its servers behind."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        alive = [pid for pid in pids if os.path.exists(f"/proc/{pid}")]
        for pid in alive:
            try:
                os.kill(pid, number)
            except (ProcessLookupError, PermissionError):
                pass
        if wait_until(lambda: not any(os.path.exists(f"/proc/{pid}") for pid in pids), 5, "",
                      required=False):
            return
