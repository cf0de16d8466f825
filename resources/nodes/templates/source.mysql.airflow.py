@task({{> task }})
def run_{{ node }}():
    return copy_rows(
        conn_id={{ connection }},
        query={{ query }},
        target={{ target }},
        table={{ table }},
        mode={{ mode }},
        batch_size={{ batch_size }},
        variable={{ variable }},
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
        source=MySqlSource,
    )

{{ node }} = run_{{ node }}()
