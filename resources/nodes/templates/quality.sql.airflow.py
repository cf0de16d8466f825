@task({{> task }})
def run_{{ node }}():
    return expect_query(
        conn_id={{ connection }},
        sql={{ sql }},
        max_rows={{ max_rows }},
        severity={{ severity }},
    )

{{ node }} = run_{{ node }}()
