# SPDX-License-Identifier: GPL-3.0-or-later
"""PostgreSQL: `shop-db`, an e-commerce shop in the schemas bronze, silver and gold."""
import concurrent.futures
import glob
import itertools
import os
import subprocess

from driver.folder import write_private
from driver.recipes import Program
from driver.report import SandboxError

TITLE = "PostgreSQL"
MODULE = "database"
TOOL = "postgresql"
ORDER = 10
READY_SECONDS = 60
DATA_VERSION = 1

# Demo data can always be made again, so nothing waits for the disk.
CONFIG = """listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = '{run}'
unix_socket_permissions = 0700
max_connections = 60
shared_buffers = 128MB
work_mem = 16MB
maintenance_work_mem = 128MB
max_wal_size = 2GB
wal_level = logical
fsync = off
synchronous_commit = off
full_page_writes = off
track_activities = on
track_counts = on
track_io_timing = on
track_functions = all
track_wal_io_timing = on
track_activity_query_size = 4096
log_lock_waits = on
deadlock_timeout = 1s
log_min_messages = warning
timezone = 'UTC'
autovacuum_naptime = 30s
shared_preload_libraries = '{preload}'
"""

HBA = """local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
local replication postgres scram-sha-256
host replication postgres 127.0.0.1/32 scram-sha-256
"""

ROLES = {"postgres": "shop-db/postgres", "pilot": "shop-db", "viewer": "shop-db/viewer"}


def _bin(name):
    """The newest server's own folder: Debian keeps several majors side by side."""
    found = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"),
                   key=lambda path: int(path.split("/")[4]))
    return found[-1] if found else ""


def missing():
    return [] if _bin("postgres") and _bin("psql") else ["postgresql-15|postgresql"]


def ports(context):
    return [context.port()]


def prepare(context):
    passfile = "".join(f"*:*:*:{role}:{context.secret(key)}\n" for role, key in ROLES.items())
    write_private(context.folder.at("pgpass"), passfile)
    if not os.path.exists(os.path.join(context.data, "PG_VERSION")):
        os.makedirs(context.data, mode=0o700, exist_ok=True)
        word = context.folder.at("run", "initdb-password")
        write_private(word, context.secret("shop-db/postgres") + "\n")
        done = subprocess.run(
            [_bin("initdb"), "-D", context.data, "-U", "postgres", "-E", "UTF8",
             "--locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={word}", "--no-sync"],
            check=False, text=True, capture_output=True, stdin=subprocess.DEVNULL)
        os.unlink(word)
        if done.returncode != 0:
            raise SandboxError("initdb failed: " + done.stderr.strip()[-300:], "", "postgres")
    statements = glob.glob("/usr/lib/postgresql/*/lib/pg_stat_statements.so")
    with open(os.path.join(context.data, "postgresql.auto.conf"), "a", encoding="utf-8"):
        pass
    write_private(os.path.join(context.data, "postgresql.conf"), CONFIG.format(
        port=context.port(), run=context.run,
        preload="pg_stat_statements" if statements else ""))
    write_private(os.path.join(context.data, "pg_hba.conf"), HBA)


def programs(context):
    traffic = os.path.join(context.source, "traffic.py")
    return [
        # INT is PostgreSQL's fast shutdown; TERM would wait for every client.
        Program("postgres", f"{_bin('postgres')} -D {context.data}", context.data,
                stop_signal="INT", stop_seconds=15),
        Program("postgres-traffic", f"/usr/bin/python3 -B {traffic} {context.folder.path}",
                context.data, traffic=True, priority=900),
    ]


def psql(context, *arguments, database="postgres", role="postgres", text=None):
    environment = {**os.environ, "PGPASSFILE": context.folder.at("pgpass"), "PGTZ": "UTC",
                   "PGAPPNAME": "sandbox", "PGCONNECT_TIMEOUT": "5"}
    for name in ("PGSERVICE", "PGPASSWORD", "PGOPTIONS"):
        environment.pop(name, None)
    return subprocess.run(
        [_bin("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", context.run,
         "-p", str(context.port()), "-U", role, "-d", database, *arguments],
        env=environment, check=False, text=True, capture_output=True,
        **({"input": text} if text is not None else {"stdin": subprocess.DEVNULL}))


def probe(context):
    answer = psql(context, "-c", "SHOW server_version")
    return answer.stdout.split()[0] if answer.returncode == 0 else None


def fill(context, progress):
    """Roles and database afresh, then the SQL files in order; equal numbers run side by side."""
    # The passwords go over psql's standard input: arguments could be read by every user.
    words = "".join(f"\\set {role}_password '{context.secret(key)}'\n"
                    for role, key in ROLES.items() if role != "postgres")
    with open(os.path.join(context.source, "roles.sql"), encoding="utf-8") as file:
        _need(psql(context, "-f", "-", text=words + file.read()), "roles.sql")
    files = sorted(glob.glob(os.path.join(context.source, "demo", "*.sql")))
    index = 0
    for _, group in itertools.groupby(files, key=lambda path: os.path.basename(path)[:2]):
        group = list(group)
        names = [os.path.basename(path)[3:-4] for path in group]
        progress(100 * index / len(files), "shop: " + ", ".join(names))
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for path, done in zip(group, pool.map(lambda path: psql(
                    context, "-v", f"scale={context.scale}", "-f", path, database="shop",
                    role="pilot"), group)):
                _need(done, os.path.basename(path))
        index += len(group)
    progress(100, "shop is loaded")


def _need(done, what):
    if done.returncode != 0:
        raise SandboxError(f"{what}: {done.stderr.strip()[-400:]}", "", "postgres")


def services(context):
    return [{"id": "shop-db", "module": MODULE, "tool": TOOL, "title": "Shop database",
             "address": f"127.0.0.1:{context.port()}", "namespace": "postgres://shop-db",
             "user": "pilot", "options": {"database": "shop"}}]
