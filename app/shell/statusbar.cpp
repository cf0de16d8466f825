// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/statusbar.h"

#include "core/task.h"
#include "ui/controls/button.h"
#include "ui/plural.h"
#include "ui/states/notificationlist.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Metric;
using ui::TextStyle;
using ui::Theme;
using ui::Token;

namespace
{

constexpr int kBar = 96;

QString amountIn(TaskStatus::Unit unit, qint64 value)
{
    const QLocale locale;
    switch (unit) {
    case TaskStatus::Unit::Bytes:
        return locale.formattedDataSize(value, 1, QLocale::DataSizeSIFormat);
    case TaskStatus::Unit::Rows:
    case TaskStatus::Unit::Keys:
    case TaskStatus::Unit::Steps:
    case TaskStatus::Unit::None:
        break;
    }
    return locale.toString(value);
}

} // namespace

QString taskAmount(const Task& task)
{
    const TaskStatus& s = task.status();
    if (s.done <= 0 && s.total <= 0)
        return ui::words(s.step);
    const QString done = amountIn(s.unit, s.done);
    const QString both
        = s.total > 0 ? StatusBar::tr("%1 of %2").arg(done, amountIn(s.unit, s.total)) : done;
    const int counted = ui::pluralOf(s.total > 0 ? s.total : s.done);
    switch (s.unit) {
    case TaskStatus::Unit::Rows:
        return StatusBar::tr("%1 row(s)", nullptr, counted).arg(both);
    case TaskStatus::Unit::Keys:
        return StatusBar::tr("%1 key(s)", nullptr, counted).arg(both);
    default:
        return both;
    }
}

QString taskStateWord(const Task& task)
{
    switch (task.status().state) {
    case TaskStatus::State::Waiting:
        return StatusBar::tr("waiting");
    case TaskStatus::State::Running:
        return StatusBar::tr("running");
    case TaskStatus::State::Done:
        return StatusBar::tr("done");
    case TaskStatus::State::Refused:
        return StatusBar::tr("refused");
    case TaskStatus::State::Failed:
        return StatusBar::tr("failed");
    case TaskStatus::State::Cancelled:
        return StatusBar::tr("cancelled");
    case TaskStatus::State::Unknown:
        break;
    }
    return StatusBar::tr("outcome unknown");
}

TaskButton::TaskButton(TaskList& tasks, QWidget* parent)
    : QAbstractButton(parent)
    , m_tasks(tasks)
{
    setFocusPolicy(Qt::TabFocus); // a click leaves the focus in the panel
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&tasks, &TaskList::taskAdded, this, &TaskButton::refresh);
    connect(&tasks, &TaskList::taskChanged, this, &TaskButton::refresh);
    connect(&tasks, &TaskList::taskFinished, this, &TaskButton::refresh);
    connect(&tasks, &TaskList::taskRemoved, this, &TaskButton::refresh);
    refresh();
}

Task* TaskButton::shownTask() const
{
    const auto all = m_tasks.tasks(); // newest first
    for (Task* task : all)
        if (!task->isFinished())
            return task;
    return nullptr;
}

void TaskButton::refresh()
{
    const Task* task = shownTask();
    const int running = m_tasks.running();
    m_busy = task != nullptr;
    m_percent = -1;
    m_amount.clear();
    if (task) {
        m_title = ui::words(task->info().title);
        if (running > 1)
            m_title += u"  "_s + tr("+%n more", nullptr, running - 1);
        m_amount = taskAmount(*task);
        const TaskStatus& s = task->status();
        if (s.total > 0)
            m_percent = static_cast<int>(qBound(qint64(0), s.done * 100 / s.total, qint64(100)));
    } else {
        int unknown = 0;
        const auto all = m_tasks.tasks();
        for (const Task* each : all)
            unknown += each->status().state == TaskStatus::State::Unknown ? 1 : 0;
        m_title = unknown > 0 ? tr("Outcome unknown: %1").arg(unknown) : tr("No background tasks");
    }
    QString name = m_title;
    if (m_percent >= 0)
        name += u", "_s + tr("%1 %").arg(m_percent);
    if (!m_amount.isEmpty())
        name += u", "_s + m_amount;
    setAccessibleName(tr("Tasks: %1").arg(name));
    updateGeometry();
    update();
    Q_EMIT shownTaskChanged();
}

QSize TaskButton::minimumSizeHint() const
{
    const auto& theme = Theme::of(this);
    return {m_busy ? 28 + 60 + kBar + 50 : 60, theme.metric(Metric::StatusBar) - 6};
}

QSize TaskButton::sizeHint() const
{
    const auto& theme = Theme::of(this);
    const QFontMetrics text(theme.font(TextStyle::Caption));
    int width = 20 + text.horizontalAdvance(m_title);
    if (m_busy) {
        width += 20 + 10 + kBar + 10 + 34;
        width += QFontMetrics(theme.font(TextStyle::MonoSmall)).horizontalAdvance(m_amount) + 4;
    }
    return {qMin(width, 560), theme.metric(Metric::StatusBar) - 6};
}

void TaskButton::paintEvent(QPaintEvent*)
{
    const auto& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(isDown() ? Token::Press : Token::Hover));
        painter.drawRoundedRect(rect(), 3, 3);
    }
    const qreal middle = height() / 2.0;
    painter.setFont(theme.font(TextStyle::Caption));
    if (!m_busy) {
        painter.setPen(theme.color(Token::Text3));
        painter.drawText(rect().adjusted(8, 0, -8, 0), Qt::AlignVCenter | Qt::AlignRight,
            painter.fontMetrics().elidedText(m_title, Qt::ElideRight, width() - 16));
        return;
    }
    ui::paintIcon(
        painter, QRectF(6, middle - 6.5, 13, 13), u"download"_s, theme.color(Token::Text3));
    int right = width() - 6;
    const QFont mono = theme.font(TextStyle::MonoSmall);
    const int amount = m_amount.isEmpty() ? 0 : QFontMetrics(mono).horizontalAdvance(m_amount) + 4;
    const int fixed = 26 + 10 + kBar + 8 + 34;
    painter.setFont(mono);
    if (amount > 0 && width() - fixed - amount > 80) {
        painter.setPen(theme.color(Token::Text3));
        painter.drawText(QRect(right - amount, 0, amount, height()),
            Qt::AlignVCenter | Qt::AlignRight, m_amount);
        right -= amount + 6;
    }
    painter.setPen(theme.color(Token::Text));
    if (m_percent >= 0)
        painter.drawText(QRect(right - 34, 0, 34, height()), Qt::AlignVCenter | Qt::AlignRight,
            tr("%1 %").arg(m_percent));
    const QRectF bar(right - 34 - 8 - kBar, middle - 2, kBar, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Token::Press));
    painter.drawRoundedRect(bar, 2, 2);
    painter.setBrush(theme.color(Token::Accent));
    // Not known how much: a third of the bar, standing still; the amount beside it moves.
    const qreal part = m_percent >= 0 ? m_percent / 100.0 : 0.33;
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * part, 4), 2, 2);
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(theme.color(Token::Text2));
    const QRect text(26, 0, static_cast<int>(bar.left()) - 26 - 8, height());
    painter.drawText(text, Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_title, Qt::ElideRight, text.width()));
}

// The bell with the number of entries the user has not seen.
class StatusBar::Bell final : public QAbstractButton
{
public:
    Bell(ui::NotificationList& notifications, QWidget* parent)
        : QAbstractButton(parent)
        , m_notifications(notifications)
    {
        setFocusPolicy(Qt::TabFocus); // a click leaves the focus in the panel
        setAttribute(Qt::WA_Hover);
        connect(&notifications, &ui::NotificationList::unseenChanged, this, [this] { refresh(); });
        refresh();
    }
    QSize sizeHint() const override
    {
        const auto& theme = Theme::of(this);
        const QFontMetrics metrics(theme.font(TextStyle::Caption));
        return {
            8 + 14 + 6 + metrics.horizontalAdvance(QString::number(m_notifications.unseen())) + 8,
            theme.metric(Metric::StatusBar) - 6};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse() || isDown()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(isDown() ? Token::Press : Token::Hover));
            painter.drawRoundedRect(rect(), 3, 3);
        }
        const bool news = m_notifications.unseen() > 0;
        const QColor ink = theme.color(news ? Token::Text : Token::Text3);
        ui::paintIcon(painter, QRectF(8, height() / 2.0 - 7, 14, 14), u"bell"_s, ink);
        painter.setFont(theme.font(TextStyle::Caption));
        painter.setPen(ink);
        painter.drawText(QRect(28, 0, width() - 28, height()), Qt::AlignVCenter,
            QString::number(m_notifications.unseen()));
    }

private:
    void refresh()
    {
        setAccessibleName(
            StatusBar::tr("Notifications: %n not seen", nullptr, m_notifications.unseen()));
        setToolTip(accessibleName());
        updateGeometry();
        update();
    }

    ui::NotificationList& m_notifications;
};

StatusBar::StatusBar(ShellContext& context, QWidget* parent)
    : QWidget(parent)
    , m_pills(new PillRow(context.hub, this))
    , m_task(new TaskButton(context.tasks, this))
    , m_cancel(new ui::IconButton(u"close"_s, tr("Cancel this task"), {}, this, 12))
    , m_bell(new Bell(context.notifications, this))
{
    setAccessibleName(tr("Status bar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 1, 8, 0);
    row->setSpacing(6);
    row->addWidget(m_pills, 1);
    const auto line = [&] {
        auto* frame = new QFrame(this);
        ui::setLook(frame, "variant", u"vline"_s);
        row->addWidget(frame);
    };
    line();
    row->addWidget(m_task);
    row->addWidget(m_cancel);
    line();
    row->addWidget(m_bell);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto refresh = [this] {
        m_cancel->setVisible(m_task->shownTask() != nullptr);
    };
    connect(m_task, &TaskButton::shownTaskChanged, this, refresh);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        if (Task* task = m_task->shownTask())
            task->cancel();
    });
    refresh();
}

QAbstractButton* StatusBar::bell() const
{
    return m_bell;
}

QSize StatusBar::sizeHint() const
{
    return {800, Theme::of(this).metric(Metric::StatusBar)};
}

void StatusBar::paintEvent(QPaintEvent*)
{
    const auto& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Ground));
    painter.fillRect(QRect(0, 0, width(), 1), theme.color(Token::Line));
}

} // namespace pilothouse::app
