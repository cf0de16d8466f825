# SPDX-License-Identifier: GPL-3.0-or-later
# needs json
def lines_of(paths):
    """Records of files: JSON where a line is an object, else its text."""
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for line in file:
                text = line.rstrip("\n")
                yield json.loads(text) if text.startswith("{") else {"value": text}
