@task({{> task }})
def run_{{ node }}():
    return expect_none(
        conn_id={{ connection }},
        sql={{< sql }}
SELECT count(*)
FROM {{ table|table }} AS child
WHERE child.{{ column|name }} IS NOT NULL
AND NOT EXISTS (
    SELECT FROM {{ to_table|table }} AS parent
    WHERE parent.{{ to_column|name }} = child.{{ column|name }}
)
{{# where }}
AND (
{{ where|code }}
)
{{/ where }}
{{/ sql }},
        rule="refers to a row",
        severity={{ severity }},
    )

{{ node }} = run_{{ node }}()
