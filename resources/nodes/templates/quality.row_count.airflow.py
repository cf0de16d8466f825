@task({{> task }})
def run_{{ node }}():
    return expect_count(
        conn_id={{ connection }},
        table={{ table }},
        least={{ least }},
        severity={{ severity }},
        {{# most }}
        most={{ most }},
        {{/ most }}
        {{# where }}
        where={{ where }},
        {{/ where }}
    )

{{ node }} = run_{{ node }}()
