# SPDX-License-Identifier: GPL-3.0-or-later
"""Redis: `shop-cache`, the shop's cache, carts, rankings, streams and job queue."""
import os
import shutil
import socket
import subprocess
import sys

from driver.folder import write_private
from driver.recipes import Program
from driver.report import SandboxError

TITLE = "Redis"
MODULE = "queue"
TOOL = "redis"
ORDER = 20
READY_SECONDS = 30
DATA_VERSION = 1

CONFIG = """bind 127.0.0.1
port {port}
unixsocket {socket}
unixsocketperm 700
dir {data}
daemonize no
protected-mode yes
requirepass {password}
user viewer on >{viewer} ~* &* -@all +@read +@connection +info +slowlog|get +slowlog|len +ping
databases 16
appendonly no
save 900 1
save 300 1000
maxmemory 512mb
maxmemory-policy noeviction
slowlog-log-slower-than 10000
slowlog-max-len 256
latency-monitor-threshold 10
"""


def missing():
    return [] if shutil.which("redis-server") and shutil.which("redis-cli") else ["redis-server"]


def ports(context):
    return [context.port()]


def _socket(context):
    return os.path.join(context.run, "redis.sock")


def prepare(context):
    os.makedirs(context.data, mode=0o700, exist_ok=True)
    write_private(os.path.join(context.data, "redis.conf"), CONFIG.format(
        port=context.port(), socket=_socket(context), data=context.data,
        password=context.secret("shop-cache"), viewer=context.secret("shop-cache/viewer")))


def programs(context):
    conf = os.path.join(context.data, "redis.conf")
    traffic = os.path.join(context.source, "traffic.py")
    return [
        Program("redis", f"/usr/bin/redis-server {conf}", context.data),
        Program("redis-traffic", f"/usr/bin/python3 -B {traffic} {context.folder.path}",
                context.data, traffic=True, priority=900),
    ]


def probe(context):
    """The version once it answers a command with the password; LOADING is not an answer."""
    try:
        with socket.socket(socket.AF_UNIX) as link:
            link.settimeout(2)
            link.connect(_socket(context))
            link.sendall(f"AUTH {context.secret('shop-cache')}\r\nINFO server\r\n".encode())
            answer = b""
            while b"redis_version:" not in answer or not answer.endswith(b"\r\n"):
                part = link.recv(4096)
                if not part or b"-LOADING" in answer:
                    return None
                answer += part
        return answer.partition(b"redis_version:")[2].split()[0].decode()
    except OSError:
        return None


def _cli(context, *arguments, **options):
    # The password goes through the environment of redis-cli alone, never through its arguments.
    environment = {**os.environ, "REDISCLI_AUTH": context.secret("shop-cache")}
    return subprocess.run(["redis-cli", "-s", _socket(context), *arguments], env=environment,
                          check=False, text=True, capture_output=True, **options)


def fill(context, progress):
    progress(0, "writing the shop's keys")
    generator = subprocess.Popen(
        [sys.executable, "-B", os.path.join(context.source, "demo.py"), str(context.scale)],
        stdout=subprocess.PIPE)
    _cli(context, "FLUSHALL")
    result = _cli(context, "--pipe", stdin=generator.stdout)
    generator.stdout.close()
    if generator.wait() != 0 or result.returncode != 0 or "errors: 0" not in result.stdout:
        raise SandboxError("the Redis demo data could not be loaded: "
                           + (result.stderr or result.stdout).strip()[-300:], "", "redis")
    progress(100, f"{_cli(context, 'DBSIZE').stdout.strip()} keys")


def services(context):
    return [{"id": "shop-cache", "module": MODULE, "tool": TOOL, "title": "Shop cache",
             "address": f"127.0.0.1:{context.port()}", "namespace": "redis://shop-cache",
             "user": "", "options": {}}]
