#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies a JetBrains Mono face without its ligatures, named "Pilothouse Mono".

Data is shown with this face, so two characters must never be drawn as one; Qt 6.4 cannot switch a
font's features off. Usage: plain_mono.py IN OUT STYLE
"""
import sys

from fontTools import subset

FAMILY = "Pilothouse Mono"
KEEP = ["ccmp", "locl", "mark", "mkmk", "kern", "zero"]


def main(source: str, target: str, style: str) -> None:
    options = subset.Options()
    options.layout_features = KEEP
    options.name_IDs = ["*"]
    options.notdef_outline = True
    font = subset.load_font(source, options)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=font.getBestCmap().keys())
    worker.subset(font)
    names = font["name"]
    plain = style in ("Regular", "Italic")
    for record in list(names.names):
        if record.nameID in (1, 16):
            record.string = FAMILY if plain or record.nameID == 16 else f"{FAMILY} {style}"
        elif record.nameID == 4:
            record.string = f"{FAMILY} {style}"
        elif record.nameID == 6:
            record.string = f"{FAMILY.replace(' ', '')}-{style}"
        elif record.nameID == 3:
            record.string = f"{FAMILY} {style} without ligatures"
    subset.save_font(font, target, options)


if __name__ == "__main__":
    main(*sys.argv[1:4])
