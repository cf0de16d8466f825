// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of hostile lines, and where they are broken.
#include "tests/support/testmain.h"
#include "ui/logview/logtext.h"
#include "ui/theme/typography.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QTextLayout>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

class TestLogText final : public QObject
{
    Q_OBJECT

    QFont m_font;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(loadEmbeddedFonts());
        m_font = textFont(TextStyle::Mono, u"en"_s);
    }

    void coloursBecomeSpans()
    {
        const LogShown shown = shownLine(
            "a \x1b[1;31mred\x1b[0m b \x1b[93mamber\x1b[39m c\x1b[2K\x1b]0;t\x07.", 4096);
        QCOMPARE(shown.text, u"a red b amber c."_s);
        QCOMPARE(shown.spans.size(), size_t(2));
        QCOMPARE(shown.spans[0], (LogSpan{2, 3, Token::StatusError, true}));
        QCOMPARE(shown.spans[1], (LogSpan{8, 5, Token::StatusWarn, false}));
        QCOMPARE(copiedLine("a \x1b[1;31mred\x1b[0m"), u"a red"_s);
        // A broken sequence at the end neither crashes nor shows.
        QCOMPARE(shownLine("x\x1b[", 4096).text, u"x"_s);
        QCOMPARE(shownLine("x\x1b", 4096).text, u"x"_s);
        QCOMPARE(shownLine("x\x1b[38;5;1mred", 4096).spans[0].ink, Token::StatusError);
        QVERIFY(shownLine("x\x1b[38;2;1;31;3mtrue colour", 4096).spans.empty());
    }

    void controlsBecomeSymbols()
    {
        QCOMPARE(shownLine(QByteArrayView("a\0b\tc\r", 6), 4096).text, u"a\u2400b\tc\u240d"_s);
        QCOMPARE(shownLine("x\xe2\x80\xaey", 4096).text, u"x\u2426y"_s); // right-to-left override
        QCOMPARE(shownLine("bad \xff\xc3", 4096).text, u"bad \ufffd\ufffd"_s);
    }

    void cutsBetweenCharacters()
    {
        const LogShown shown = shownLine("ab\xe6\x97\xa5\xe6\x9c\xac", 6);
        QCOMPARE(shown.text, u"ab日"_s);
        QCOMPARE(shown.hidden, 3);
        QCOMPARE(shownLine("abc", 3).hidden, 0);
    }

    void knowsExceptionLines()
    {
        QVERIFY(isExceptionLine(u"LockNotAvailable: canceling statement due to lock timeout"));
        QVERIFY(isExceptionLine(u"airflow.exceptions.AirflowException: no"));
        QVERIFY(isExceptionLine(u"KeyboardInterrupt"));
        QVERIFY(!isExceptionLine(u"CONTEXT:  while locking relation"));
        QVERIFY(!isExceptionLine(u"Traceback (most recent call last):"));
        QVERIFY(!isExceptionLine(u"  File \"x.py\", line 58, in merge"));
        QVERIFY(!isExceptionLine(u""));
    }

    void breaksFit()
    {
        const LogMeasure measure(m_font);
        QCOMPARE(measure.breaks(u"", 100), std::vector<int>{0});
        const QString ascii(1000, u'x');
        const auto breaks = measure.breaks(ascii, measure.column() * 100 + 1);
        QCOMPARE(breaks.size(), size_t(10));
        QCOMPARE(breaks[1], 100);
        const QString mixed
            = u"日本語のログ行と絵文字 😀👩‍👩‍👧 한국어 로그 العربية mixed ASCII\tتجربة "_s
                  .repeated(8);
        const qreal width = measure.column() * 40;
        const auto parts = measure.breaks(mixed, width);
        QVERIFY(parts.size() > 5);
        for (size_t i = 0; i < parts.size(); ++i) {
            const int end = i + 1 < parts.size() ? parts[i + 1] : int(mixed.size());
            QVERIFY(end > parts[i]);
            QVERIFY(!mixed[parts[i]].isLowSurrogate());
            // What is laid out is not wider than the room.
            QTextLayout layout(mixed.mid(parts[i], end - parts[i]), m_font);
            QTextOption option;
            option.setWrapMode(QTextOption::NoWrap);
            option.setTabStopDistance(measure.column() * 8);
            layout.setTextOption(option);
            layout.beginLayout();
            QTextLine line = layout.createLine();
            line.setLineWidth(1e6);
            layout.endLayout();
            QVERIFY2(line.naturalTextWidth() <= width + measure.column(),
                qPrintable(u"%1 in %2: %3"_s.arg(line.naturalTextWidth())
                               .arg(width)
                               .arg(mixed.mid(parts[i], end - parts[i]))));
        }
    }
};

PH_TEST_MAIN(QGuiApplication, TestLogText)
#include "tst_logtext.moc"
