@task({{> task }})
def run_{{ node }}():
    return expect_none(
        conn_id={{ connection }},
        sql={{< sql }}
SELECT count(*)
FROM {{ table|table }}
WHERE (
    {{ column|name }} NOT IN ({{ values }})
{{^ allow_null }}
    OR {{ column|name }} IS NULL
{{/ allow_null }}
)
{{# where }}
AND (
{{ where|code }}
)
{{/ where }}
{{/ sql }},
        rule="accepted values",
        severity={{ severity }},
    )

{{ node }} = run_{{ node }}()
