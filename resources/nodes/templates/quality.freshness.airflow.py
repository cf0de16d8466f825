@task({{> task }})
def run_{{ node }}():
    return expect_none(
        conn_id={{ connection }},
        sql={{< sql }}
SELECT CASE WHEN max({{ column|name }}) >= now() - interval {{ max_age }} THEN 0 ELSE 1 END
FROM {{ table|table }}
{{# where }}
WHERE (
{{ where|code }}
)
{{/ where }}
{{/ sql }},
        rule="the newest row is young enough",
        severity={{ severity }},
    )

{{ node }} = run_{{ node }}()
