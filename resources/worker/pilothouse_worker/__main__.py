# SPDX-License-Identifier: GPL-3.0-or-later
"""python -m pilothouse_worker JOB.json --connections FILE [--status FILE] [--available-now]

Exit codes: 0 told to stop, or all that was there is written; 2 wrong usage or a job that cannot run,
3 too many bad messages, 4 given up before all that was there is written."""
import argparse
import dataclasses
import signal
import sys

from . import job as jobs
from .batch import BatchRunner, NotFinished
from .capture import Capture
from .connections import Connections
from .events import EventRunner
from .runner import Runner, TooManyBad
from .status import Status


def main():
    parser = argparse.ArgumentParser(prog="pilothouse_worker")
    parser.add_argument("job")
    parser.add_argument("--connections", required=True)
    parser.add_argument("--status", default="")
    parser.add_argument("--available-now", action="store_true",
                        help="end where the topic ends at the start")
    parser.add_argument("--patience", type=float, default=300, metavar="SECONDS",
                        help="with --available-now: give up after so long without progress")
    parser.add_argument("--application", default="", help="name of its database connections")
    options = parser.parse_args()
    stopped = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.append(True))
    status = Status(options.status)
    try:
        job = dataclasses.replace(jobs.load(options.job), caller=options.application)
        runner(job, options, status, lambda: bool(stopped)).run()
    except (jobs.JobError, TooManyBad, NotFinished) as error:
        status.now("failed", error=str(error))
        return {TooManyBad: 3, NotFinished: 4}.get(type(error), 2)
    return 0


def runner(job, options, status, stopping):
    connections = Connections(options.connections)
    if options.available_now:
        if not isinstance(job.source, jobs.KafkaSource):
            raise jobs.JobError("only what a topic holds now has an end")
        return BatchRunner(job, connections, status, stopping, options.patience)
    kind = {jobs.EventSource: EventRunner, jobs.ChangeSource: Capture}.get(type(job.source), Runner)
    return kind(job, connections, status, stopping)


if __name__ == "__main__":
    sys.exit(main())
