@task({{> task }})
def run_{{ node }}():
    return read_cassandra(
        conn_id={{ connection }},
        keyspace={{ keyspace }},
        query={{ query }},
        consistency={{ consistency }},
        fetch_size={{ fetch_size }},
        target={{ target }},
        table={{ table }},
        mode={{ mode }},
        batch_size={{ batch_size }},
        {{# keys }}
        keys={{ keys }},
        {{/ keys }}
    )

{{ node }} = run_{{ node }}()
