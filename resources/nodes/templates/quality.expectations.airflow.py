@task({{> task }})
def run_{{ node }}():
    return check_suite(
        conn_id={{ connection }},
        table={{ table }},
        suite={{ suite }},
        result_format={{ result_format }},
        severity={{ severity }},
    )

{{ node }} = run_{{ node }}()
