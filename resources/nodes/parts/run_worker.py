# SPDX-License-Identifier: GPL-3.0-or-later
# needs json
# needs os
# needs subprocess
# needs sys
# needs part application
# needs part job_connections
def run_worker(job, connections, patience=300):
    """Reads what a topic holds now and ends; gives up after so many seconds without progress.

    PILOTHOUSE_PYTHON names a Python with the packages of requirements.txt in the job's folder."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), job)
    words = [os.environ.get("PILOTHOUSE_PYTHON") or sys.executable, "-B", "-m", "pilothouse_worker"]
    words += ["job.json", "--available-now", "--patience", str(patience)]
    words += ["--application", application(), "--connections", "/dev/stdin"]
    with subprocess.Popen(
        words,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            try:
                with process.stdin as told:
                    json.dump(job_connections(connections), told)
            except BrokenPipeError:
                pass  # it ended already and says why
            for line in process.stdout:
                print(line, end="")
        except BaseException:
            process.terminate()
            raise
    if process.returncode:
        raise RuntimeError(f"the worker ended with {process.returncode}")
