{{# mode = statement }}
{{ node }} = SQLExecuteQueryOperator(
    {{> task }}
    conn_id={{ connection|verbatim }},
    sql={{ sql|jinja }},
    {{# autocommit }}
    autocommit={{ autocommit }},
    {{/ autocommit }}
    handler=None,
    hook_params={"options": APPLICATION},
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

{{ node }} = run_{{ node }}()
{{/ mode }}
