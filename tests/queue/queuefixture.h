// SPDX-License-Identifier: GPL-3.0-or-later
// The queue panel on keys in memory: what its tests have in common.
#pragma once

#include "queue/panel/inspector.h"
#include "queue/panel/queuepanel.h"
#include "queue/panel/textvalue.h"
#include "tests/queue/fakequeue.h"
#include "tests/support/fakeworkbench.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>

#include <mutex>

namespace pilothouse::test
{

class QueueFixture
{
protected:
    // Without its service, whose write mode some tests choose later.
    void makeBench()
    {
        m_data = std::make_shared<FakeData>();
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->hub().setDescriptors({fakeQueueDescriptor(m_data)});
    }
    void addService(WriteMode writes = WriteMode::Ask)
    {
        ServiceConfig config;
        config.id = QString::fromLatin1("cache");
        config.module = QString::fromLatin1("queue");
        config.tool = QString::fromLatin1("fake");
        config.title = QString::fromLatin1("cache-01");
        config.ns = QString::fromLatin1("redis://cache");
        config.writes = writes;
        m_bench->hub().add(config, {});
    }
    void drop()
    {
        m_panel.reset();
        m_bench.reset();
    }

    void showPanel(const QJsonObject& state = {})
    {
        m_panel = std::make_unique<QueuePanel>(*m_bench, QString::fromLatin1("cache"));
        m_panel->restoreState(state);
        m_panel->resize(1389, 766);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
    }
    void openPanel()
    {
        showPanel();
        QTRY_COMPARE(m_panel->state(), ui::Panel::State::Ready);
    }
    void choose(const QByteArray& key)
    {
        m_panel->open({{QString::fromLatin1("redis://cache"), entityName(key)}, {}, {}});
        QTRY_COMPARE(inspector()->key(), key);
    }

    Inspector* inspector() const { return m_panel->inspector(); }
    TextValue* text() const { return inspector()->text(); }
    QPlainTextEdit* editor() const { return text()->editor(); }

    // What the "server" holds, what it was sent, and what somebody else does to it.
    QByteArray held(const QByteArray& key) const
    {
        const std::lock_guard lock(m_data->mutex);
        return m_data->keys.value(key).text;
    }
    QStringList sent() const
    {
        const std::lock_guard lock(m_data->mutex);
        return QStringList(m_data->sent.begin(), m_data->sent.end());
    }
    void somebodySets(const QByteArray& key, const QByteArray& text)
    {
        const std::lock_guard lock(m_data->mutex);
        m_data->keys[key].text = text;
    }
    void somebodyDeletes(const QByteArray& key)
    {
        const std::lock_guard lock(m_data->mutex);
        m_data->keys.remove(key);
    }
    void put(const QByteArray& key, const QByteArray& text)
    {
        FakeData::Value value;
        value.text = text;
        const std::lock_guard lock(m_data->mutex);
        m_data->keys.insert(key, value);
    }
    void put(const QByteArray& key, KeyType type, std::vector<ValueRow> rows)
    {
        FakeData::Value value;
        value.type = type;
        value.rows = std::move(rows);
        const std::lock_guard lock(m_data->mutex);
        m_data->keys.insert(key, value);
    }

    std::shared_ptr<FakeData> m_data;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<QueuePanel> m_panel;
};

} // namespace pilothouse::test
