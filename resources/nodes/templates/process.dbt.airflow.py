@task({{> task }})
def run_{{ node }}():
    return run_dbt(
        conn_id={{ connection }},
        {{# source = folder }}
        project={{ project }},
        command={{ command }},
        {{/ source }}
        {{# source = model }}
        project={{ job }},
        generated=True,
        command="run",
        select={{ selected }},
        {{/ source }}
        threads={{ threads }},
        {{# select }}
        select={{ select }},
        {{/ select }}
        {{# exclude }}
        exclude={{ exclude }},
        {{/ exclude }}
        {{# vars }}
        variables={{ vars }},
        {{/ vars }}
        {{# schema }}
        schema={{ schema }},
        {{/ schema }}
        {{# full_refresh }}
        full_refresh={{ full_refresh }},
        {{/ full_refresh }}
    )

{{ node }} = run_{{ node }}()
