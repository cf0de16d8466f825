@task({{> task }})
def run_{{ node }}():
    return fetch_pages(
        conn_id={{ connection }},
        endpoint={{ endpoint }},
        path={{ path }},
        variable={{ variable }},
        method={{ method }},
        {{# parameters }}
        parameters={{ parameters }},
        {{/ parameters }}
        {{# headers }}
        headers={{ headers }},
        {{/ headers }}
        {{# body }}
        body={{ body }},
        {{/ body }}
        {{# records }}
        records={{ records }},
        {{/ records }}
        auth={{ auth }},
        {{# auth_header }}
        auth_header={{ auth_header }},
        {{/ auth_header }}
        paging={{ paging }},
        {{# page_parameter }}
        page_parameter={{ page_parameter }},
        {{/ page_parameter }}
        {{# page_size_parameter }}
        page_size_parameter={{ page_size_parameter }},
        {{/ page_size_parameter }}
        {{# page_size }}
        page_size={{ page_size }},
        {{/ page_size }}
        {{# cursor_at }}
        cursor_at={{ cursor_at }},
        {{/ cursor_at }}
        {{# max_pages }}
        max_pages={{ max_pages }},
        {{/ max_pages }}
        {{# rate_limit }}
        rate_limit={{ rate_limit }},
        {{/ rate_limit }}
        request_timeout={{ request_timeout }},
        {{# watermark_parameter }}
        watermark_parameter={{ watermark_parameter }},
        {{/ watermark_parameter }}
        {{# watermark_field }}
        watermark_field={{ watermark_field }},
        {{/ watermark_field }}
        {{# watermark_start }}
        watermark_start={{ watermark_start }},
        {{/ watermark_start }}
    )

{{ node }} = run_{{ node }}()
