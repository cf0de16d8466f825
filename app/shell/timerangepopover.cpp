// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/timerangepopover.h"

#include "ui/controls/button.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::TextStyle;
using ui::Token;

namespace
{

const QString& timeFormat()
{
    static const QString format = u"yyyy-MM-dd HH:mm:ss"_s;
    return format;
}

} // namespace

TimeRangePopover::TimeRangePopover(ui::TimeContext& time, QWidget* window)
    : Popover(tr("Time range"), window)
    , m_time(time)
{
    setFixedWidth(340);
    buildLayout();
}

void TimeRangePopover::buildLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 14);
    column->setSpacing(8);
    auto* spans = new QGridLayout;
    spans->setSpacing(6);
    const std::pair<QString, std::chrono::seconds> list[]
        = {{tr("Last 5 min"), 5min}, {tr("Last 15 min"), 15min}, {tr("Last 30 min"), 30min},
            {tr("Last 1 hour"), 1h}, {tr("Last 6 hours"), 6h}, {tr("Last 24 hours"), 24h},
            {tr("Last 7 days"), 168h}, {tr("Last 30 days"), 720h}};
    int i = 0;
    for (const auto& [name, span] : list) {
        auto* button = new ui::Button(name, ui::ButtonVariant::Default, this);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QAbstractButton::clicked, this, [this, wanted = span] {
            m_time.setSpan(wanted);
            closeNow();
        });
        spans->addWidget(button, i / 2, i % 2);
        if (i++ == 0)
            m_first = button;
    }
    column->addLayout(spans);

    const auto addField = [&](const QString& name, QLineEdit*& field) {
        auto* row = new QHBoxLayout;
        auto* label = new QLabel(name, this);
        ui::setTextStyle(label, TextStyle::Cell);
        ui::setTone(label, Token::Text2);
        label->setMinimumWidth(60);
        field = new QLineEdit(this);
        ui::setTextStyle(field, TextStyle::Mono);
        field->setPlaceholderText(timeFormat());
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field, 1);
        column->addLayout(row);
        connect(field, &QLineEdit::returnPressed, this, &TimeRangePopover::apply);
        connect(field, &QLineEdit::textEdited, this, [this] { m_problem->hide(); });
    };
    addField(tr("From"), m_from);
    addField(tr("To"), m_to);
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    ui::setTextStyle(m_problem, TextStyle::Cell);
    ui::setTone(m_problem, Token::StatusError);
    m_problem->hide();
    column->addWidget(m_problem);
    auto* end = new QHBoxLayout;
    m_zone = new QLabel(this);
    ui::setTextStyle(m_zone, TextStyle::Caption);
    ui::setTone(m_zone, Token::Text3);
    m_apply = new ui::Button(tr("Use this range"), ui::ButtonVariant::Primary, this);
    connect(m_apply, &QAbstractButton::clicked, this, &TimeRangePopover::apply);
    end->addWidget(m_zone, 1);
    end->addWidget(m_apply);
    column->addLayout(end);
}

QWidget* TimeRangePopover::firstFocus()
{
    return m_first;
}

void TimeRangePopover::showEvent(QShowEvent* event)
{
    const TimeRange range = m_time.range();
    m_from->setText(range.from.toTimeZone(m_time.zone()).toString(timeFormat()));
    m_to->setText(range.to.toTimeZone(m_time.zone()).toString(timeFormat()));
    m_zone->setText(QString::fromUtf8(m_time.zone().id()));
    m_problem->hide();
    Popover::showEvent(event);
}

void TimeRangePopover::apply()
{
    const auto read = [this](const QLineEdit* field) {
        QDateTime time = QDateTime::fromString(field->text().trimmed(), timeFormat());
        if (time.isValid())
            time.setTimeZone(m_time.zone());
        return time.toUTC();
    };
    const TimeRange range{read(m_from), read(m_to)};
    if (!range.isValid()) {
        m_problem->setText(range.from.isValid() && range.to.isValid()
                ? tr("The end must be after the start.")
                : tr("Write both ends as year-month-day hour:minute:second."));
        m_problem->show();
        adjustSize();
        return;
    }
    m_time.setRange(range);
    closeNow();
}

} // namespace pilothouse::app
