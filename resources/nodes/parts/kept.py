# SPDX-License-Identifier: GPL-3.0-or-later
# needs airflow.sdk:Variable
def kept(variable, otherwise):
    """What a variable of the target holds."""
    return Variable.get(variable, default=otherwise)
