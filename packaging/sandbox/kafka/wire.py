# SPDX-License-Identifier: GPL-3.0-or-later
"""As much of Kafka's protocol as it takes to ask a broker whether it serves."""
import socket
import struct

METADATA = 3


def _receive(link, count):
    data = b""
    while len(data) < count:
        part = link.recv(count - len(data))
        if not part:
            raise ConnectionError("the broker closed the connection")
        data += part
    return data


def brokers(port, seconds=5):
    """The ports of the cluster's brokers, as the broker on this port of 127.0.0.1 tells them.

    A broker that is still fenced off by its controller is not among them."""
    client = b"sandbox"
    # Version 1 of the request, correlation 1, our name; an empty list of topics.
    body = struct.pack(">hhih", METADATA, 1, 1, len(client)) + client + struct.pack(">i", 0)
    with socket.create_connection(("127.0.0.1", port), seconds) as link:
        link.settimeout(seconds)
        link.sendall(struct.pack(">i", len(body)) + body)
        answer = _receive(link, struct.unpack(">i", _receive(link, 4))[0])
    correlation, count = struct.unpack_from(">ii", answer)
    if correlation != 1:
        raise ValueError("this is no Kafka broker")
    found, place = [], 8
    for _ in range(count):
        place += 4  # number of the broker
        place += 2 + struct.unpack_from(">h", answer, place)[0]
        found.append(struct.unpack_from(">i", answer, place)[0])
        place += 4
        place += 2 + max(0, struct.unpack_from(">h", answer, place)[0])  # its rack, or none
    return found
