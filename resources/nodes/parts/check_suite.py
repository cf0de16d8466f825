# SPDX-License-Identifier: GPL-3.0-or-later
# needs json
# needs airflow.sdk:BaseHook
# needs part broken
def check_suite(conn_id, table, suite, result_format, severity):
    """Checks a table with expectations of Great Expectations."""
    import great_expectations

    context = great_expectations.get_context(mode="ephemeral")
    uri = BaseHook.get_connection(conn_id).get_uri().replace("postgres://", "postgresql://", 1)
    schema, _, name = table.rpartition(".")
    source = context.data_sources.add_postgres("source", connection_string=uri)
    asset = source.add_table_asset("table", table_name=name, schema_name=schema or None)
    batch = asset.add_batch_definition_whole_table("whole")
    expectations = great_expectations.ExpectationSuite(name="suite")
    for one in json.loads(suite):
        kind = "".join(word.title() for word in one["type"].split("_"))
        make = getattr(great_expectations.expectations, kind)
        expectations.add_expectation(make(**one.get("kwargs", {})))
    found = batch.get_batch().validate(expectations, result_format=result_format)
    failed = [one.expectation_config.type for one in found.results if not one.success]
    print(json.dumps(found.statistics))
    if failed:
        broken(f"{len(failed)} expectations fail: {', '.join(failed)}", severity)
    return len(failed)
