# SPDX-License-Identifier: GPL-3.0-or-later
# needs json
# needs os
# needs subprocess
# needs tempfile
# needs airflow.sdk:BaseHook
# needs part application
# needs part job_connections
# needs part rendered
def submit_spark(
    conn_id,
    application_file=None,
    code=None,
    job=None,
    connections=None,
    main_class=None,
    arguments=(),
    verbatim=(),
    packages=(),
    conf=None,
    driver_memory=None,
    executor_memory=None,
    executor_cores=None,
    num_executors=None,
):
    """Submits a program to Spark and waits for its end."""
    to = BaseHook.get_connection(conn_id)
    master = f"{to.host}:{to.port}" if to.port else to.host
    words = ["spark-submit", "--master", master, "--name", application()]
    for option, value in (
        ("--class", main_class),
        ("--packages", ",".join(packages)),
        ("--driver-memory", driver_memory),
        ("--executor-memory", executor_memory),
        ("--executor-cores", executor_cores),
        ("--num-executors", num_executors),
    ):
        if value:
            words += [option, str(value)]
    for name, value in (conf or {}).items():
        words += ["--conf", f"{name}={value}"]
    private = {"PILOTHOUSE_CONNECTIONS": json.dumps(job_connections(connections or {}))}
    with tempfile.TemporaryDirectory() as folder:
        if code:
            application_file = os.path.join(folder, "program.py")
            with open(application_file, "w", encoding="utf-8") as file:
                file.write(code)
        if job:
            here = os.path.dirname(os.path.abspath(__file__))
            application_file = os.path.join(here, job, "job.py")
        words += [rendered(application_file), *(rendered(one) for one in arguments), *verbatim]
        with subprocess.Popen(
            words,
            env={**os.environ, **private},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            for line in process.stdout:
                print(line, end="")
    if process.returncode:
        raise RuntimeError(f"spark-submit ended with {process.returncode}")
