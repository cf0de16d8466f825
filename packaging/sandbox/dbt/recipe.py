# SPDX-License-Identifier: GPL-3.0-or-later
"""dbt: a command with a project on the shop's database, no server. `dbt/bin/dbt` runs it from anywhere;
models go into the schema `dbt_shop`."""
import os
import shlex
import shutil
import subprocess

from driver import environment
from driver.folder import write_private
from driver.recipes import load
from driver.report import SandboxError

TITLE = "dbt"
MODULE = "transform"
TOOL = "dbt"
ORDER = 20
READY_SECONDS = 60
DATA_VERSION = 1
ON_DEMAND = True
NEEDS = ("postgres",)
WAITS_FOR = NEEDS

# The file is private and holds the password, so that no argument and no environment does.
PROFILES = """shop:
  target: dev
  outputs:
    dev:
      type: postgres
      host: 127.0.0.1
      port: {port}
      user: pilot
      password: "{password}"
      dbname: shop
      schema: dbt_shop
      threads: 2
"""
WRAPPER = """#!/bin/sh
# The sandbox's dbt with its profiles, and its project where no other is named.
export DBT_PROFILES_DIR="${{DBT_PROFILES_DIR:-{data}}}"
export DBT_PROJECT_DIR="${{DBT_PROJECT_DIR:-{data}/project}}"
export DBT_SEND_ANONYMOUS_USAGE_STATS=false DO_NOT_TRACK=1
exec {dbt} "$@"
"""


def missing():
    return []


def ports(context):
    return []


def place(context):
    return environment.path(load(os.path.dirname(context.source), "dbt"))


def command(context):
    return os.path.join(context.data, "bin", "dbt")


def prepare(context):
    os.makedirs(os.path.join(context.data, "bin"), mode=0o700, exist_ok=True)
    shutil.copytree(os.path.join(context.source, "project"),
                    os.path.join(context.data, "project"), dirs_exist_ok=True)
    write_private(os.path.join(context.data, "profiles.yml"), PROFILES.format(
        port=context.port("postgres"), password=context.secret("shop-db")))
    program = os.path.join(place(context), "bin", "dbt")
    write_private(command(context), WRAPPER.format(data=context.data, dbt=shlex.quote(program)))
    os.chmod(command(context), 0o700)


def programs(context):
    return []


def run(context, *words):
    with open(context.log("dbt.log"), "a", encoding="utf-8") as log:
        return subprocess.run([command(context), *words], cwd=context.data, check=False,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log,
                              text=True)


def probe(context):
    """Its version; the data of its package says it without loading all of it."""
    asked = subprocess.run(
        [os.path.join(place(context), "bin", "python"), "-c",
         "from importlib.metadata import version; print(version('dbt-core'))"],
        check=False, capture_output=True, text=True)
    return asked.stdout.strip() or None


def fill(context, progress):
    progress(10, "building the models of the shop")
    built = run(context, "build")
    if built.returncode != 0:
        raise SandboxError("dbt build failed: " + built.stdout.strip()[-300:],
                           context.log("dbt.log"), "dbt")
    progress(100, "models are built")


def services(context):
    return []  # nothing listens; Airflow's tasks call it
