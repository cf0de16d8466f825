# SPDX-License-Identifier: GPL-3.0-or-later
"""Kafka 3.9: `shop-kafka`, the shop's topics."""
from kafka.server import Kafka

SERVER = Kafka("kafka", "shop-kafka", "3.9.2")

TITLE = SERVER.title
MODULE = "streams"
TOOL = "kafka"
ORDER = 60
READY_SECONDS = 180
DATA_VERSION = 1
ON_DEMAND = True
# Messages carry the numbers of schemas.
NEEDS = ("schema-registry",)
WAITS_FOR = ()

missing = SERVER.missing
ports = SERVER.ports
prepare = SERVER.prepare
programs = SERVER.programs
before_start = SERVER.before_start
probe = SERVER.probe
fill = SERVER.fill
services = SERVER.services
