// SPDX-License-Identifier: GPL-3.0-or-later
// The streams panel on a cluster in memory: what its tests have in common.
#pragma once

#include "streams/panel/lagpane.h"
#include "streams/panel/listpane.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamside.h"
#include "streams/panel/streamspanel.h"
#include "streams/panel/streamtable.h"
#include "tests/streams/panel/fakestreams.h"
#include "tests/support/fakeworkbench.h"

#include <QApplication>
#include <QTest>

namespace pilothouse::test
{

class StreamsFixture
{
protected:
    void makeCluster()
    {
        m_world = std::make_shared<StreamsWorld>();
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->timeContext().setZone(QTimeZone::utc());
    }
    void join() { FakeStreams::join(m_bench->hub(), m_world); }
    void drop()
    {
        m_panel.reset();
        m_bench.reset();
    }
    void showPanel(const QJsonObject& state = {}, QSize size = {1389, 766})
    {
        m_panel = std::make_unique<StreamsPanel>(*m_bench, QString::fromLatin1("shop-kafka"));
        if (!state.isEmpty())
            m_panel->restoreState(state);
        m_panel->resize(size);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
    }
    // Until its topics and lags are there.
    void openPanel(QSize size = {1389, 766})
    {
        fillShop(*m_world);
        join();
        showPanel({}, size);
        QTRY_COMPARE(m_panel->state(), ui::Panel::State::Ready);
        QTRY_COMPARE(m_panel->feed().groupsRead(), 4);
        QTRY_COMPARE(table()->current(), QString::fromLatin1("shop.orders.v1"));
        table()->setFocus();
    }
    StreamTable* table() const { return m_panel->list()->table(); }
    QString cell(StreamTable* of, int row, int column) const
    {
        return of->model()->index(row, column).data().toString();
    }
    void change(const std::function<void(StreamsWorld&)>& with)
    {
        const std::lock_guard lock(m_world->mutex);
        with(*m_world);
    }
    int asked(const QString& method) const
    {
        const std::lock_guard lock(m_world->mutex);
        return m_world->count(method);
    }
    QStringList sent() const
    {
        const std::lock_guard lock(m_world->mutex);
        return QStringList(m_world->sent.begin(), m_world->sent.end());
    }
    // By the begin of its text, as from the palette.
    void trigger(const QString& begin)
    {
        for (QAction* action : m_panel->panelActions())
            if (action->text().startsWith(begin))
                action->trigger();
    }
    // PH_PICTURES names a folder: what was tested can be looked at.
    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("PH_PICTURES");
        if (folder.isEmpty())
            return;
        QApplication::processEvents(); // what was laid out stands where it will
        QVERIFY(
            m_panel->grab().save(folder + QLatin1Char('/') + name + QString::fromLatin1(".png")));
    }

    std::shared_ptr<StreamsWorld> m_world;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<StreamsPanel> m_panel;
};

} // namespace pilothouse::test
