# SPDX-License-Identifier: GPL-3.0-or-later
"""Streaming jobs: a supervisord of their own that runs what lies in `jobs/*.conf`.

Whoever deploys a job writes its folder and its section there, then calls `supervisorctl -c FILE update`.
Jobs find their connections in `connections.json`, which only the sandbox's account reads."""
import json
import os
import shlex
import subprocess

from driver import environment
from driver.folder import write_private
from driver.recipes import Program, load

TITLE = "Streaming jobs"
MODULE = "streams"
TOOL = "supervisor"
ORDER = 80
READY_SECONDS = 30
DATA_VERSION = 1
ON_DEMAND = True
NEEDS = ("postgres", "schema-registry", "kafka")
WAITS_FOR = NEEDS

CONFIG = """[unix_http_server]
file = {socket}
chmod = 0700

[supervisord]
nodaemon = true
logfile = {data}/supervisord.log
logfile_maxbytes = 1MB
logfile_backups = 1
pidfile = {data}/supervisord.pid
childlogdir = {data}/logs
directory = {data}

[rpcinterface:supervisor]
supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface

[supervisorctl]
serverurl = unix://{socket}

[include]
files = {data}/jobs/*.conf
"""

# What jobs run on, at a path that stays when the packages change.
WRAPPER = """#!/bin/sh
exec {python} "$@"
"""


def missing():
    return []


def ports(context):
    return []


def config(context):
    return os.path.join(context.data, "supervisord.conf")


def socket(context):
    # Short: the path of a socket holds about a hundred letters.
    return os.path.join(context.run, "streamjob.sock")


def python(context):
    place = environment.path(load(os.path.dirname(context.source), "streamjob"))
    return os.path.join(place, "bin", "python")


def prepare(context):
    for name in ("", "jobs", "logs"):
        os.makedirs(os.path.join(context.data, name), mode=0o700, exist_ok=True)
    os.makedirs(os.path.join(context.data, "bin"), mode=0o700, exist_ok=True)
    wrapper = os.path.join(context.data, "bin", "python")
    write_private(wrapper, WRAPPER.format(python=shlex.quote(python(context))))
    os.chmod(wrapper, 0o700)
    write_private(config(context), CONFIG.format(data=context.data, socket=socket(context)))
    write_private(os.path.join(context.data, "connections.json"),
                  json.dumps(connections(context), indent=2) + "\n")


def connections(context):
    """What jobs may open, by the id that pipelines name."""
    registry = load(os.path.dirname(context.source), "schema-registry").address(
        context.of("schema-registry"))
    return {
        "shop_db": {"type": "postgres", "host": "127.0.0.1", "port": context.port("postgres"),
                    "user": "pilot", "password": context.secret("shop-db"), "database": "shop"},
        "shop_kafka": {"type": "kafka",
                       "bootstrap.servers": f"127.0.0.1:{context.port('kafka')}"},
        "shop_registry": {"type": "registry", "url": registry}}


def programs(context):
    return [Program("streamjob", shlex.join(["/usr/bin/supervisord", "-c", config(context)]),
                    context.data, stop_seconds=20)]


def probe(context):
    """The version of supervisord once it listens."""
    asked = subprocess.run(["/usr/bin/supervisorctl", "-c", config(context), "version"],
                           check=False, capture_output=True, text=True)
    return asked.stdout.strip() if asked.returncode == 0 else None


def fill(context, progress):
    progress(100, "no jobs yet")


def services(context):
    return []  # an option of Airflow's services
