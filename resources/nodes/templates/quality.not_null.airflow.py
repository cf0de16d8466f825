@task({{> task }})
def run_{{ node }}():
    return expect_none(
        conn_id={{ connection }},
        sql={{< sql }}
SELECT count(*)
FROM {{ table|table }}
WHERE ({{* columns }}{{ .|name }} IS NULL{{^ .last }} OR {{/ .last }}{{/ columns }})
{{# where }}
AND (
{{ where|code }}
)
{{/ where }}
{{/ sql }},
        rule="not null",
        severity={{ severity }},
    )

{{ node }} = run_{{ node }}()
