{{# mode = statement }}
@task({{> task }})
def run_{{ node }}():
    run_sql(
        conn_id={{ connection }},
        sql={{ sql }},
        autocommit={{ autocommit }},
    )

{{/ mode }}
{{^ mode = statement }}
@task({{> task }})
def run_{{ node }}():
    return write_query(
        conn_id={{ connection }},
        query={{ sql }},
        table={{ table }},
        mode={{ mode }},
        {{# keys }}
        keys={{ keys }},
        {{/ keys }}
    )

{{/ mode }}
{{ node }} = run_{{ node }}()
