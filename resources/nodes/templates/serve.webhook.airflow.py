@task({{> task }})
def run_{{ node }}():
    return send_webhook(
        conn_id={{ connection }},
        body={{ body }},
        request_timeout={{ request_timeout }},
        {{# endpoint }}
        endpoint={{ endpoint }},
        {{/ endpoint }}
    )

{{ node }} = run_{{ node }}()
