# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the brokers of a test, each started again when it ends unless DIR/N.down exists.

Usage: kafkanodes.py DIR COUNT JAVA WORD…; ends with all of them on TERM."""
import os
import signal
import subprocess
import sys
import time

DIR, COUNT, JAVA = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
ended = False


def end(*_):
    global ended
    ended = True


def start(node):
    place = os.path.join(DIR, str(node))
    # Our own end ends them, however it comes.
    process = subprocess.Popen(
        ["setpriv", "--pdeathsig", "TERM", "--", *JAVA[:-2], f"-Djava.io.tmpdir={place}/tmp",
         *JAVA[-2:], "kafka.Kafka", os.path.join(place, "server.properties")],
        cwd=place, stdin=subprocess.DEVNULL)
    with open(f"{DIR}/{node}.pid.new", "w", encoding="utf-8") as file:
        file.write(f"{process.pid}\n")
    os.replace(f"{DIR}/{node}.pid.new", f"{DIR}/{node}.pid")
    return process


def main():
    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    running = {}
    while not ended:
        for node in range(1, COUNT + 1):
            process = running.get(node)
            if process is None or process.poll() is not None:
                if not os.path.exists(f"{DIR}/{node}.down"):
                    running[node] = start(node)
        time.sleep(0.2)
    for process in running.values():
        process.terminate()
    for process in running.values():
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


if __name__ == "__main__":
    main()
