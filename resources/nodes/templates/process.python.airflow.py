{{# environment = virtualenv }}
@task.virtualenv(
    {{> task }}
    requirements={{ requirements|verbatim }},
)
{{/ environment }}
{{^ environment = virtualenv }}
@task({{> task }})
{{/ environment }}
def run_{{ node }}({{ arguments|parameters }}):
    {{ code|body }}

{{ node }} = run_{{ node }}({{ arguments|keywords }})
