# SPDX-License-Identifier: GPL-3.0-or-later
"""Airflow 3 and Airflow 2: what both recipes share. Metadata in the sandbox's own PostgreSQL."""
import base64
import dataclasses
import hashlib
import json
import os
import shlex
import shutil
import subprocess

from airflow.client import Client
from airflow.demo import fill_demo
from driver import environment
from driver.folder import write_private
from driver.recipes import Program, load
from driver.report import SandboxError

HERE = os.path.dirname(os.path.realpath(__file__))

# Values that both versions know, for a small machine: short waits, few workers, nothing but
# loopback. A dead component is called so after 20 s.
COMMON = {
    "core": {
        "executor": "LocalExecutor", "load_examples": "False", "parallelism": "4",
        "dags_are_paused_at_creation": "False", "hostname_callable": "socket.gethostname",
        "max_active_tasks_per_dag": "16", "min_serialized_dag_update_interval": "1",
        "test_connection": "Disabled",
    },
    "database": {"sql_alchemy_pool_size": "3", "sql_alchemy_max_overflow": "7"},
    "scheduler": {
        "scheduler_heartbeat_sec": "2", "job_heartbeat_sec": "2", "scheduler_idle_sleep_time": "0.5",
        "scheduler_health_check_threshold": "20", "parsing_processes": "1",
        # There is one scheduler, and on a busy machine it would take its own tasks for orphans.
        "orphaned_tasks_check_interval": "86400",
    },
    "triggerer": {"job_heartbeat_sec": "2", "triggerer_health_check_threshold": "20"},
    "logging": {"logging_level": "INFO", "colored_console_log": "False"},
    "usage_data_collection": {"enabled": "False"},
}
VERSION_3 = {
    "core": {
        "auth_manager":
            "airflow.api_fastapi.auth.managers.simple.simple_auth_manager.SimpleAuthManager",
        "simple_auth_manager_users": "admin:admin,viewer:viewer",
        "simple_auth_manager_passwords_file": "{home}/passwords.json",
        "execution_api_server_url": "{address}/execution/",
    },
    "api": {"host": "127.0.0.1", "port": "{port}", "workers": "1", "base_url": "{address}",
            "expose_config": "non-sensitive-only", "secret_key": "{secret}"},
    "api_auth": {"jwt_secret": "{secret}"},
    # The default interval holds a worker for five seconds after its task has ended; the API server
    # is slow to answer the first task of all.
    "workers": {"min_heartbeat_interval": "1", "execution_api_timeout": "60"},
    "dag_processor": {"refresh_interval": "2", "min_file_process_interval": "5",
                      "parsing_processes": "1", "health_check_threshold": "20"},
}
VERSION_2 = {
    "core": {"internal_api_secret_key": "{secret}"},
    "api": {"auth_backends":
            "airflow.api.auth.backend.basic_auth,airflow.api.auth.backend.session"},
    "webserver": {"web_server_host": "127.0.0.1", "web_server_port": "{port}",
                  "base_url": "{address}",
                  "expose_config": "non-sensitive-only", "secret_key": "{secret}",
                  "warn_deployment_exposure": "False", "workers": "2"},
    "scheduler": {"dag_dir_list_interval": "2", "min_file_process_interval": "5"},
}

# Users live in the database, as at a first start of Airflow 2.
WEB_CONFIG = """from flask_appbuilder.const import AUTH_DB

AUTH_TYPE = AUTH_DB
WTF_CSRF_ENABLED = True
WTF_CSRF_TIME_LIMIT = None
"""


@dataclasses.dataclass
class Airflow:
    name: str  # of the folder and the server
    service: str
    title: str
    major: int

    def missing(self):
        return []

    def ports(self, context):
        return [context.port(self.name)]

    def address(self, context):
        return f"http://127.0.0.1:{context.port(self.name)}"

    def client(self, context):
        return Client(self.major, self.address(context), "admin", context.secret(self.service))

    def prepare(self, context):
        for name in ("", "dags", "logs", "tmp", "plugins"):
            os.makedirs(os.path.join(context.data, name), mode=0o700, exist_ok=True)
        for name in os.listdir(os.path.join(HERE, "dags")):
            self._copy(os.path.join(HERE, "dags", name),
                       os.path.join(context.data, "dags", name))
        write_private(os.path.join(context.data, "airflow.cfg"), self._config(context))
        if self.major == 3:
            write_private(os.path.join(context.data, "passwords.json"), json.dumps(
                {"admin": context.secret(self.service),
                 "viewer": context.secret(f"{self.service}/viewer")}))
        else:
            write_private(os.path.join(context.data, "webserver_config.py"), WEB_CONFIG)

    @staticmethod
    def _copy(source, target):
        """Only what has changed: the scheduler reads a file again when its time changes."""
        with open(source, "rb") as file:
            wanted = file.read()
        try:
            with open(target, "rb") as file:
                if file.read() == wanted:
                    return
        except FileNotFoundError:
            pass
        shutil.copyfile(source, target)

    def _config(self, context):
        secret = context.secret(f"{self.service}/internal")
        key = base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()).decode()
        word = context.secret(f"{self.service}/database")
        values = {section: dict(options) for section, options in COMMON.items()}
        for section, options in (VERSION_3 if self.major == 3 else VERSION_2).items():
            values.setdefault(section, {}).update(options)
        values["core"].update(dags_folder=os.path.join(context.data, "dags"), fernet_key=key)
        values["database"]["sql_alchemy_conn"] = (
            f"postgresql+psycopg2://{self.name}:{word}@127.0.0.1:"
            f"{context.port('postgres')}/{self.name}")
        places = {"home": context.data, "address": self.address(context), "secret": secret,
                  "port": str(context.port(self.name))}
        lines = []
        for section, options in values.items():
            lines.append(f"[{section}]")
            lines += [f"{key} = {value.format(**places)}" for key, value in options.items()]
        # The file's reader takes % for its own references.
        return "\n".join(lines).replace("%", "%%") + "\n"

    def variables(self, context):
        """The environment of all components; no password is in it."""
        place = self._place(context)
        return {"AIRFLOW_HOME": context.data, "HOME": context.data, "PYTHONWARNINGS": "ignore",
                "TMPDIR": os.path.join(context.data, "tmp"), "LC_ALL": "C.UTF-8", "TZ": "UTC",
                "PATH": f"{place}/bin:{context.of('dbt').data}/bin:/usr/bin:/bin",
                # Streams that tasks run as batches.
                "PILOTHOUSE_PYTHON": os.path.join(context.of("streamjob").data, "bin", "python"),
                "PYTHONUNBUFFERED": "1"}

    def _place(self, context):
        return environment.path(load(os.path.dirname(context.source), self.name))

    def _python(self, context, *words):
        python = os.path.join(self._place(context), "bin", "python")
        return shlex.join([python, *words])

    def programs(self, context):
        common = dict(directory=context.data, environment=self.variables(context),
                      stop_seconds=8)
        # Without --skip-serve-logs log servers listen on every interface of the machine.
        parts = {"scheduler": ["-m", "airflow", "scheduler", "--skip-serve-logs"],
                 "triggerer": ["-m", "airflow", "triggerer", "--skip-serve-logs"]}
        if self.major == 3:
            parts = {"api-server": ["-m", "airflow", "api-server"], **parts,
                     "dag-processor": ["-m", "airflow", "dag-processor"]}
        else:
            parts = {"webserver": self._web_server(context), **parts}
        traffic = os.path.join(staged(context), "airflow", "traffic.py")
        return [Program(f"{self.name}-{part}", self._python(context, *words), **common)
                for part, words in parts.items()] + [
            Program(f"{self.name}-traffic", shlex.join(
                ["/usr/bin/python3", "-B", traffic, context.folder.path, self.name]),
                context.data, traffic=True, priority=900)]

    def _web_server(self, context):
        """What `airflow webserver` runs, without the second process that watches it: that one ends
        workers that are slow to load."""
        return ["-m", "gunicorn", "--workers", "2", "--timeout", "300", "--preload",
                "--bind", f"127.0.0.1:{context.port(self.name)}", "--name", "airflow-webserver",
                "--config", "python:airflow.www.gunicorn_config", "--no-control-socket",
                "--access-logfile", "-", "airflow.www.app:cached_app()"]

    def before_start(self, context, progress):
        """A database of its own at the first start; its tables after every change of version."""
        done = os.path.join(context.data, "database.done")
        mark = os.path.basename(self._place(context))
        try:
            with open(done, encoding="utf-8") as file:
                if file.read() == mark:
                    return
        except FileNotFoundError:
            progress(f"making the database of {self.title}")
            self._make_database(context)
        progress(f"making the tables of {self.title}")
        words = {"admin": ["Admin", context.secret(self.service)],
                 "viewer": ["Viewer", context.secret(f"{self.service}/viewer")]}
        with open(context.log(f"{self.name}-database.log"), "a", encoding="utf-8") as log:
            # Passwords go over standard input: arguments could be read by every user.
            made = subprocess.run(
                shlex.split(self._python(context, os.path.join(
                    staged(context), "airflow", "makedatabase.py"), str(self.major))),
                env=self.variables(context), cwd=context.data, check=False, text=True,
                input=json.dumps(words), stdout=log, stderr=subprocess.STDOUT)
        if made.returncode != 0:
            raise SandboxError(f"the database of {self.title} could not be made", log.name,
                               self.name)
        write_private(done, mark)

    def _make_database(self, context):
        postgres = load(os.path.dirname(context.source), "postgres")
        word = context.secret(f"{self.service}/database")
        made = postgres.psql(context.of("postgres"), "-f", "-", text=f"""
\\set word '{word}'
DROP DATABASE IF EXISTS {self.name} WITH (FORCE);
DROP ROLE IF EXISTS {self.name};
CREATE ROLE {self.name} LOGIN PASSWORD :'word';
CREATE DATABASE {self.name} OWNER {self.name};
REVOKE ALL ON DATABASE {self.name} FROM PUBLIC;
""")
        if made.returncode != 0:
            raise SandboxError(f"the database of {self.title}: {made.stderr.strip()[-300:]}", "",
                               self.name)

    def probe(self, context):
        """The version once every component is healthy; 200 alone says nothing."""
        try:
            return self.client(context).healthy_version()
        except (OSError, ValueError, KeyError):
            return None

    def fill(self, context, progress):
        try:
            fill_demo(self.client(context), context, progress)
        except (OSError, ValueError, KeyError) as error:
            raise SandboxError(f"the demo data of {self.title}: {error}", "", self.name) from error

    def services(self, context):
        return [{"id": self.service, "module": "workflow", "tool": "airflow", "title": self.title,
                 "address": self.address(context), "namespace": f"airflow://{self.service}",
                 "user": "admin", "options": self.options(context)}]

    def options(self, context):
        """Where pipelines are deployed to, and what they may use there."""
        jobs = context.of("streamjob")
        return {"dags": os.path.join(context.data, "dags"),
                "pipelines": context.folder.at("pipelines"),
                "providers": os.path.join(context.source, "requirements.lock"),
                **({"jobs": os.path.join(jobs.data, "supervisord.conf")}
                   if os.path.isdir(jobs.data) else {})}


def staged(context):
    """The staged folder, which running programs use."""
    return os.path.dirname(context.source)
