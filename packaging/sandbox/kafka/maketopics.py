# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the topics of a pipeline that are not there yet; those that are stay as they are. Usage:
maketopics.py BROKER REGISTRY MAJOR; standard input is a JSON list of name and settings."""
import json
import sys

import topics
from confluent_kafka.admin import AdminClient, NewTopic

BROKER = sys.argv[1]


def main():
    admin = AdminClient({"bootstrap.servers": BROKER})
    have = set(admin.list_topics(timeout=topics.PATIENCE).topics)
    wanted = [NewTopic(unit["name"], int(unit["settings"].get("partitions", 1)),
                       int(unit["settings"].get("replication", 1)))
              for unit in json.load(sys.stdin) if unit["name"] not in have]
    if wanted:
        for future in admin.create_topics(wanted).values():
            future.result(topics.PATIENCE)


if __name__ == "__main__":
    main()
