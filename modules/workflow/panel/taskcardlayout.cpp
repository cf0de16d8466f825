// SPDX-License-Identifier: GPL-3.0-or-later
// TaskCard: its parts and their places.
#include "workflow/panel/taskcard.h"

#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/plot/plotview.h"
#include "ui/theme/theme.h"
#include "workflow/panel/groupcard.h"
#include "workflow/panel/mappedlist.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/whybox.h"

#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{

QLabel* caption(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    ui::setTextStyle(label, TextStyle::ControlStrong);
    return label;
}

QPlainTextEdit* reader(const QString& name, int height, QWidget* parent)
{
    auto* text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(name);
    text->setFixedHeight(height);
    ui::setTextStyle(text, TextStyle::MonoSmall);
    return text;
}

} // namespace

QLabel* TaskCard::addRow(QFormLayout* form, const QString& name)
{
    auto* label = new QLabel(name, m_body);
    label->setMinimumWidth(84);
    ui::setTextStyle(label, TextStyle::Cell);
    ui::setTone(label, Token::Text3);
    auto* value = new QLabel(m_body);
    ui::setTextStyle(value, TextStyle::Cell);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setWordWrap(true);
    form->addRow(label, value);
    return value;
}

void TaskCard::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Task"), this);
    m_allButton = new ui::Button(tr("All instances"), ui::ButtonVariant::Link, this);
    m_allButton->hide();
    connect(m_allButton, &QAbstractButton::clicked, this, [this] { Q_EMIT instanceOpened(-1); });
    m_header->addRight(m_allButton);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Facts of the task"));
    m_body = new QWidget(scroll);
    ui::setPlate(m_body, Token::Surface);

    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(5);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows); // a long name is not cut
    form->setHorizontalSpacing(10);
    m_state = addRow(form, tr("State"));
    m_try = addRow(form, tr("Try"));
    m_queued = addRow(form, tr("Queued for"));
    m_ran = addRow(form, tr("Ran for"));
    m_operator = addRow(form, tr("Operator"));
    m_owner = addRow(form, tr("Owner"));
    m_pool = addRow(form, tr("Pool slot"));
    m_host = addRow(form, tr("Host"));
    m_next = addRow(form, tr("Next try"));
    m_nextName = qobject_cast<QLabel*>(form->labelForField(m_next));
    m_note = addRow(form, tr("Note"));
    m_noteName = qobject_cast<QLabel*>(form->labelForField(m_note));
    m_note->setTextFormat(Qt::PlainText);
    connect(m_why, &WhyBox::allAsked, this, &TaskCard::whyAsked);
    connect(m_why, &WhyBox::taskAsked, this, &TaskCard::taskAsked);

    m_deviation = new QLabel(m_body);
    ui::setTextStyle(m_deviation, TextStyle::Caption);
    auto* usual = new QHBoxLayout;
    usual->addWidget(caption(tr("Usual duration"), m_body));
    usual->addStretch();
    usual->addWidget(m_deviation);
    m_plot = new ui::PlotView(tr("Durations of past runs"), m_body);
    m_plot->addSeries(tr("Duration"), Token::Series1, true);
    m_plot->setValueText([](double seconds) { return durationText(seconds); });
    m_plot->setFixedHeight(110);

    m_xcomCaption = caption(u"XCom"_s, m_body);
    m_xcoms = new QListWidget(m_body);
    m_xcoms->setAccessibleName(tr("XCom keys"));
    m_xcoms->setFixedHeight(62);
    ui::setTextStyle(m_xcoms, TextStyle::Mono);
    m_xcom = reader(tr("XCom value"), 84, m_body);
    connect(m_xcoms, &QListWidget::currentTextChanged, this, &TaskCard::showXCom);
    m_renderedCaption = caption(tr("Rendered fields"), m_body);
    m_rendered = reader(tr("Rendered fields"), 120, m_body);

    auto* layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_why);
    layout->addLayout(form);
    layout->addSpacing(4);
    layout->addLayout(usual);
    layout->addWidget(m_plot);
    for (QWidget* part : std::initializer_list<QWidget*>{
             m_xcomCaption, m_xcoms, m_xcom, m_renderedCaption, m_rendered})
        layout->addWidget(part);
    layout->addStretch();
    scroll->setWidget(m_body);
    m_body->installEventFilter(this);
    m_list = new MappedList(this);
    connect(m_list, &MappedList::chosen, this, &TaskCard::instanceChosen);
    connect(m_list, &MappedList::opened, this, &TaskCard::instanceOpened);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(scroll);
    m_pages->addWidget(m_list);
    m_groupCard = new GroupCard(this);
    connect(m_groupCard, &GroupCard::taskAsked, this, &TaskCard::taskAsked);
    m_pages->addWidget(m_groupCard);

    auto* footer = new ui::PanelFooter(this);
    footer->setFixedHeight(kButtonFooter);
    m_retry = new ui::Button(tr("Retry now…"), ui::ButtonVariant::Primary, footer);
    m_retry->setIconName(u"redo"_s);
    m_mark = new ui::Button(tr("Mark as"), ui::ButtonVariant::Default, footer);
    auto* menu = new QMenu(m_mark);
    for (const QString& state : {u"success"_s, u"failed"_s, u"skipped"_s})
        connect(menu->addAction(state), &QAction::triggered, this,
            [this, state] { Q_EMIT markAsked(state); });
    connect(m_mark, &QAbstractButton::clicked, this,
        [this, menu] { menu->popup(m_mark->mapToGlobal(QPoint(0, -menu->sizeHint().height()))); });
    connect(m_retry, &QAbstractButton::clicked, this, &TaskCard::retryAsked);
    footer->addLeft(m_retry);
    footer->addLeft(m_mark);
    m_noteButton = new ui::IconButton(u"edit"_s, tr("Note of the task…"), QKeySequence(), footer);
    connect(m_noteButton, &QAbstractButton::clicked, this, &TaskCard::noteAsked);
    footer->addRight(m_noteButton);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addWidget(m_pages, 1);
    all->addWidget(footer);
}

// A scroll area squeezes what takes its height from its width: the height is said by number.
bool TaskCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_body
        && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)) {
        const QLayout* inside = m_body->layout();
        const int needs = inside->hasHeightForWidth() ? inside->heightForWidth(m_body->width())
                                                      : inside->minimumSize().height();
        if (m_body->minimumHeight() != needs)
            m_body->setMinimumHeight(needs);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pilothouse::workflow
