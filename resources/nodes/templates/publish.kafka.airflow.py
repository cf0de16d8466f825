@task({{> task }})
def run_{{ node }}():
    {{# source = query }}
    rows = query_rows({{ database }}, {{ query }})
    {{/ source }}
    {{# source = files }}
    rows = lines_of(files_of({{ before }}))
    {{/ source }}
    return publish_rows(
        conn_id={{ connection }},
        topic={{ topic }},
        rows=rows,
        message_format={{ format }},
        {{# key }}
        key={{ key }},
        {{/ key }}
        {{# header_values }}
        headers={{ header_values }},
        {{/ header_values }}
        {{# registry }}
        registry={{ registry }},
        {{/ registry }}
    )

{{ node }} = run_{{ node }}()
