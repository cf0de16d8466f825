# SPDX-License-Identifier: GPL-3.0-or-later
# needs airflow.sdk:BaseHook
# needs part files_of
def register_model(conn_id, model, artifact, tasks, alias=None, metric=None, better="higher"):
    """Registers the model of the run before; an alias moves to it, if the metric is better."""
    import mlflow

    to = BaseHook.get_connection(conn_id)
    place = to.host if "://" in to.host else f"http://{to.host}:{to.port or 5000}"
    client = mlflow.MlflowClient(tracking_uri=place, registry_uri=place)
    run = client.get_run(files_of(tasks)[0])
    mlflow.set_tracking_uri(place)
    version = mlflow.register_model(f"runs:/{run.info.run_id}/{artifact}", model)
    if alias and metric:
        try:
            known = client.get_model_version_by_alias(model, alias)
            before = client.get_run(known.run_id).data.metrics.get(metric)
        except mlflow.exceptions.MlflowException:
            before = None
        now = run.data.metrics.get(metric)
        if now is None or (before is not None and (now <= before) == (better == "higher")):
            print(f"{alias} stays: {metric} is {now}, was {before}")
            return version.version
    if alias:
        client.set_registered_model_alias(model, alias, version.version)
    return version.version
