# SPDX-License-Identifier: GPL-3.0-or-later
"""The little of Airflow's REST API that demo data and traffic need, for both versions."""
import base64
import json
import urllib.error
import urllib.request


class Client:
    def __init__(self, major, address, user, password):
        self.major = major
        self.address = address
        self._user = user
        self._password = password
        self._token = ""

    def healthy_version(self):
        """The version when all components run, else None. Asks without a login."""
        place = "/api/v2/monitor/health" if self.major == 3 else "/health"
        state = self._open("GET", place, None, {}, 10)
        wanted = ["metadatabase", "scheduler", "triggerer"]
        wanted += ["dag_processor"] if self.major == 3 else []
        if any((state.get(name) or {}).get("status") != "healthy" for name in wanted):
            return None
        place = "/api/v2/version" if self.major == 3 else "/api/v1/version"
        return self._open("GET", place, None, {})["version"]

    def call(self, method, path, body=None):
        """The answer to a call below /api/v1 or /api/v2, as the user."""
        return self._open(method, f"/api/v{self.major - 1}{path}", body, self._login())

    def make(self, path, body):
        """Makes something unless it is there."""
        try:
            self.call("POST", path, body)
        except urllib.error.HTTPError as error:
            if error.code != 409:
                raise

    def trigger(self, dag, run, when=None, conf=None):
        """A new run; `when` is its logical date."""
        body = {"dag_run_id": run, "conf": conf or {}}
        if when or self.major == 3:
            body["logical_date"] = when
        self.make(f"/dags/{dag}/dagRuns", body)

    def _login(self):
        if self.major == 2:
            words = base64.b64encode(f"{self._user}:{self._password}".encode()).decode()
            return {"Authorization": f"Basic {words}"}
        if not self._token:
            self._token = self._open("POST", "/auth/token", {
                "username": self._user, "password": self._password}, {})["access_token"]
        return {"Authorization": f"Bearer {self._token}"}

    def _open(self, method, path, body, headers, seconds=60):
        headers = {**headers, "Accept": "application/json"}
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(self.address + path, data, headers, method=method)
        # Loopback never goes through a proxy.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=seconds) as answer:
                text = answer.read()
        except urllib.error.HTTPError as error:
            words = error.read().decode(errors="replace")[:300]
            error.msg = f"{error.msg} ({method} {path}: {words})"
            raise
        return json.loads(text) if text else None
