@task({{> task }})
def run_{{ node }}():
    return register_model(
        conn_id={{ connection }},
        model={{ model }},
        artifact={{ artifact }},
        tasks={{ before }},
        {{# alias }}
        alias={{ alias }},
        {{/ alias }}
        {{# metric }}
        metric={{ metric }},
        {{/ metric }}
        better={{ better }},
    )

{{ node }} = run_{{ node }}()
