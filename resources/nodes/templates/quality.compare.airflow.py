@task({{> task }})
def run_{{ node }}():
    return compare_tables(
        conn_id={{ connection }},
        table={{ table }},
        other_table={{ other_table }},
        compare={{ compare }},
        tolerance={{ tolerance }},
        severity={{ severity }},
        {{# other_connection }}
        other_connection={{ other_connection }},
        {{/ other_connection }}
        {{# column }}
        column={{ column }},
        {{/ column }}
        {{# keys }}
        keys={{ keys }},
        {{/ keys }}
        {{# where }}
        where={{ where }},
        {{/ where }}
    )

{{ node }} = run_{{ node }}()
