@task({{> task }})
def run_{{ node }}():
    return expect_none(
        conn_id={{ connection }},
        sql={{< sql }}
SELECT count(*)
FROM (
    SELECT 1
    FROM {{ table|table }}
{{# where }}
    WHERE (
{{ where|code }}
    )
{{/ where }}
    GROUP BY {{ columns|name }}
    HAVING count(*) > 1
) AS doubles
{{/ sql }},
        rule="unique",
        severity={{ severity }},
    )

{{ node }} = run_{{ node }}()
