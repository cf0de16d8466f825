# SPDX-License-Identifier: GPL-3.0-or-later
"""A sandbox with database, broker and the supervisor of jobs; `library()` restarts the test on the
worker's own Python environment."""
import importlib.util
import json
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [os.path.join(ROOT, "tests", "sandbox"), os.path.join(ROOT, "resources", "worker")]
import kafkaclient  # noqa: E402
from driver import environment, install, recipes  # noqa: E402

RECIPE = recipes.load(kafkaclient.BASE, "streamjob")
PYTHON = os.path.join(environment.path(RECIPE), "bin", "python")


def library():
    if not install.installed(RECIPE):
        print("not installed: packaging/sandbox/sandbox install streamjob")
        sys.exit(1 if os.environ.get("CI") == "true" else kafkaclient.SKIPPED)
    if not importlib.util.find_spec("psycopg"):
        os.execv(PYTHON, [PYTHON, "-B", *sys.argv])


SECTION = """[program:{name}]
command = {python} -B -m pilothouse_worker {folder}/job.json --connections {data}/connections.json
    --status {folder}/status.json
directory = {folder}
autorestart = unexpected
exitcodes = 0,2,3
startsecs = 0
startretries = 1000000
stopwaitsecs = 30
stdout_logfile = {data}/logs/{name}.log
redirect_stderr = true
"""


class WorkerBox(kafkaclient.KafkaBox):
    def begin(self):
        self.json("start", "--no-install", "--no-traffic", "--scale", "2", "streamjob")
        self.data = os.path.join(self.folder, "data", "streamjob")
        with open(os.path.join(self.data, "connections.json"), encoding="utf-8") as file:
            self.connections = json.load(file)

    def postgres(self):
        import psycopg
        known = self.connections["shop_db"]
        return psycopg.connect(host=known["host"], port=known["port"], user=known["user"],
                               password=known["password"], dbname=known["database"],
                               autocommit=True)

    def kafka(self):
        return {"bootstrap.servers": self.connections["shop_kafka"]["bootstrap.servers"],
                "log_level": 0}

    def control(self, *words):
        return subprocess.run(
            ["supervisorctl", "-c", os.path.join(self.data, "supervisord.conf"), *words],
            check=False, capture_output=True, text=True).stdout

    def deploy(self, job):
        """As a deployed job lies there; returns the name of its program."""
        name = job["group"]
        folder = os.path.join(self.data, "jobs", name)
        shutil.copytree(os.path.join(ROOT, "resources", "worker", "pilothouse_worker"),
                        os.path.join(folder, "pilothouse_worker"), dirs_exist_ok=True,
                        ignore=shutil.ignore_patterns("__pycache__"))
        with open(os.path.join(folder, "job.json"), "w", encoding="utf-8") as file:
            json.dump(job, file)
        with open(folder + ".conf", "w", encoding="utf-8") as file:
            file.write(SECTION.format(name=name, python=PYTHON, folder=folder, data=self.data))
        if os.geteuid() == 0:
            owner = os.stat(self.data)
            for place, _, files in [*os.walk(folder), (folder + ".conf", [], [])]:
                for path in [place, *(os.path.join(place, one) for one in files)]:
                    os.chown(path, owner.st_uid, owner.st_gid)
        self.control("update")
        return name

    def status(self, name):
        try:
            with open(os.path.join(self.data, "jobs", name, "status.json"),
                      encoding="utf-8") as file:
                return json.load(file)
        except FileNotFoundError:
            return {"state": "", "lag": None, "error": ""}

    def log(self, name):
        with open(os.path.join(self.data, "logs", name + ".log"), encoding="utf-8") as file:
            return file.read()[-3000:]
