# SPDX-License-Identifier: GPL-3.0-or-later
# needs airflow.sdk:PokeReturnValue
# needs glob:glob
# needs part rendered
def found_files(path):
    """Looks for files; done when there is one."""
    paths = sorted(glob(rendered(path)))
    return PokeReturnValue(is_done=bool(paths), xcom_value=paths)
