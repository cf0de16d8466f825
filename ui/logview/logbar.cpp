// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview/logbar.h"

#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/logview/logview.h"
#include "ui/theme/theme.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

QToolButton* option(QWidget* parent, const QString& sign, const QString& name)
{
    auto* button = new QToolButton(parent);
    button->setText(sign);
    button->setCheckable(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFixedSize(26, 24);
    setTextStyle(button, TextStyle::MonoSmall);
    return button;
}

} // namespace

LogBar::LogBar(LogView& view, QWidget* parent)
    : QWidget(parent)
    , m_view(view)
    , m_field(new SearchField(tr("Find in the log"), this))
    , m_note(new QLabel(m_field))
    , m_case(option(this, u"Aa"_s, tr("Match case")))
    , m_regex(option(this, u".*"_s, tr("Regular expression")))
    , m_levels(new SegmentedControl(tr("Lines shown"), this))
    , m_follow(new QToolButton(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_field->setMinimumWidth(88);
    m_field->setMaximumWidth(230);
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_field->installEventFilter(this);
    m_field->setToolTip(tr("Find in the log (/)"));
    setTextStyle(m_note, TextStyle::MonoSmall);
    setTone(m_note, Token::Text3);
    m_note->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_levels->addSegment(tr("All"));
    m_levels->addSegment(QString());
    m_levels->addSegment(QString());
    m_follow->setText(tr("Follow"));
    m_follow->setCheckable(true);
    m_follow->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_follow->setToolTip(tr("Follow the end of the log (F)"));
    setTextStyle(m_follow, TextStyle::Control);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addStretch();
    row->addWidget(m_field, 1);
    row->addWidget(m_case);
    row->addWidget(m_regex);
    row->addSpacing(4);
    row->addWidget(m_levels);
    row->addSpacing(4);
    row->addWidget(m_follow);

    m_counts.setSingleShot(true);
    m_counts.setInterval(250);
    connect(&m_counts, &QTimer::timeout, this, &LogBar::refresh);
    m_typing.setSingleShot(true);
    m_typing.setInterval(120);
    connect(&m_typing, &QTimer::timeout, this, &LogBar::search);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            search();
        else
            m_typing.start();
    });
    connect(m_case, &QToolButton::toggled, this, &LogBar::search);
    connect(m_regex, &QToolButton::toggled, this, &LogBar::search);
    connect(m_levels, &SegmentedControl::currentChanged, this,
        [this](int index) { m_view.setFilter(static_cast<LogFilter>(index)); });
    connect(m_follow, &QToolButton::toggled, this, [this](bool on) { m_view.setFollow(on); });
    connect(&view, &LogView::followChanged, m_follow, &QToolButton::setChecked);
    connect(&view, &LogView::filterChanged, this,
        [this](LogFilter filter) { m_levels->setCurrentIndex(int(filter)); });
    connect(&view, &LogView::findRequested, this, &LogBar::startFind);
    connect(&view, &LogView::currentRowChanged, this, &LogBar::refresh);
    connect(&view, &LogView::matchesChanged, this, [this] {
        if (!m_counts.isActive())
            m_counts.start();
    });
    refresh();
}

void LogBar::startFind()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void LogBar::setFindText(const QString& text)
{
    m_field->setText(text);
    search();
}

void LogBar::setRegex(bool regex)
{
    m_regex->setChecked(regex);
}

void LogBar::setCaseSensitive(bool on)
{
    m_case->setChecked(on);
}

void LogBar::search()
{
    m_typing.stop();
    m_view.find({m_field->text(), m_regex->isChecked(), m_case->isChecked()});
    refresh();
}

void LogBar::refresh()
{
    const QLocale locale;
    const LogStore* store = m_view.store();
    m_levels->setSegmentText(1, tr("Warn %1").arg(locale.toString(store ? store->warnings() : 0)));
    m_levels->setSegmentText(2, tr("Error %1").arg(locale.toString(store ? store->errors() : 0)));
    const LogSearch& search = m_view.search();
    const auto [place, count] = m_view.matchPlace();
    QString note;
    QString tip = tr("Find in the log (/)");
    bool warn = false;
    if (!search.problem().isEmpty()) {
        note = tr("not a pattern");
        tip = search.problem();
        warn = true;
    } else if (!search.pattern().isEmpty()) {
        note = place > 0 ? tr("%1 of %2").arg(locale.toString(place), locale.toString(count))
                         : locale.toString(count);
        if (search.isRunning())
            note += u" …"_s;
        warn = count == 0 && !search.isRunning();
        if (search.gaveUp())
            tip = tr("Some lines were too long or too much for this pattern.");
    }
    m_note->setText(note);
    m_note->setAccessibleName(note);
    setTone(m_note, warn ? Token::StatusWarn : Token::Text3);
    m_field->setToolTip(tip);
    placeNote();
}

void LogBar::placeNote()
{
    m_note->adjustSize();
    const int right = m_field->text().isEmpty() ? 8 : 26;
    m_note->move(
        m_field->width() - right - m_note->width(), (m_field->height() - m_note->height()) / 2);
    m_field->setTextMargins(20, 0, m_note->text().isEmpty() ? 22 : m_note->width() + 30, 0);
}

bool LogBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        placeNote();
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool shift = key->modifiers().testFlag(Qt::ShiftModifier);
        switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_F3:
            if (m_typing.isActive())
                search();
            else
                m_view.nextMatch(!shift);
            return true;
        case Qt::Key_Down:
            m_view.setFocus(Qt::ShortcutFocusReason);
            return true;
        case Qt::Key_Escape:
            if (m_field->text().isEmpty()) {
                m_view.setFocus(Qt::ShortcutFocusReason);
                return true;
            }
            break;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pilothouse::ui
