# SPDX-License-Identifier: GPL-3.0-or-later
"""python -m pilothouse_worker JOB.json --connections FILE [--status FILE]

Exit codes: 0 told to stop, 2 wrong usage or a job that cannot run, 3 too many bad messages."""
import argparse
import signal
import sys

from . import job as jobs
from .connections import Connections
from .events import EventRunner
from .runner import Runner, TooManyBad
from .status import Status


def main():
    parser = argparse.ArgumentParser(prog="pilothouse_worker")
    parser.add_argument("job")
    parser.add_argument("--connections", required=True)
    parser.add_argument("--status", default="")
    options = parser.parse_args()
    stopped = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.append(True))
    status = Status(options.status)
    try:
        job = jobs.load(options.job)
        connections = Connections(options.connections)
        kind = EventRunner if isinstance(job.source, jobs.EventSource) else Runner
        kind(job, connections, status, lambda: bool(stopped)).run()
    except (jobs.JobError, TooManyBad) as error:
        status.now("failed", error=str(error))
        return 3 if isinstance(error, TooManyBad) else 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
