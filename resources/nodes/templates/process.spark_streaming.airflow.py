@task({{> task }})
def run_{{ node }}():
    return submit_spark(
        conn_id={{ connection }},
        job={{ job }},
        connections={{ connections }},
        verbatim=["--available-now"],
        {{# packages }}
        packages={{ packages }},
        {{/ packages }}
        {{# driver_memory }}
        driver_memory={{ driver_memory }},
        {{/ driver_memory }}
    )

{{ node }} = run_{{ node }}()
