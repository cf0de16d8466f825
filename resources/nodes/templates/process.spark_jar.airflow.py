@task({{> task }})
def run_{{ node }}():
    return submit_spark(
        conn_id={{ connection }},
        application_file={{ application }},
        main_class={{ main_class }},
        {{# arguments }}
        arguments={{ arguments }},
        {{/ arguments }}
        {{# packages }}
        packages={{ packages }},
        {{/ packages }}
        {{# conf }}
        conf={{ conf }},
        {{/ conf }}
        {{# driver_memory }}
        driver_memory={{ driver_memory }},
        {{/ driver_memory }}
        {{# executor_memory }}
        executor_memory={{ executor_memory }},
        {{/ executor_memory }}
        {{# executor_cores }}
        executor_cores={{ executor_cores }},
        {{/ executor_cores }}
        {{# num_executors }}
        num_executors={{ num_executors }},
        {{/ num_executors }}
    )

{{ node }} = run_{{ node }}()
