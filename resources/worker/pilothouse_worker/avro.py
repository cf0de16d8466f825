# SPDX-License-Identifier: GPL-3.0-or-later
"""Avro values framed by a schema registry: a zero, the number of the schema, the value."""
import base64
import io
import json
import math
import struct
import time
import urllib.error
import urllib.request

import fastavro

from .values import Unfit

TIMEOUT = 10
LIMIT = 4 << 20
KNOWN = 1000
AGAIN = 30  # seconds until a schema that was not there is asked for again


class RegistryAway(Exception):
    """The registry does not answer now; the message is not to blame."""


class AvroReader:
    def __init__(self, registry):
        self._url = registry["url"].rstrip("/")
        self._headers = {"Accept": "application/vnd.schemaregistry.v1+json"}
        if registry.get("user"):
            login = f"{registry['user']}:{registry.get('password', '')}".encode()
            self._headers["Authorization"] = "Basic " + base64.b64encode(login).decode()
        self._schemas = {}  # number → schema, or why there is none
        self._again = {}  # number → when to ask again

    def __call__(self, octets):
        if len(octets) < 5 or octets[0] != 0:
            raise Unfit("has no frame of a schema registry")
        schema = self._schema(struct.unpack(">I", octets[1:5])[0])
        body = io.BytesIO(octets[5:])
        try:
            value = fastavro.schemaless_reader(body, schema, None)
        except Exception as error:  # whatever a broken value makes of it
            raise Unfit(f"is no Avro of its schema: {type(error).__name__}") from error
        if body.read(1):
            raise Unfit("has bytes behind its Avro value")
        return value

    def _schema(self, number):
        if number not in self._schemas or time.monotonic() >= self._again.get(number, math.inf):
            if len(self._schemas) >= KNOWN:  # random numbers must not fill the memory
                self._schemas.clear()
                self._again.clear()
            self._again.pop(number, None)
            self._schemas[number] = self._asked(number)
        found = self._schemas[number]
        if isinstance(found, str):
            self._again.setdefault(number, time.monotonic() + AGAIN)
            raise Unfit(found)
        return found

    def _asked(self, number):
        request = urllib.request.Request(f"{self._url}/schemas/ids/{number}", headers=self._headers)
        try:
            with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
                found = json.loads(answer.read(LIMIT))
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return f"has the unknown schema {number}"
            raise RegistryAway(f"the schema registry answers {error.code}") from error
        except (OSError, ValueError) as error:
            raise RegistryAway(f"the schema registry does not answer: {error}") from error
        if found.get("schemaType", "AVRO") != "AVRO":
            return f"has schema {number}, which is no Avro"
        try:
            return fastavro.parse_schema(json.loads(found["schema"]))
        except Exception as error:
            return f"has schema {number}, which cannot be read: {type(error).__name__}"
