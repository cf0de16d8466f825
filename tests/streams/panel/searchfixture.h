// SPDX-License-Identifier: GPL-3.0-or-later
// The search panel on a cluster in memory, with messages planted: what its tests have in common.
#pragma once

#include "streams/panel/hitmodel.h"
#include "streams/panel/messagetable.h"
#include "streams/panel/searchpanel.h"
#include "tests/streams/panel/fakestreams.h"
#include "tests/support/fakeworkbench.h"
#include "ui/states/stateframe.h"

#include <QApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <mutex>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;
using namespace pilothouse::streams;

class SearchFixture
{
protected:
    void openPanel()
    {
        m_world = std::make_shared<StreamsWorld>();
        fillShop(*m_world);
        fill();
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->timeContext().setZone(QTimeZone::utc());
        FakeStreams::join(m_bench->hub(), m_world);
        m_panel = std::make_unique<SearchPanel>(*m_bench, u"shop-kafka"_s);
        m_panel->restoreState({{u"topic"_s, kTopic}});
        m_panel->resize(900, 780);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
    }
    void closePanel()
    {
        m_panel.reset();
        m_bench.reset();
    }

    const QString kTopic = u"shop.orders.v1"_s;
    static constexpr int kPlanted = 40;

    TopicSearch* search() const { return m_panel->search(); }
    const HitModel* model() const { return qobject_cast<HitModel*>(m_panel->table()->messages()); }
    ui::StateFrame* frame() const
    {
        return m_panel->findChild<ui::StateFrame*>(QString(), Qt::FindChildrenRecursively);
    }
    void silence(bool on)
    {
        std::lock_guard lock(m_world->mutex);
        if (on)
            m_world->silent.insert(u"search"_s);
        else
            m_world->silent.erase(u"search"_s);
    }
    static QJsonObject lineOf(const QString& path, int line)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly)
            ? QJsonDocument::fromJson(file.readAll().split('\n').value(line)).object()
            : QJsonObject();
    }
    static int linesOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? int(file.readAll().count('\n')) : -1;
    }
    void fill()
    {
        std::lock_guard lock(m_world->mutex);
        auto& all = m_world->messages[kTopic];
        all.clear();
        auto& offsets = m_world->offsets[kTopic];
        const int partitions = int(offsets.size());
        std::vector<qint64> next(size_t(partitions), 0);
        for (int i = 0; i < 2'000; ++i) {
            Message m;
            m.topic = kTopic;
            m.partition = (i * 7) % partitions;
            m.offset = next[size_t(m.partition)]++;
            m.timestamp = 1'773'727'511'000 + i * 100;
            m.timeKind = Message::TimeKind::Create;
            m.key = QByteArray::number(90'417'000 + i);
            m.value = "{\"order_id\":" + QByteArray::number(90'417'000 + i)
                + ",\"status\":\"placed\",\"placed_at\":\"2026-03-17T05:45:11.886Z\","
                  "\"currency\":\"TWD\",\"coupon\":\""
                + (i % 50 == 7 ? "WELCOME5" : "NONE") + "\",\"channel\":\"app\"}";
            m.valueSize = m.value.size();
            m.codec = u"zstd"_s;
            m.headers = {{"trace-id", "04c2e9f87a3b4411"}, {"source", "orders-api 2.31.0"}};
            all.push_back(m);
        }
        for (int p = 0; p < partitions; ++p)
            offsets[size_t(p)] = {0, next[size_t(p)]};
        m_all = qint64(all.size());
    }
    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("PH_PICTURES");
        if (folder.isEmpty())
            return;
        QApplication::processEvents();
        QVERIFY(m_panel->grab().save(folder + u'/' + name + u".png"_s));
    }

    std::shared_ptr<StreamsWorld> m_world;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<SearchPanel> m_panel;
    qint64 m_all = 0;
};

} // namespace pilothouse::test
