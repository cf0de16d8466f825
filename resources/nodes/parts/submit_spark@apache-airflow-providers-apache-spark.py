# SPDX-License-Identifier: GPL-3.0-or-later
# needs json
# needs os
# needs tempfile
# needs airflow.providers.apache.spark.hooks.spark_submit:SparkSubmitHook
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
    """Submits a program to Spark as the provider does and waits for its end."""
    # Not as env_vars: on some masters those become arguments, which anybody sees.
    os.environ["PILOTHOUSE_CONNECTIONS"] = json.dumps(job_connections(connections or {}))
    with tempfile.TemporaryDirectory() as folder:
        if code:
            application_file = os.path.join(folder, "program.py")
            with open(application_file, "w", encoding="utf-8") as file:
                file.write(code)
        if job:
            here = os.path.dirname(os.path.abspath(__file__))
            application_file = os.path.join(here, job, "job.py")
        SparkSubmitHook(
            conn_id=conn_id,
            name=application(),
            java_class=main_class,
            application_args=[*(rendered(one) for one in arguments), *verbatim],
            packages=",".join(packages) or None,
            conf=conf,
            driver_memory=driver_memory,
            executor_memory=executor_memory,
            executor_cores=executor_cores,
            num_executors=num_executors,
        ).submit(rendered(application_file))
