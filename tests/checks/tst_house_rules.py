# SPDX-License-Identifier: GPL-3.0-or-later
"""Every house rule finds its bait, in a small tree made for it, and a clean tree passes."""
import os
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
# Pieces are joined here so that this file is no bait itself for a search over the tree.
BAIT = (
    ("library", "app/a.cpp", "#include <libpq-fe.h>"),
    ("library", "modules/queue/panel/a.cpp", "#include <hiredis/hiredis.h>"),
    ("library", "modules/core/a.cpp", "#include <curl/curl.h>"),
    ("floor", "modules/core/a.cpp", "#include <QWidget>"),
    ("floor", "modules/core/a.cpp", '#include "ui/panel.h"'),
    ("floor", "ui/a.cpp", '#include "database/api/query.h"'),
    ("floor", "ui/a.cpp", '#include "app/paths.h"'),
    ("floor", "modules/queue/panel/a.cpp", '#include "queue/redis/redisreply.h"'),
    ("floor", "modules/queue/panel/a.cpp", '#include "database/api/query.h"'),
    ("floor", "modules/pipelines/panel/a.cpp", '#include "pipelines/yaml/yamlstore.h"'),
    ("floor", "modules/queue/redis/a.cpp", '#include "queue/panel/keytree.h"'),
    ("floor", "modules/lineage/panel/a.cpp", '#include "database/panel/module.h"'),
    ("include", "ui/a.cpp", "#include <QtWidgets>"),
    ("gui-wait", "ui/a.cpp", "socket->waitForConnected(3);"),
    ("gui-wait", "app/a.cpp", "QEventLoop loop;"),
    ("gui-wait", "modules/queue/panel/a.cpp", "dialog.exec();"),
    ("async", "ui/a.cpp", "std::thread worker;"),
    ("async", "modules/queue/redis/a.cpp", "auto f = QtConcurrent::run(x);"),
    ("connect", "ui/a.cpp", "connect(a, SIGNAL(b()), c, SLOT(d()));"),
    ("handle", "modules/queue/redis/a.cpp", "freeReplyObject(reply);"),
    ("box", "app/a.cpp", "QMessageBox::critical(this, a, b);"),
    ("singleton", "modules/core/a.h", "#pragma once\nstatic Hub& instance();"),
    ("delete", "ui/a.cpp", "delete m_model;"),
    ("colour", "app/a.cpp", "const QColor red(255, 0, 0);"),
    ("colour", "ui/a.cpp", 'const auto red = u"#ff0000"_s;'),
    ("colour", "modules/queue/panel/a.cpp", 'label->setStyleSheet(u"x"_s);'),
    ("string", "ui/a.cpp", 'auto a = QStringLiteral("a");'),
    ("foreach", "ui/a.cpp", "foreach (auto a, b) {}"),
    ("sleep", "tests/a.cpp", "QTest::qWait(100);"),
    ("spdx", "ui/a.cpp", None),
    ("pragma", "ui/a.h", ""),
    ("size", "ui/a.h", "#pragma once\n" + "int a;\n" * 220),
    ("size", "ui/a.cpp", "int a;\n" * 520),
    ("todo", "ui/a.cpp", "// TO" + "DO later"),
    ("words", "ui/a.cpp", 'button->setText(u"Press me"_s);'),
    ("words", "modules/queue/redis/a.cpp", 'return tr("Wrong");'),
    ("model", "ui/a.h", "#pragma once\nclass Rows final : public QAbstractTableModel {};"),
    ("language", "resources/translations/pilothouse_ko.ts",
     '<TS><context><message><source>Yes</source><translation type="unfinished"/></message>'
     "</context></TS>"),
)
CLEAN = (
    ("modules/queue/redis/redishandles.h", "#pragma once\n#include <hiredis/hiredis.h>\n"
     "// delete, tr(), QColor( and SIGNAL( in a comment are words\n"
     "struct Free { void operator()(redisReply* r) const { freeReplyObject(r); } };\n"
     "struct Only { Only(const Only&) = delete; };\n"),
    ("modules/queue/redis/a.cpp", '#include "queue/api/keyspace.h"\n#include "core/call.h"\n'),
    ("modules/queue/panel/a.cpp", '#include "ui/panel.h"\n#include "queue/api/keyspace.h"\n'
     'const auto a = u"waitFor(, QColor( and std::thread in a string"_s;\n'
     "menu.exec(place);\nbutton->setText(tr(\"Press me\"));\nconst auto n = 1'000'000;\n"),
    ("modules/lineage/panel/a.cpp", '#include "database/api/query.h"\n'),
    ("ui/theme/a.cpp", "const QColor red(255, 0, 0);\n"),
    ("app/main.cpp", '#include "modules.h"\nreturn app.exec();\n'),
)


class HouseRules(unittest.TestCase):
    def run_over(self, files):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["git", "init", "-q", folder], check=True)
            for path, text in files:
                full = os.path.join(folder, path)
                os.makedirs(os.path.dirname(full), exist_ok=True)
                with open(full, "w", encoding="utf-8") as file:
                    file.write(text)
            done = subprocess.run(
                [os.path.join(ROOT, "packaging", "checks", "house-rules"), folder], text=True,
                capture_output=True, check=False)
            return done.returncode, done.stdout + done.stderr

    def test_clean_tree_passes(self):
        code, text = self.run_over([(path, SPDX + body) for path, body in CLEAN])
        self.assertEqual(code, 0, text)

    def test_every_bait_is_found(self):
        for rule, path, body in BAIT:
            with self.subTest(rule=rule, path=path, body=body):
                plain = body is None or path.endswith(".ts")
                files = [(path, (body or "int a;\n") if plain else SPDX + body + "\n"),
                         ("ui/clean.cpp", SPDX)]
                code, text = self.run_over(files)
                self.assertEqual(code, 1, text)
                self.assertIn(f": {rule}: ", text)

    def test_an_empty_tree_is_an_error(self):
        self.assertEqual(self.run_over([])[0], 1)


if __name__ == "__main__":
    unittest.main()
