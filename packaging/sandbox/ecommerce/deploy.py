# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the document, its tables, topics, streaming jobs and DAGs into place. What somebody has
changed since stays as it is."""
import hashlib
import json
import os
import shutil
import subprocess

from driver.recipes import load


class Deployment:
    def __init__(self, context, name):
        self._context = context
        self._name = name
        self._base = os.path.dirname(context.source)
        self._generated = os.path.join(context.source, "generated")
        with open(os.path.join(self._generated, f"{name}.units.json"), encoding="utf-8") as file:
            self._units = json.load(file)["units"]
        self._placed = Placed(os.path.join(context.data, "deployed.json"))

    def streams(self):
        """Tables, topics and the job, which reads from now on."""
        context, base = self._context, self._base
        make_tables(context, base, self._of("table"))
        make_topics(context, base, self._of("topic"))
        self._put("job", os.path.join(context.of("streamjob").data, "jobs"))
        jobs = load(base, "streamjob")
        update = subprocess.run(
            ["/usr/bin/supervisorctl", "-c", jobs.config(context.of("streamjob")), "update"],
            check=False, capture_output=True, text=True)
        if update.returncode != 0:
            raise ValueError("the host of streaming jobs: " + update.stdout.strip()[-300:])

    def batches(self):
        """The document and its DAG, whose first run begins at once."""
        context = self._context
        document = f"{self._name}.pipeline.yaml"
        self._placed.put(os.path.join(context.source, document),
                         os.path.join(context.folder.at("pipelines"), document))
        self._put("dag", self._dags())

    def has_dag(self):
        return os.path.exists(os.path.join(self._dags(), f"{self._name}.py"))

    def _dags(self):
        return os.path.join(self._context.of("airflow3").data, "dags")

    def _of(self, kind):
        return [unit for unit in self._units if unit["kind"] == kind]

    def _put(self, kind, place):
        for unit in self._of(kind):
            for path in unit.get("files", []):
                self._placed.put(os.path.join(self._generated, path), os.path.join(place, path))
        self._placed.keep()


def make_tables(context, base, tables):
    """As the role that pipelines connect as, so that it owns them."""
    text = "SET client_min_messages = error;\n" + "".join(
        unit["statement"] + "\n" for unit in tables)
    made = load(base, "postgres").psql(
        context.of("postgres"), "-f", "-", database="shop", role="pilot", text=text)
    if made.returncode != 0:
        raise ValueError("the tables: " + made.stderr.strip()[-300:])


def make_topics(context, base, topics):
    kafka = load(base, "kafka").SERVER
    made = subprocess.run(
        kafka.script(context.of("kafka"), "maketopics.py"), check=False, capture_output=True,
        text=True, input=json.dumps(topics))
    if made.returncode != 0:
        raise ValueError("the topics: " + made.stderr.strip()[-300:])


class Placed:
    """Which files were put where, so that a later start knows what somebody has changed."""

    def __init__(self, path):
        self._path = path
        try:
            with open(path, encoding="utf-8") as file:
                self._known = json.load(file)
        except FileNotFoundError:
            self._known = {}

    def put(self, source, target):
        wanted = mark(source)
        there = mark(target)
        if there in ("", self._known.get(target)) and there != wanted:
            os.makedirs(os.path.dirname(target), mode=0o700, exist_ok=True)
            shutil.copyfile(source, target + ".new")
            os.replace(target + ".new", target)
            there = wanted
        if there == wanted:
            self._known[target] = wanted

    def keep(self):
        with open(self._path, "w", encoding="utf-8") as file:
            json.dump(self._known, file, indent=2, sort_keys=True)


def mark(path):
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except FileNotFoundError:
        return ""
