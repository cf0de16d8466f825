// SPDX-License-Identifier: GPL-3.0-or-later
// Documents for tests: one written by hand, and sessions on files of a folder of their own.
#pragma once

#include "pipelines/session/documentsession.h"
#include "tests/support/await.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace pilothouse::test
{

using namespace pilothouse::pipelines;
using namespace Qt::StringLiterals;

inline const QByteArray kByHand = R"(# Orders of the shop, every hour.
pipeline: 1
id: 5f0c7a52
name: orders_hourly

nodes:
  # from the shop's own events
  orders:
    kind: source.kafka
    params: {topic: shop.orders.v1}

  clean:   # drops what nobody reads
    kind: process.sql

edges:
  - orders -> clean
)";

inline const Text kTitle = Text::verbatim(u"test"_s);

inline Edit addNode(const QString& id)
{
    Node node;
    node.id = id;
    node.kind = u"process.sql"_s;
    return AddNode{node, -1};
}

inline Edit setTopic(const QString& topic)
{
    return SetSetting{
        Section::Params, u"orders"_s, u"topic"_s, Setting{u"topic"_s, Value::ofText(topic)}, -1};
}

inline void put(const QString& path, const QByteArray& text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool ready(const DocumentSession& session)
{
    return QTest::qWaitFor([&] { return session.state() == DocumentSession::State::Ready; });
}

// A file and a folder of journals for each test.
class Documents
{
public:
    // A new file, as written by hand.
    void next()
    {
        runtime = std::make_unique<Runtime>();
        file = dir.filePath(u"orders%1.pipeline.yaml"_s.arg(++number));
        put(file, kByHand);
    }

    QTemporaryDir dir;
    QString file;
    int number = 0;
    std::unique_ptr<Runtime> runtime;

    QString journals() const { return dir.filePath(u"journals%1"_s.arg(number)); }
    std::unique_ptr<DocumentSession> opened() const
    {
        auto session = std::make_unique<DocumentSession>(*runtime, journals());
        session->open(file);
        (void)ready(*session);
        return session;
    }
    static bool save(DocumentSession& session)
    {
        QSignalSpy saved(&session, &DocumentSession::saved);
        session.save();
        return QTest::qWaitFor([&] { return saved.count() == 1; });
    }
    static QByteArray text(DocumentSession& session)
    {
        return await(session.text()).value_or(QByteArray());
    }
};

} // namespace pilothouse::test
