@task({{> task }})
def run_{{ node }}():
    return run_worker(job={{ job }}, connections={{ connections }})

{{ node }} = run_{{ node }}()
