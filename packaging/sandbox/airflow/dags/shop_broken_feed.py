# SPDX-License-Identifier: GPL-3.0-or-later
"""An import error, on purpose."""
from airflow.providers.common.compat.sdk import DAG  # noqa: F401

import shop_feeds_that_nobody_wrote  # noqa: F401
