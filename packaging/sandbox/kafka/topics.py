# SPDX-License-Identifier: GPL-3.0-or-later
"""The topics with their settings, the groups and the access rules of the demo."""
import time

from confluent_kafka import KafkaError, KafkaException
from confluent_kafka.admin import (AclBinding, AclOperation, AclPermissionType, AdminClient,
                                   NewTopic, ResourcePatternType, ResourceType)

DAY = 86_400_000
# Name → partitions and what differs from the broker's settings. Demo data stay; feeds last a week.
STAYS = {"retention.ms": "-1"}
WEEK = {"retention.ms": str(7 * DAY)}
TOPICS = {
    "shop.orders.v1": (6, STAYS),
    "shop.orders.v1.dlq": (1, STAYS),
    "shop.payments.v1": (3, {**STAYS, "min.insync.replicas": "1"}),
    "shop.payments.v1.DLT": (1, STAYS),
    "shop.customers.v1": (3, {"cleanup.policy": "compact"}),
    # Small segments and an eager cleaner: here compaction happens.
    "shop.stock.v1": (2, {"cleanup.policy": "compact", "segment.bytes": "1048576",
                          "segment.ms": "60000", "min.cleanable.dirty.ratio": "0.01"}),
    "shop.clicks.v1": (12, WEEK),
    "shop.returns.v1": (1, STAYS),
    "shop.shipments.v1": (2, STAYS),
    "shop.audit.v1": (1, {"max.message.bytes": "2097152"}),
    "wiki.recentchange": (3, WEEK),
    "gdelt.events": (3, WEEK),
}
GROUPS = ("shop-fulfilment", "shop-billing", "shop-reports", "shop-search")
RULES = (("User:fulfilment", ResourceType.TOPIC, "shop.", AclOperation.READ,
          AclPermissionType.ALLOW),
         ("User:fulfilment", ResourceType.GROUP, "shop-fulfilment", AclOperation.READ,
          AclPermissionType.ALLOW),
         ("User:partner", ResourceType.TOPIC, "shop.customers", AclOperation.ALL,
          AclPermissionType.DENY))
PATIENCE = 60
# A broker that has just started says so while it takes up what it keeps of groups.
PASSING = (KafkaError.COORDINATOR_LOAD_IN_PROGRESS, KafkaError.COORDINATOR_NOT_AVAILABLE,
           KafkaError.NOT_COORDINATOR, KafkaError._WAIT_COORD, KafkaError._TIMED_OUT,
           KafkaError.REQUEST_TIMED_OUT)


def patiently(work):
    """Asks again for what passes by itself."""
    limit = time.monotonic() + PATIENCE
    while True:
        try:
            return work()
        except KafkaException as error:
            if error.args[0].code() not in PASSING or time.monotonic() > limit:
                raise
            time.sleep(0.2)


def _done(futures, *allowed):
    for future in futures.values():
        try:
            future.result(PATIENCE)
        except KafkaException as error:
            if error.args[0].code() not in allowed:
                raise


def make_afresh(address):
    """All topics empty, no group, the rules once."""
    admin = AdminClient({"bootstrap.servers": address})
    have = set(admin.list_topics(timeout=PATIENCE).topics)
    old = [name for name in TOPICS if name in have]
    if old:
        patiently(lambda: _done(admin.delete_consumer_groups(list(GROUPS)),
                                KafkaError.GROUP_ID_NOT_FOUND))
        _done(admin.delete_topics(old), KafkaError.UNKNOWN_TOPIC_OR_PART)
        _until(lambda: not set(old) & set(admin.list_topics(timeout=PATIENCE).topics))
    _done(admin.create_topics([NewTopic(name, partitions, 1, config=config)
                               for name, (partitions, config) in TOPICS.items()]))
    _until(lambda: _led(admin))
    _done(admin.create_acls([
        AclBinding(kind, name, ResourcePatternType.PREFIXED if kind == ResourceType.TOPIC
                   else ResourcePatternType.LITERAL, who, "*", operation, permission)
        for who, kind, name, operation, permission in RULES]))


def _led(admin):
    """Every partition has a leader."""
    known = admin.list_topics(timeout=PATIENCE).topics
    return all(name in known and len(known[name].partitions) == partitions and all(
        part.leader >= 0 for part in known[name].partitions.values())
               for name, (partitions, _) in TOPICS.items())


def _until(condition):
    limit = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > limit:
            raise TimeoutError("the broker does not make the topics")
        time.sleep(0.1)
