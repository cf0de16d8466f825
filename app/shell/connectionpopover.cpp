// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/connectionpopover.h"

#include "app/shell/statusbar.h"
#include "core/sampler.h"
#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/toggleswitch.h"
#include "ui/errors/absence.h"
#include "ui/shownzone.h"
#include "ui/theme/theme.h"
#include "ui/words.h"
#include "ui/writemode.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::TextStyle;
using ui::Token;

namespace
{

constexpr int kWidth = 380;

QLabel* makeLabel(QWidget* parent, TextStyle style, Token tone)
{
    auto* label = new QLabel(parent);
    ui::setTextStyle(label, style);
    ui::setTone(label, tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

ConnectionPopover::ConnectionPopover(ServiceHub& hub, Sampler& sampler, QWidget* window)
    : Popover(tr("Connection"), window)
    , m_hub(hub)
    , m_sampler(sampler)
{
    setFixedWidth(kWidth);
    buildLayout();
    connect(&hub, &ServiceHub::healthChanged, this, &ConnectionPopover::refresh);
    connect(&hub, &ServiceHub::writesChanged, this, &ConnectionPopover::refresh);
    connect(&hub, &ServiceHub::aboutToRemove, this, [this](const ServiceId& id) {
        if (id == m_id)
            closeNow();
    });
    m_tick.setInterval(1s);
    connect(&m_tick, &QTimer::timeout, this, &ConnectionPopover::refresh);
    connect(this, &Popover::closed, &m_tick, &QTimer::stop);
}

QLabel* ConnectionPopover::addFact(QVBoxLayout* column, const QString& name, bool mono)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    QLabel* label = makeLabel(this, TextStyle::Cell, Token::Text3);
    label->setText(name);
    label->setMinimumWidth(94);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    QLabel* value = makeLabel(this, mono ? TextStyle::Mono : TextStyle::Cell, Token::Text);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(label);
    row->addWidget(value, 1);
    column->addLayout(row);
    return value;
}

void ConnectionPopover::buildLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(6);
    m_title = makeLabel(this, TextStyle::Heading, Token::Text);
    m_state = makeLabel(this, TextStyle::Cell, Token::Text2);
    column->addWidget(m_title);
    column->addWidget(m_state);
    column->addSpacing(4);
    m_address = addFact(column, tr("Address"), true);
    m_version = addFact(column, tr("Version"), false);
    m_connections = addFact(column, tr("Connections"), true);
    m_lastGood = addFact(column, tr("Last answer"), true);

    m_errorBox = new QFrame(this);
    ui::setLook(m_errorBox, "variant", u"errorBox"_s);
    auto* box = new QVBoxLayout(m_errorBox);
    box->setContentsMargins(10, 8, 10, 8);
    m_error = makeLabel(m_errorBox, TextStyle::Mono, Token::Text);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse);
    box->addWidget(m_error);
    column->addSpacing(2);
    column->addWidget(m_errorBox);
    m_hint = makeLabel(this, TextStyle::Cell, Token::Text2);
    column->addWidget(m_hint);

    auto* line = new QFrame(this);
    ui::setLook(line, "variant", u"hline"_s);
    column->addSpacing(4);
    column->addWidget(line);
    column->addSpacing(4);
    auto* writes = new QHBoxLayout;
    m_writes = makeLabel(this, TextStyle::Cell, Token::Text);
    m_switch = new ui::ToggleSwitch(tr("Allow writes for 15 minutes"), this);
    m_switch->setCheckable(true);
    writes->addWidget(m_writes, 1);
    writes->addWidget(m_switch);
    column->addLayout(writes);
    connect(m_switch, &QAbstractButton::clicked, this,
        [this](bool on) { m_hub.setWritesLifted(m_id, on); });

    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    m_reconnect = new ui::Button(tr("Ask again"), ui::ButtonVariant::Default, this);
    m_reconnect->setIconName(u"refresh"_s);
    auto* show = new ui::Button(tr("Show in its module"), ui::ButtonVariant::Quiet, this);
    actions->addWidget(m_reconnect);
    actions->addWidget(show);
    actions->addStretch();
    column->addSpacing(4);
    column->addLayout(actions);
    connect(m_reconnect, &QAbstractButton::clicked, this, [this] { m_sampler.probeNow(m_id); });
    connect(show, &QAbstractButton::clicked, this, [this] {
        closeNow();
        Q_EMIT panelRequested(m_id);
    });
}

void ConnectionPopover::openFor(const ServiceId& id, QWidget* anchor)
{
    if (isOpen() && id != m_id)
        closeNow();
    m_id = id;
    refresh();
    openAt(anchor, Side::AboveLeft);
    if (isOpen())
        m_tick.start();
}

QWidget* ConnectionPopover::firstFocus()
{
    return m_reconnect;
}

void ConnectionPopover::refresh()
{
    const Service* service = m_hub.service(m_id);
    if (!service)
        return;
    const auto heightBefore = sizeHint().height();
    const ServiceConfig& config = service->config;
    m_title->setText(config.title.isEmpty() ? m_id : config.title);
    const QString tool = service->descriptor ? service->descriptor->title : config.tool;
    QString state = tr("%1, %2").arg(tool, ui::glyphWord(healthGlyph(m_hub, m_id))) % u" · "_s
        % pillDetail(m_hub, m_id);
    // A second that has begun counts: the countdown ends at 1, not at 0.
    if (const auto wait = m_sampler.untilProbe(m_id);
        wait > 0ms && service->health.state == HealthReport::State::Failing)
        state = tr("%1 · asked again in %2 s").arg(state).arg((wait + 999ms) / 1s);
    m_state->setText(state);
    QString address = config.address;
    if (!config.sshJump.isEmpty())
        address = tr("%1 through %2").arg(address, config.sshJump);
    m_address->setText(address);
    m_version->setText(
        service->health.version.isEmpty() ? tr("not known yet") : service->health.version);
    m_connections->setText(QString::number(service->adapter ? service->adapter->connections() : 0));
    m_lastGood->setText(service->lastGood.isValid()
            ? ui::shownTime(service->lastGood).toString(u"yyyy-MM-dd HH:mm:ss"_s)
            : tr("none yet"));
    const bool failing = service->health.state == HealthReport::State::Failing;
    QString original = failing ? service->lastError.detail.left(600) : QString();
    m_error->setText(original);
    m_errorBox->setVisible(!original.isEmpty());
    // Of a server that answers, but whose parts do not all work, there is no error.
    QString hint = ui::words(
        failing && service->lastError != Error() ? service->lastError.hint : service->health.text);
    if (ui::isAwaited(m_hub, m_id))
        hint = ui::absencePage({}, m_hub, m_id).line;
    else if (!service->adapter)
        hint = tr("This version of Pilothouse cannot steer %1. The entry stays in the profile.")
                   .arg(tool);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_reconnect->setEnabled(service->adapter != nullptr);

    const WriteGate& gate = *service->gate;
    const bool lifted = gate.canLift() && gate.allows();
    QString writes = gate.mode() == WriteMode::Never ? ui::words(ui::WriteModes::whyOff(gate))
                                                     : ui::WriteModes::of(*service).text;
    if (lifted) {
        const auto left = QDateTime::currentDateTimeUtc().secsTo(gate.liftedUntil());
        writes = tr("Writes allowed for %1")
                     .arg(u"%1:%2"_s.arg(left / 60).arg(left % 60, 2, 10, QLatin1Char('0')));
    }
    m_writes->setText(writes);
    m_switch->setVisible(gate.canLift());
    m_switch->setChecked(lifted);
    if (isVisible() && sizeHint().height() != heightBefore) {
        const int bottom = geometry().bottom();
        adjustSize();
        move(x(), bottom - height() + 1);
    }
}

} // namespace pilothouse::app
