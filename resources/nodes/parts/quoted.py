# SPDX-License-Identifier: GPL-3.0-or-later
def quoted(*names):
    """Names as an identifier of SQL."""
    return ".".join('"' + name.replace('"', '""') + '"' for name in names)
