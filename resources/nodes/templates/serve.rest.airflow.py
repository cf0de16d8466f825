@task({{> task }})
def run_{{ node }}():
    return send_rows(
        conn_id={{ connection }},
        endpoint={{ endpoint }},
        database={{ database }},
        query={{ query }},
        method={{ method }},
        {{# headers }}
        headers={{ headers }},
        {{/ headers }}
        auth={{ auth }},
        {{# auth_header }}
        auth_header={{ auth_header }},
        {{/ auth_header }}
        records_per_request={{ records_per_request }},
        {{# rate_limit }}
        rate_limit={{ rate_limit }},
        {{/ rate_limit }}
        request_timeout={{ request_timeout }},
    )

{{ node }} = run_{{ node }}()
