@task({{> task }})
def run_{{ node }}():
    return write_query(
        conn_id={{ connection }},
        query={{ query }},
        table={{ table }},
        mode={{ mode }},
        {{# keys }}
        keys={{ keys }},
        {{/ keys }}
        {{# delete_where }}
        delete_where={{ delete_where }},
        {{/ delete_where }}
    )

{{ node }} = run_{{ node }}()
