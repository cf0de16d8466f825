@task.sensor(
    {{> task }}
    poke_interval={{ poke_interval }}.total_seconds(),
    timeout={{ wait_timeout }}.total_seconds(),
    mode="reschedule",
)
def run_{{ node }}():
    return found_files({{ path }})

{{ node }} = run_{{ node }}()
