# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of parameter a trigger form can show."""
import json
from datetime import datetime

from airflow.providers.common.compat.sdk import DAG, Param, task

with DAG("shop_discount_simulation", schedule=None, start_date=datetime(2026, 1, 1),
         catchup=False, tags=["shop", "params"], default_args={"owner": "marketing"},
         params={
             "percent": Param(10, type="integer", minimum=1, maximum=90, title="Discount",
                              description="Percent off the list price"),
             "factor": Param(1.5, type="number", minimum=0, maximum=10),
             "country": Param("TW", type="string", enum=["TW", "DE", "KR", "JP"]),
             "name": Param("summer", type="string", minLength=3, maxLength=20,
                           pattern="^[a-z]+$"),
             "from": Param("2026-11-01", type="string", format="date"),
             "until": Param("2026-11-30T23:59:00+00:00", type="string", format="date-time"),
             "dry_run": Param(True, type="boolean"),
             "skus": Param(["HB-0001", "HB-0002"], type="array", items={"type": "string"}),
             "limits": Param({"orders": 100}, type=["object", "null"]),
             "note": Param(None, type=["null", "string"]),
             "budget": Param(5000, type="integer", section="Money"),
         }):
    @task
    def simulate(params=None) -> float:
        print(json.dumps(dict(params), indent=2, default=str))
        return params["percent"] * params["factor"]

    simulate()
