// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets of the streams module on a cluster in memory: what their tests have in common.
#pragma once

#include "core/servicehub.h"
#include "tests/streams/panel/fakestreams.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/layoutfault.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

#include <mutex>

namespace pilothouse::test
{

class SheetFixture
{
protected:
    static QString service() { return QString::fromLatin1("shop-kafka"); }
    void makeServer(
        Environment environment = Environment::Sandbox, WriteMode writes = WriteMode::On)
    {
        m_world = std::make_shared<StreamsWorld>();
        fillShop(*m_world);
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->timeContext().setZone(QTimeZone::utc());
        FakeStreams::join(m_bench->hub(), m_world, writes);
        ServiceConfig config = m_bench->hub().service(service())->config;
        config.environment = environment;
        config.profile = QString::fromLatin1("harborline-prod");
        m_bench->hub().add(config, {});
    }
    void drop()
    {
        m_shown.reset();
        m_bench.reset();
        m_world.reset();
    }
    // A sheet alone in its window, wide as beside a panel.
    template <class T>
    T* show(std::unique_ptr<T> sheet, QSize size = {528, 790})
    {
        T* out = sheet.release();
        m_shown = std::make_unique<QWidget>();
        auto* layout = new QVBoxLayout(m_shown.get());
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSizeConstraint(QLayout::SetNoConstraint); // as in a splitter
        layout->addWidget(out);
        ui::setPlate(m_shown.get(), ui::Token::Surface);
        m_shown->setAttribute(Qt::WA_StyledBackground);
        m_shown->resize(size);
        m_shown->show();
        QApplication::setActiveWindow(m_shown.get());
        return out;
    }
    // What the world holds, under its lock.
    template <class F>
    auto in(F f) const
    {
        const std::lock_guard lock(m_world->mutex);
        return f(*m_world);
    }
    QStringList sent() const
    {
        return in([](const StreamsWorld& w) { return QStringList(w.sent.begin(), w.sent.end()); });
    }
    // PH_PICTURES names a folder: what was tested can be looked at, dark and light.
    void picture(const QString& name) const
    {
        const QString folder = qEnvironmentVariable("PH_PICTURES");
        if (folder.isEmpty())
            return;
        ui::Theme& theme = ui::Theme::of(m_shown.get());
        using Mode = ui::Theme::Mode;
        const Mode before = theme.mode();
        for (const auto& [mode, word] : {std::pair(Mode::Dark, "dark"), {Mode::Light, "light"}}) {
            theme.setMode(mode);
            QApplication::processEvents(); // what was laid out stands where it will
            QVERIFY(m_shown->grab().save(
                QString::fromLatin1("%1/%2-%3.png").arg(folder, name, QString::fromLatin1(word))));
        }
        theme.setMode(before);
    }

    std::shared_ptr<StreamsWorld> m_world;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<QWidget> m_shown;
};

} // namespace pilothouse::test
