@task({{> task }})
def run_{{ node }}():
    return run_dbt(
        conn_id={{ connection }},
        project={{ job }},
        generated=True,
        command="test",
        select={{ selected }},
    )

{{ node }} = run_{{ node }}()
