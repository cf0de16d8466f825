// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/logview/logscenes.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace pilothouse::test
{

namespace
{

using ui::LogFacts;
using ui::LogLevel;
using ui::LogWriter;

qint64 at(const char* time)
{
    return QDateTime::fromString(
               u"2026-03-17T"_s + QString::fromLatin1(time) + u"Z"_s, Qt::ISODateWithMs)
               .toMSecsSinceEpoch()
        * 1000;
}

} // namespace

void feedDesignLog(ui::LogStore& store)
{
    store.feed(1000, [](LogWriter& w) {
        const auto add
            = [&w](const char* time, LogLevel level, const char* source, const char* text) {
                  w.add(text, LogFacts{at(time), source, level, false, false});
              };
        const auto more = [&w](const char* text) {
            w.add(text, LogFacts{0, {}, LogLevel::None, true, false});
        };
        for (int i = 0; i < 211; ++i)
            add("13:50:20.100", LogLevel::Info, "taskinstance.py:900", "Preparing the task");
        add("13:50:21.902", LogLevel::Info, "taskinstance.py:1093", "Starting attempt 2 of 3");
        add("13:50:22.114", LogLevel::Info, "base.py:84", "Retrieving connection \"warehouse\"");
        add("13:50:22.380", LogLevel::Info, "sql.py:509",
            "Running merge_fct_orders.sql, params={\"from\": \"13:00\", \"to\": \"14:00\"}");
        add("13:50:22.402", LogLevel::Info, "sql.py:531",
            "Staged 1,023,118 rows to stg_fct_orders");
        add("13:52:22.405", LogLevel::Warning, "sql.py:560", "Statement waits on lock for 120 s");
        add("13:58:22.411", LogLevel::Warning, "sql.py:560", "Statement waits on lock for 480 s");
        add("14:01:22.418", LogLevel::Error, "taskinstance.py:441", "Task failed with exception");
        more("Traceback (most recent call last):");
        more("  File \"/opt/airflow/dags/orders_hourly.py\", line 58, in merge");
        more("    cur.execute(sql, params)");
        more("LockNotAvailable: canceling statement due to lock timeout");
        more("CONTEXT:  while locking relation \"fct_orders\", blocker pid 48211");
        add("14:01:22.431", LogLevel::Info, "taskinstance.py:1206",
            "Marking task as UP_FOR_RETRY. try=2 of 3, next_try=14:09:22");
        add("14:01:22.440", LogLevel::Info, "listener.py:38",
            "OpenLineage event sent: job=orders_hourly.load_fct_orders state=FAIL");
        add("14:01:22.444", LogLevel::Debug, "listener.py:40", "Done");
    });
}

void feedHostileLog(ui::LogStore& store)
{
    store.feed(1000, [](LogWriter& w) {
        const auto plain = [&w](QByteArrayView text) {
            w.add(text, LogFacts{at("09:00:00.000"), "logger", LogLevel::Info, false, false});
        };
        plain("\x1b[32mgreen\x1b[0m then \x1b[1;31mbold red\x1b[0m then plain");
        plain("載入訂單 1,023,118 筆 完成");
        plain("한국어 로그 줄 😀 👩‍👩‍👧 끝");
        plain("עברית ו-English ביחד");
        plain("spoof \xe2\x80\xae"
              "gnp.exe");
        plain(QByteArray("nul \0 and bell \x07 and \ttab", 27));
        plain("broken \xff\xfe bytes \xc3");
        plain("::group::Pre task execution logs");
        plain("inside one");
        plain("inside two");
        plain("::endgroup::");
        plain(QByteArray(5 << 20, 'L'));
        plain(QByteArray("word ").repeated(300));
        plain("");
        plain("the end");
    });
}

void feedLongLog(ui::LogStore& store, qint64 from, qint64 count)
{
    store.feed(count * 100, [from, count](LogWriter& w) {
        const QByteArray filling(70, 'f');
        for (qint64 i = from; i < from + count; ++i) {
            LogFacts facts{1'773'755'421'902'000 + i * 1000, "taskinstance.py:1093", LogLevel::Info,
                false, false};
            if (i % 10'000 == 500)
                facts.level = LogLevel::Error;
            else if (i % 10'000 == 501 || i % 10'000 == 502)
                facts = LogFacts{0, {}, LogLevel::None, true, false};
            else if (i % 1000 == 7)
                facts.level = LogLevel::Warning;
            const QByteArray text = "line " + QByteArray::number(i) + " needle"
                + QByteArray::number(i % 977) + ' ' + filling;
            w.add(text, facts);
        }
    });
}

} // namespace pilothouse::test
