@task({{> task }})
def run_{{ node }}():
    return run_dbt(
        conn_id={{ connection }},
        project={{ project }},
        command={{ command }},
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
