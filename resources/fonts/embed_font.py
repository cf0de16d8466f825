#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies a font face for embedding, under a family name of its own.

Two changes, both because Qt 6.4 cannot make them at run time:
- ligatures go: data is shown with the mono face, so two characters must never be drawn as one;
- PostScript outlines become TrueType ones: Qt thickens PostScript stems for a kind of blending its
  raster engine does not do, so every weight would look one step bolder than it is.
Usage: embed_font.py IN OUT FAMILY STYLE
"""
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable

KEEP = ["ccmp", "locl", "mark", "mkmk", "kern", "zero"]
MAX_ERROR = 1.0  # of an em, in thousandths; far below a pixel at any size of ours


def to_truetype(font) -> None:
    glyphs = font.getGlyphSet()
    order = font.getGlyphOrder()
    error = MAX_ERROR * font["head"].unitsPerEm / 1000
    outlines = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, error, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = outlines
    for name in order:
        outlines[name].recalcBounds(glyf)
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxPoints", "maxContours", "maxCompositePoints", "maxCompositeContours",
                  "maxComponentDepth", "maxTwilightPoints", "maxStorage", "maxFunctionDefs",
                  "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions"):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    maxp.maxComponentElements = 0
    font["post"].formatType = 2.0
    font["post"].extraNames = []
    font["post"].mapping = {}
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    font.sfntVersion = "\000\001\000\000"
    for name in order:  # left bearings follow the new outlines
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(outlines[name], "xMin", 0))


def rename(font, family: str, style: str) -> None:
    plain = style in ("Regular", "Italic")
    names = font["name"]
    # Licences and their reserved names stay as they are; only what the font is found by changes.
    for record in list(names.names):
        if record.nameID in (1, 16):
            record.string = family if plain or record.nameID == 16 else f"{family} {style}"
        elif record.nameID == 4:
            record.string = f"{family} {style}"
        elif record.nameID == 6:
            record.string = f"{family.replace(' ', '')}-{style}"
        elif record.nameID == 3:
            record.string = f"{family} {style} for embedding"


def main(source: str, target: str, family: str, style: str) -> None:
    options = subset.Options()
    options.layout_features = KEEP
    options.name_IDs = ["*"]
    options.notdef_outline = True
    font = subset.load_font(source, options)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=font.getBestCmap().keys())
    worker.subset(font)
    if "CFF " in font:
        to_truetype(font)
    rename(font, family, style)
    font.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:5])
