# SPDX-License-Identifier: GPL-3.0-or-later
"""Schema registry: Apicurio, which speaks Confluent's API below /apis/ccompat/v7."""
import os
import shlex

from driver import jars
from driver.recipes import Program, load
from kafka import rest

TITLE = "Schema registry"
MODULE = "streams"
TOOL = "schema-registry"
ORDER = 50
READY_SECONDS = 180
DATA_VERSION = 1
ON_DEMAND = True
WAITS_FOR = ()
# The newest that runs on Debian 12's Java 17.
ARTIFACT = "io.apicurio:apicurio-registry-app:3.0.9:tar.gz:all"
VERSION = ARTIFACT.split(":")[2]


def missing():
    return []


def ports(context):
    return [context.port()]


def address(context):
    """Where Confluent's API begins: not at the root of the server."""
    return f"http://127.0.0.1:{context.port()}/apis/ccompat/v7"


def prepare(context):
    for name in ("", "tmp"):
        os.makedirs(os.path.join(context.data, name), mode=0o700, exist_ok=True)


def programs(context):
    place = jars.path(load(os.path.dirname(context.source), "schema-registry"))
    words = [jars.java() or "java", "-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
             "-XX:-UsePerfData", f"-Djava.io.tmpdir={context.data}/tmp", f"-Duser.home={context.data}",
             "-Dquarkus.http.host=127.0.0.1", f"-Dquarkus.http.port={context.port()}",
             "-Dapicurio.storage.sql.kind=h2",
             f"-Dapicurio.datasource.url=jdbc:h2:file:{context.data}/registry",
             "-jar", f"{place}/apicurio-registry-app-{VERSION}-runner.jar"]
    return [Program("schema-registry", shlex.join(words), context.data)]


def probe(context):
    """The version once it lists its subjects."""
    try:
        subjects = rest.call("GET", address(context) + "/subjects", seconds=5)
        return VERSION if isinstance(subjects, list) else None
    except (OSError, ValueError):
        return None


def fill(context, progress):
    """Its subjects come with the messages that need them."""
    rest.call("PUT", address(context) + "/config", {"compatibility": "BACKWARD"})
    progress(100, "schemas come with the messages")


def services(context):
    return []  # it is an option of the brokers
