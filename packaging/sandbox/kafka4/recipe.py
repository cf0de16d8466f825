# SPDX-License-Identifier: GPL-3.0-or-later
"""Kafka 4: `shop-kafka-4`, the shop's topics. What both versions share is in ../kafka."""
from kafka.server import Kafka

SERVER = Kafka("kafka4", "shop-kafka-4", "4.3.1")

TITLE = SERVER.title
MODULE = "streams"
TOOL = "kafka"
ORDER = 61
READY_SECONDS = 180
DATA_VERSION = 1
ON_DEMAND = True
# Messages carry the numbers of schemas.
NEEDS = ("schema-registry",)
WAITS_FOR = ()
ENVIRONMENT = "kafka"

missing = SERVER.missing
ports = SERVER.ports
prepare = SERVER.prepare
programs = SERVER.programs
before_start = SERVER.before_start
probe = SERVER.probe
fill = SERVER.fill
services = SERVER.services
