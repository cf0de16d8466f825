// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/helpdialog.h"

#include "app/shell/shellactions.h"
#include "app/watchdog.h"
#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/keycap.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QUrl>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::TextStyle;
using ui::Token;

HelpDialog::HelpDialog(ShellContext& context, const ShellActions& actions, QWidget* window)
    : Sheet(tr("Help"), 600, window)
    , m_context(context)
{
    addSection(tr("Where to begin"));
    for (const auto& id : {u"palette"_s, u"shortcuts"_s, u"tab.new"_s, u"tab.splitRight"_s,
             u"range"_s, u"live"_s, u"pane.next"_s}) {
        const QAction* action = actions.action(id);
        auto* row = new QHBoxLayout;
        auto* label = new QLabel(action->text(), bodyWidget());
        ui::setTextStyle(label, TextStyle::Cell);
        row->addWidget(label, 1);
        const auto keys = ShellActions::keys(action);
        if (!keys.isEmpty())
            row->addWidget(new ui::KeyCap(keys.first(), bodyWidget()));
        body()->addLayout(row);
    }

    addSection(tr("Diagnostics"));
    m_stalls = addFact(tr("Stalls of the window"), {});
    addFact(tr("Log folder"), m_context.logFolder);
    addFact(tr("State folder"), m_context.stateFolder);
    addFact(tr("Versions"), m_context.versions.join(u'\n'));
    auto* actionsRow = new QHBoxLayout;
    auto* copy = new ui::Button(tr("Copy diagnostics"), ui::ButtonVariant::Default, bodyWidget());
    copy->setIconName(u"copy"_s);
    connect(copy, &QAbstractButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(diagnostics()); });
    auto* folder
        = new ui::Button(tr("Open the log folder"), ui::ButtonVariant::Quiet, bodyWidget());
    folder->setIconName(u"folder"_s);
    connect(folder, &QAbstractButton::clicked, this,
        [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_context.logFolder)); });
    actionsRow->addWidget(copy);
    actionsRow->addWidget(folder);
    actionsRow->addStretch();
    body()->addSpacing(4);
    body()->addLayout(actionsRow);
    body()->addStretch();
    connect(&m_tick, &QTimer::timeout, this, &HelpDialog::refresh);
    m_tick.start(1s);
    refresh();
}

QLabel* HelpDialog::addFact(const QString& name, const QString& value)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    auto* label = new QLabel(name, bodyWidget());
    ui::setTextStyle(label, TextStyle::Cell);
    ui::setTone(label, Token::Text3);
    label->setFixedWidth(150);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setWordWrap(true);
    auto* words = new QLabel(value, bodyWidget());
    ui::setTextStyle(words, TextStyle::Mono);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(label);
    row->addWidget(words, 1);
    body()->addLayout(row);
    return words;
}

void HelpDialog::refresh()
{
    const Watchdog& watchdog = m_context.watchdog;
    m_stalls->setText(tr("longest %1 ms, p99.9 %2 ms, of %3 busy spells")
                          .arg(watchdog.maxMs(), 0, 'f', 1)
                          .arg(watchdog.quantileMs(0.999), 0, 'f', 1)
                          .arg(watchdog.spells()));
}

QString HelpDialog::diagnostics() const
{
    const Watchdog& watchdog = m_context.watchdog;
    QStringList lines = m_context.versions;
    lines << u"stalls: max %1 ms, p99.9 %2 ms, %3 spells"_s.arg(watchdog.maxMs(), 0, 'f', 1)
                 .arg(watchdog.quantileMs(0.999), 0, 'f', 1)
                 .arg(watchdog.spells());
    const auto ids = m_context.hub.ids();
    for (const ServiceId& id : ids) {
        const Service* service = m_context.hub.service(id);
        lines << u"%1: %2, %3"_s.arg(service->config.module, service->config.tool,
            service->health.version.isEmpty() ? u"version not known"_s : service->health.version);
    }
    return lines.join(u'\n');
}

} // namespace pilothouse::app
