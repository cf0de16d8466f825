# SPDX-License-Identifier: GPL-3.0-or-later
"""Words the user sees: translatable in widgets, keys in adapters, finished in every language."""
import glob
import os
import re
import xml.etree.ElementTree

TR = re.compile(r"(?<!\w)(?:tr|QObject::tr|QCoreApplication::translate)\s*\(")
# A literal with letters handed straight to something that shows it.
SHOWN = re.compile(
    r"\b(?:set(?:Text|Title|WindowTitle|ToolTip|StatusTip|WhatsThis|PlaceholderText|"
    r"AccessibleName|AccessibleDescription|HeaderText|LabelText|Prefix|Suffix)|addAction|addMenu|"
    r"addTab|new\s+Q(?:Label|PushButton|CheckBox|RadioButton|GroupBox|Action))\s*\(\s*"
    r'u?"([^"]*[A-Za-z]{2,}[^"]*)"(?:_s|_L1)')
LANGUAGES = ("zh_TW", "ko")


def _is_prose(text):
    """Our name and words of a query language (SELECT, NULL) are the same in every language."""
    return text != "Pilothouse" and re.search("[a-z]", re.sub(r"\\.", "", text))


def check(source, report):
    if source.in_tests:
        return
    for number, line in enumerate(source.strings, 1):
        if source.role in ("core", "api", "adapter") and TR.search(line):
            report(source, number, "words", "no tr() here: PH_TEXT, turned into words in the panel")
        match = SHOWN.search(line)
        if match and source.role in ("app", "ui", "panel") and _is_prose(match.group(1)):
            report(source, number, "words", f"tr() around \"{match.group(1)}\"")


def check_translations(root, report):
    found = glob.glob(os.path.join(root, "resources", "**", "*.ts"), recursive=True)
    for language in LANGUAGES:
        if found and not any(path.endswith(f"_{language}.ts") for path in found):
            report(None, 0, "language", f"no translation to {language}")
    for path in found:
        if path.endswith("_en.ts"):
            continue
        for message in xml.etree.ElementTree.parse(path).iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") == "unfinished":
                source = (message.findtext("source") or "")[:60]
                report(None, 0, "language", f"{os.path.basename(path)}: unfinished: {source}")
