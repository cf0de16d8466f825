@task({{> task }})
def run_{{ node }}():
    return write_lake(
        conn_id={{ connection }},
        table={{ table }},
        query={{ query }},
        mode={{ mode }},
        table_format="delta",
        {{# keys }}
        keys={{ keys }},
        {{/ keys }}
        {{# location }}
        location={{ location }},
        {{/ location }}
        {{# replace_where }}
        replace_where={{ replace_where }},
        {{/ replace_where }}
        {{# partition_by }}
        partition_by={{ partition_by }},
        {{/ partition_by }}
        {{# properties }}
        properties={{ properties }},
        {{/ properties }}
        {{# packages }}
        packages={{ packages }},
        {{/ packages }}
        {{# conf }}
        conf={{ conf }},
        {{/ conf }}
    )

{{ node }} = run_{{ node }}()
