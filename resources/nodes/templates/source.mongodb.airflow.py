@task({{> task }})
def run_{{ node }}():
    return read_mongodb(
        conn_id={{ connection }},
        database_name={{ database_name }},
        collection={{ collection }},
        target={{ target }},
        table={{ table }},
        mode={{ mode }},
        batch_size={{ batch_size }},
        variable={{ variable }},
        {{# filter }}
        filter={{ filter }},
        {{/ filter }}
        {{# fields }}
        fields={{ fields }},
        {{/ fields }}
        {{# keys }}
        keys={{ keys }},
        {{/ keys }}
        {{# watermark_column }}
        watermark_column={{ watermark_column }},
        {{/ watermark_column }}
        {{# watermark_start }}
        watermark_start={{ watermark_start }},
        {{/ watermark_start }}
        {{# watermark_overlap }}
        watermark_overlap={{ watermark_overlap }},
        {{/ watermark_overlap }}
        watermark_state={{ watermark_state }},
    )

{{ node }} = run_{{ node }}()
