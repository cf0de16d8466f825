// SPDX-License-Identifier: GPL-3.0-or-later
// Differences by line: exact, as git itself would take them.
#include "pipelines/deploy/linediff.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

class LineDiffTest final : public QObject
{
    Q_OBJECT

    static QByteArray randomText(QRandomGenerator& random, int lines)
    {
        QByteArray text;
        for (int i = 0; i < lines; ++i)
            text += QByteArray("line ") + char('a' + random.bounded(6)) + '\n';
        if (!text.isEmpty() && random.bounded(3) == 0)
            text.chop(1);
        return text;
    }

private Q_SLOTS:
    void fewestLines()
    {
        const auto lines = diffLines("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n");
        QCOMPARE(countOf(lines), (DiffCount{2, 1}));
        QCOMPARE(lines[1].text, "b\n");
        QCOMPARE(lines[1].before, 2);
        QCOMPARE(lines[2].after, 2);
        QCOMPARE(countOf(diffLines("", "")), DiffCount());
        QCOMPARE(countOf(diffLines("a", "a\n")), (DiffCount{1, 1}));
    }

    // Both sides can be read back from it, whatever the texts.
    void bothTextsAreInIt()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 400; ++round) {
            const QByteArray a = randomText(random, random.bounded(30));
            const QByteArray b = randomText(random, random.bounded(30));
            QByteArray before, after;
            for (const DiffLine& line : diffLines(a, b)) {
                before += line.kind == DiffLine::Kind::Added ? QByteArray() : line.text;
                after += line.kind == DiffLine::Kind::Removed ? QByteArray() : line.text;
            }
            QCOMPARE(before, a);
            QCOMPARE(after, b);
        }
    }

    void gitTakesTheUnifiedDiff()
    {
        QTemporaryDir dir;
        QProcess git;
        git.setWorkingDirectory(dir.path());
        git.start(u"git"_s, {u"init"_s, u"-q"_s});
        QVERIFY(git.waitForFinished());
        QRandomGenerator random(11);
        for (int round = 0; round < 40; ++round) {
            const QByteArray a = randomText(random, 1 + random.bounded(60));
            QByteArray b = round % 2 == 0 ? randomText(random, 1 + random.bounded(60)) : a;
            if (round % 2 == 1)
                b.insert(b.indexOf('\n') + 1, "new\n");
            if (a == b)
                continue;
            QFile file(dir.filePath(u"f.py"_s));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(a) == a.size());
            file.close();
            git.start(u"git"_s, {u"apply"_s, u"-"_s});
            git.write(unifiedDiff(a, b, u"f.py"_s, u"f.py"_s));
            git.closeWriteChannel();
            QVERIFY(git.waitForFinished());
            QVERIFY2(git.exitCode() == 0, git.readAllStandardError().constData());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), b);
        }
        QCOMPARE(unifiedDiff("a\n", "a\n", u"f"_s, u"f"_s), QByteArray());
        QVERIFY(unifiedDiff("", "a\n", {}, u"f"_s)
                    .startsWith("--- /dev/null\n+++ b/f\n@@ -0,0 +1 @@\n+a\n"));
    }

    void threeTexts()
    {
        using Kind = MergePiece::Kind;
        const auto pieces
            = threeWay("1\n2\n3\n4\n5\n", "1\nours\n3\n4\nboth\n", "1\n2\n3\ntheirs\nboth\n");
        std::vector<Kind> kinds;
        for (const MergePiece& piece : pieces)
            kinds.push_back(piece.kind);
        QCOMPARE(kinds, (std::vector<Kind>{Kind::Same, Kind::Ours, Kind::Same, Kind::Conflict}));
        const auto apart
            = threeWay("1\n2\n3\n4\n5\n", "1\nours\n3\n4\n5\n", "1\n2\n3\n4\ntheirs\n");
        QCOMPARE(apart.size(), size_t(4));
        QCOMPARE(apart[3].kind, Kind::Theirs);
        QCOMPARE(apart[3].theirs, "theirs\n");
        QRandomGenerator random(3);
        for (int round = 0; round < 200; ++round) {
            const QByteArray base = randomText(random, random.bounded(20));
            const QByteArray ours = randomText(random, random.bounded(20));
            const QByteArray theirs = randomText(random, random.bounded(20));
            QByteArray all[3];
            for (const MergePiece& piece : threeWay(base, ours, theirs)) {
                all[0] += piece.base;
                all[1] += piece.ours;
                all[2] += piece.theirs;
            }
            QCOMPARE(all[0], base);
            QCOMPARE(all[1], ours);
            QCOMPARE(all[2], theirs);
        }
    }

    void largeAndDifferent()
    {
        QByteArray a, b;
        for (int i = 0; i < 20'000; ++i) {
            a += "a" + QByteArray::number(i) + '\n';
            b += "b" + QByteArray::number(i) + '\n';
        }
        const auto lines = diffLines("same\n" + a + "end\n", "same\n" + b + "end\n");
        QCOMPARE(countOf(lines), (DiffCount{20'000, 20'000}));
        QCOMPARE(lines.front().kind, DiffLine::Kind::Same);
        QCOMPARE(lines.back().kind, DiffLine::Kind::Same);
    }
};

PH_TEST_MAIN(QCoreApplication, LineDiffTest)
#include "tst_linediff.moc"
