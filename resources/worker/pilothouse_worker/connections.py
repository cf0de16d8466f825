# SPDX-License-Identifier: GPL-3.0-or-later
"""Connections by id, from a file that only the job's account reads. No message repeats a password."""
import json

import psycopg

from .job import JobError


class Connections:
    def __init__(self, path):
        try:
            with open(path, encoding="utf-8") as file:
                self._known = json.load(file)
        except (OSError, ValueError) as error:
            raise JobError(f"{path}: {type(error).__name__}") from error

    def _of(self, name, kind):
        found = self._known.get(name)
        if not isinstance(found, dict) or found.get("type") != kind:
            raise JobError(f"there is no connection {name} of type {kind}")
        return {key: value for key, value in found.items() if key != "type"}

    def postgres(self, name, application):
        """A new connection; raises psycopg.OperationalError while the server is away."""
        known = self._of(name, "postgres")
        return psycopg.connect(
            host=known.get("host"), port=known.get("port"), user=known.get("user"),
            password=known.get("password"), dbname=known.get("database"),
            sslmode=known.get("sslmode"), sslrootcert=known.get("sslrootcert"),
            autocommit=True, application_name=application, connect_timeout=10, keepalives_idle=10,
            keepalives_interval=5, keepalives_count=3, tcp_user_timeout=20_000,
            options="-c idle_in_transaction_session_timeout=60000")

    def kafka(self, name):
        """Settings for librdkafka."""
        return self._of(name, "kafka")

    def registry(self, name):
        return self._of(name, "registry")

    def headers(self, name):
        """Headers of HTTP requests; a connection that is not named has none."""
        return self._of(name, "http").get("headers", {}) if name else {}
