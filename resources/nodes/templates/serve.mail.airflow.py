@task({{> task }})
def run_{{ node }}():
    return send_mail(
        conn_id={{ connection }},
        to={{ to }},
        subject={{ subject }},
        body={{ body }},
        {{# cc }}
        cc={{ cc }},
        {{/ cc }}
    )

{{ node }} = run_{{ node }}()
