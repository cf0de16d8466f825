// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/taskpopover.h"

#include "app/shell/statusbar.h"
#include "core/task.h"
#include "ui/controls/button.h"
#include "ui/controls/meters.h"
#include "ui/shownzone.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::TextStyle;
using ui::Theme;
using ui::Token;

namespace
{

constexpr int kWidth = 420;
constexpr int kMaxRows = 340; // pixels

QLabel* makeLabel(const QString& text, TextStyle style, Token tone, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    ui::setTextStyle(label, style);
    ui::setTone(label, tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

// A glyph of its own size; its word is part of the row's text.
class GlyphMark final : public QWidget
{
public:
    GlyphMark(Glyph glyph, QWidget* parent)
        : QWidget(parent)
        , m_glyph(glyph)
    {
        setFixedSize(16, 18);
        setAccessibleName(ui::glyphWord(glyph));
        setToolTip(ui::glyphWord(glyph));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        ui::paintGlyph(painter, QRectF(1, 3, 12, 12), m_glyph, Theme::of(this), Token::Overlay);
    }

private:
    Glyph m_glyph;
};

Glyph glyphOf(const Task& task)
{
    switch (task.status().state) {
    case TaskStatus::State::Waiting:
        return Glyph::Queued;
    case TaskStatus::State::Running:
        return Glyph::Running;
    case TaskStatus::State::Done:
        return Glyph::Ok;
    case TaskStatus::State::Refused:
    case TaskStatus::State::Failed:
        return Glyph::Error;
    case TaskStatus::State::Cancelled:
        return Glyph::Skipped;
    case TaskStatus::State::Unknown:
        break;
    }
    return Glyph::Unknown;
}

} // namespace

ListPopover::ListPopover(const QString& title, const QString& emptyText, QWidget* window)
    : Popover(title, window)
{
    setFixedWidth(kWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 10, 1, 8);
    column->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(15, 0, 11, 0);
    head->addWidget(makeLabel(title, TextStyle::ControlStrong, Token::Text, this), 1);
    m_head = new QVBoxLayout;
    head->addLayout(m_head);
    column->addLayout(head);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_inner = new QWidget(m_scroll);
    ui::setPlate(m_inner, Token::Overlay);
    m_rows = new QVBoxLayout(m_inner);
    m_rows->setContentsMargins(15, 0, 11, 0);
    m_rows->setSpacing(10);
    m_scroll->setWidget(m_inner);
    column->addWidget(m_scroll);
    m_empty = makeLabel(emptyText, TextStyle::Cell, Token::Text3, m_inner);
    m_rows->addWidget(m_empty);
}

void ListPopover::addHeadAction(QWidget* widget)
{
    m_head->addWidget(widget);
}

void ListPopover::clearRows()
{
    while (m_rows->count() > 1) {
        QLayoutItem* item = m_rows->takeAt(1);
        delete item->widget();
        delete item;
    }
    m_empty->show();
}

void ListPopover::addRow(QWidget* row)
{
    m_rows->addWidget(row);
    row->show(); // a layout does not count what is hidden
    m_empty->hide();
}

void ListPopover::finishRows()
{
    m_inner->setMinimumWidth(0);
    m_rows->activate();
    const int wanted = m_rows->hasHeightForWidth() ? m_rows->totalHeightForWidth(kWidth - 4)
                                                   : m_rows->totalSizeHint().height();
    m_scroll->setFixedHeight(qBound(24, wanted, kMaxRows));
}

TaskPopover::TaskPopover(TaskList& tasks, QWidget* window)
    : ListPopover(tr("Tasks"), tr("Nothing has run yet."), window)
    , m_tasks(tasks)
{
    const auto again = [this] {
        if (isVisible())
            refresh();
    };
    connect(&tasks, &TaskList::taskAdded, this, again);
    connect(&tasks, &TaskList::taskFinished, this, again);
    connect(&tasks, &TaskList::taskRemoved, this, again);
    refresh();
}

void TaskPopover::refresh()
{
    clearRows();
    const auto all = m_tasks.tasks();
    for (Task* task : all)
        addRow(makeRow(task));
    finishRows();
    if (isVisible())
        place();
}

QWidget* TaskPopover::makeRow(Task* task)
{
    auto* row = new QWidget(rowParent());
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(new GlyphMark(glyphOf(*task), row), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    const QString title = ui::words(task->info().title);
    column->addWidget(makeLabel(title, TextStyle::Cell, Token::Text, row));
    auto* facts = makeLabel({}, TextStyle::Micro, Token::Text3, row);
    column->addWidget(facts);
    ui::ProgressLine* bar = nullptr;
    if (!task->isFinished()) {
        bar = new ui::ProgressLine(title, row);
        column->addWidget(bar);
    }
    const auto show = [task, facts, bar] {
        QStringList parts{taskStateWord(*task)};
        if (const QString amount = taskAmount(*task); !amount.isEmpty())
            parts << amount;
        if (!task->info().service.isEmpty())
            parts << task->info().service;
        if (task->isFinished()) {
            parts << ui::shownTime(task->finishedAt()).toString(u"HH:mm:ss"_s);
            if (!task->outcome())
                parts << task->outcome().error().detail.left(300);
            else if (const QString words = ui::words(*task->outcome()); !words.isEmpty())
                parts << words;
        }
        facts->setText(parts.join(u" · "_s));
        const TaskStatus& s = task->status();
        if (bar)
            bar->setFraction(
                s.total > 0 ? static_cast<double>(s.done) / static_cast<double>(s.total) : -1);
    };
    show();
    connect(task, &Task::changed, row, show);
    line->addLayout(column, 1);
    auto* end = new ui::IconButton(u"close"_s,
        task->isFinished() ? tr("Remove from the list: %1").arg(title)
                           : tr("Cancel: %1").arg(title),
        {}, row, 12);
    connect(end, &QAbstractButton::clicked, task, [this, task] {
        if (task->isFinished())
            m_tasks.acknowledge(task);
        else
            task->cancel();
    });
    line->addWidget(end, 0, Qt::AlignTop);
    return row;
}

} // namespace pilothouse::app
