# SPDX-License-Identifier: GPL-3.0-or-later
# needs json
# needs os
# needs subprocess
# needs tempfile
# needs airflow.sdk:BaseHook
# needs part application
# needs part rendered
def run_dbt(
    conn_id,
    project,
    command,
    threads=1,
    generated=False,
    select=None,
    exclude=None,
    variables=None,
    schema=None,
    full_refresh=False,
):
    """Runs dbt; profiles.yml may take the connection from DBT_HOST and the like.

    A generated project lies beside this file, which nobody need be able to write to."""
    to = BaseHook.get_connection(conn_id)
    place = {
        "DBT_HOST": to.host,
        "DBT_PORT": to.port and str(to.port),
        "DBT_USER": to.login,
        "DBT_ENV_SECRET_PASSWORD": to.password,
        "DBT_DATABASE": to.schema,
        "DBT_SCHEMA": schema,
        "PGAPPNAME": application(),
    }
    if generated:
        project = os.path.join(os.path.dirname(os.path.abspath(__file__)), project)
        place["DBT_PROFILES_DIR"] = project
    else:
        project = rendered(project)
    words = ["dbt", "--no-use-colors", command, "--project-dir", project, "--threads", str(threads)]
    for option, value in (("--select", select), ("--exclude", exclude)):
        if value:
            words += [option, *rendered(value).split()]
    if variables:
        values = {name: rendered(value) for name, value in variables.items()}
        words += ["--vars", json.dumps(values)]
    if full_refresh:
        words.append("--full-refresh")
    with tempfile.TemporaryDirectory() as private:
        if generated:
            place |= {"DBT_TARGET_PATH": private, "DBT_LOG_PATH": private}
        environment = {**os.environ, **{name: value for name, value in place.items() if value}}
        with subprocess.Popen(
            words, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as process:
            for line in process.stdout:
                print(line, end="")
    if process.returncode:
        raise RuntimeError(f"dbt {command} ended with {process.returncode}")
