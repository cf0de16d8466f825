@task({{> task }})
def run_{{ node }}():
    return write_lake(
        conn_id={{ connection }},
        table=".".join([{{ catalog }}, {{ table }}]),
        query={{ query }},
        mode={{ mode }},
        table_format="iceberg",
        {{# keys }}
        keys={{ keys }},
        {{/ keys }}
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
