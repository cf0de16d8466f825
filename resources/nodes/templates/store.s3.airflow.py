@task({{> task }})
def run_{{ node }}():
    return store_objects(
        conn_id={{ connection }},
        bucket={{ bucket }},
        key={{ key }},
        source={{ source }},
        tasks={{ before }},
        compression={{ compression }},
        replace={{ replace }},
        {{# database }}
        database={{ database }},
        {{/ database }}
        {{# query }}
        query={{ query }},
        {{/ query }}
        {{# file_format }}
        file_format={{ file_format }},
        {{/ file_format }}
    )

{{ node }} = run_{{ node }}()
