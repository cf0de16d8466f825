# SPDX-License-Identifier: GPL-3.0-or-later
# needs logging
# needs airflow.sdk.exceptions:AirflowFailException
def broken(message, severity):
    """Fails the task for good, as trying again finds the same rows; or only warns."""
    if severity == "error":
        raise AirflowFailException(message)
    logging.getLogger("airflow.task").warning(message)
