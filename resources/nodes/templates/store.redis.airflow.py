@task({{> task }})
def run_{{ node }}():
    return store_redis(
        conn_id={{ connection }},
        database={{ database }},
        query={{ query }},
        key={{ key }},
        kind={{ type }},
        marker={{ variable }},
        {{# member }}
        member={{ member }},
        {{/ member }}
        {{# score }}
        score={{ score }},
        {{/ score }}
        {{# ttl }}
        ttl={{ ttl }},
        {{/ ttl }}
        {{# remove_stale }}
        remove_stale={{ remove_stale }},
        {{/ remove_stale }}
    )

{{ node }} = run_{{ node }}()
