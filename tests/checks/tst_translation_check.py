# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the translations finds each kind of damage in a small tree made for it."""
import os
import shutil
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CODE = """#include <QObject>
namespace pilothouse::ui
{
class Page : public QObject
{
    Q_OBJECT
    void fill(int n)
    {
        tr("Rows of %1");
        tr("Open…");
        tr("&Go on");
        tr("%n row(s)", nullptr, n);
        PH_TEXT(
            "queue",
            "It waits "
            "for %1.");
    }
};
}
"""
GOOD = (("Rows of %1", "%1 的列"), ("Open…", "開啟…"), ("&Go on", "&G 繼續"),
        ("It waits for %1.", "正在等 %1。"))
BAIT = (
    ("unfinished in", "<translation>%1 的列", '<translation type="unfinished">%1 的列'),
    ("empty", ">%1 的列<", "><"),
    ("placeholders differ", "%1 的列", "的列"),
    ("placeholders differ", "%n 列", "列"),
    ("the ellipsis differs", "開啟…", "開啟"),
    ("the accelerator differs", "&amp;G 繼續", "繼續"),
    ("the lines differ", "%1 的列", "%1\n的列"),
    ("still English", "正在等 %1。", "It waits for %1."),
    ("not written in Taiwan", "開啟…", "开启…"),
    ("missing in queue", "It waits for %1.</source>", "It waited for %1.</source>"),
    ("no longer in the sources", "It waits for %1.</source>", "It waited for %1.</source>"),
)


class TranslationCheck(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        subprocess.run(["git", "init", "-q", self.folder], check=True)
        self.home = os.path.join(self.folder, "resources", "translations")
        os.makedirs(self.home)
        shutil.copy(os.path.join(ROOT, "resources", "translations", "update"), self.home)
        for folder in ("app", "ui", "modules"):
            os.makedirs(os.path.join(self.folder, folder))
        self.write("ui/page.cpp", CODE)
        subprocess.run([os.path.join(self.home, "update")], check=True)
        for language in ("en", "zh_TW", "ko"):
            path = f"resources/translations/pilothouse_{language}.ts"
            text = self.read(path)
            for source, words in GOOD:
                source, words = (x.replace("&", "&amp;") for x in (source, words))
                words = words if language == "zh_TW" else "아: " + source
                text = text.replace(
                    f'<source>{source}</source>\n        <translation type="unfinished"></translation>',
                    f"<source>{source}</source>\n        <translation>{words}</translation>")
            text = text.replace('<translation type="unfinished">\n', "<translation>\n").replace(
                "<numerusform></numerusform>", "<numerusform>%n 列</numerusform>"
                if language == "zh_TW" else "<numerusform>%n</numerusform>")
            self.write(path, text)

    def read(self, path):
        with open(os.path.join(self.folder, path), encoding="utf-8") as file:
            return file.read()

    def write(self, path, text):
        with open(os.path.join(self.folder, path), "w", encoding="utf-8") as file:
            file.write(text)

    def check(self):
        done = subprocess.run([os.path.join(ROOT, "packaging", "checks", "translations"),
                               self.folder], text=True, capture_output=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def test_whole_translations_pass(self):
        code, text = self.check()
        self.assertEqual(code, 0, text)
        self.assertIn("translations: 5 texts, 0 findings", text)

    def test_every_damage_is_found(self):
        path = "resources/translations/pilothouse_zh_TW.ts"
        whole = self.read(path)
        for told, before, after in BAIT:
            with self.subTest(told=told, after=after):
                self.assertIn(before, whole)
                self.write(path, whole.replace(before, after, 1))
                code, text = self.check()
                self.assertEqual(code, 1, text)
                self.assertIn(told, text)

    def test_a_new_text_is_missed_in_every_language(self):
        self.write("ui/page.cpp", CODE.replace('tr("Open…");', 'tr("Open…"); tr("New one");'))
        code, text = self.check()
        self.assertEqual(code, 1, text)
        for language in ("zh_TW", "ko"):
            self.assertIn(f"pilothouse_{language}.ts: missing in pilothouse::ui::Page: New one", text)

    def test_texts_lupdate_cannot_see_are_told(self):
        for code, told in (("PH_TEXT(context, key);", "takes two literals"),
                           ('PH_TEXT("queue", "%n keys");', "is written PH_PLURAL"),
                           ('translate("Page", text);', "cannot see")):
            with self.subTest(code=code):
                self.write("app/a.cpp", "void a()\n{\n    " + code + "\n}\n")
                self.assertIn(told, self.check()[1])


if __name__ == "__main__":
    unittest.main()
