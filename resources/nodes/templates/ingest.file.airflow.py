@task({{> task }})
def run_{{ node }}():
    return ingest_files(
        paths=files_of({{ before }}),
        conn_id={{ connection }},
        table={{ table }},
        columns={{ columns }},
        extra={{ extra }},
        mode={{ mode }},
        batch_size={{ batch_size }},
        {{# keys }}
        keys={{ keys }},
        {{/ keys }}
        {{# bad_table }}
        bad_table={{ bad_table }},
        {{/ bad_table }}
        {{# max_bad }}
        max_bad={{ max_bad }},
        {{/ max_bad }}
        file_format={{ format }},
        {{# delimiter }}
        delimiter={{ delimiter }},
        {{/ delimiter }}
        {{# format = csv }}
        header={{ header }},
        {{/ format }}
        {{# encoding }}
        encoding={{ encoding }},
        {{/ encoding }}
    )

{{ node }} = run_{{ node }}()
