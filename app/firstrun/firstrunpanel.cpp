// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstrun/firstrunpanel.h"

#include "app/firstrun/checklist.h"
#include "app/firstrun/composecard.h"
#include "app/firstrun/connectcard.h"
#include "app/firstrun/lookbar.h"
#include "app/firstrun/sandboxcard.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kWidest = 1140;
constexpr int kThreeInARow = 980; // below it the cards stand under each other

} // namespace

FirstRunPanel::FirstRunPanel(ui::Workbench& workbench, FirstRunContext context, QWidget* parent)
    : Panel(workbench, parent)
    , m_context(std::move(context))
{
    setFocusPolicy(Qt::StrongFocus); // hands it on at once
    buildLayout();
    setState(State::Ready);
}

void FirstRunPanel::buildLayout()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto* page = new QWidget;
    ui::setPlate(page, ui::Token::Surface);
    scroll->setWidget(page);
    auto* across = new QHBoxLayout(page);
    across->setContentsMargins(24, 24, 24, 24);
    auto* content = new QWidget;
    content->setMaximumWidth(kWidest);
    across->addStretch(0);
    across->addWidget(content, 1);
    across->addStretch(0);
    across->setAlignment(content, Qt::Alignment());

    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(24);
    column->addStretch(2);

    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    auto* helm = new IconSign(u"helm"_s, ui::Token::Accent, 40);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    auto* question = new QLabel(tr("Where should Pilothouse connect?"));
    ui::setTextStyle(question, ui::TextStyle::Display);
    auto* help = new QLabel(
        tr("Pick one to begin. You can add more profiles at any time from the top bar."));
    help->setWordWrap(true);
    ui::setTextStyle(help, ui::TextStyle::Body);
    ui::setTone(help, ui::Token::Text2);
    words->addWidget(question);
    words->addWidget(help);
    head->addWidget(helm, 0, Qt::AlignVCenter);
    head->addLayout(words, 1);
    column->addLayout(head);

    m_row = new QHBoxLayout;
    m_row->setSpacing(16);
    m_sandbox = new SandboxCard(workbench(), m_context);
    m_cards = {m_sandbox, new ConnectCard(workbench(), m_context),
        new ComposeCard(workbench(), m_context)};
    for (ChoiceCard* card : std::as_const(m_cards)) {
        card->setMinimumHeight(440);
        m_row->addWidget(card, 1);
    }
    column->addLayout(m_row);
    column->addStretch(3);
    auto* rule = new QFrame;
    ui::setLook(rule, "variant", u"hline"_s);
    column->addWidget(rule);
    m_look = new LookBar(m_context);
    column->addWidget(m_look);

    const QStringList texts{
        tr("Start the sandbox"), tr("Connect to my platform"), tr("Import docker-compose.yaml")};
    for (int i = 0; i < m_cards.size(); ++i) {
        auto* action = new QAction(texts[i], this);
        connect(action, &QAction::triggered, this, [this, i] { choose(i); });
        m_actions.append(action);
    }
    for (QWidget* control : content->findChildren<QWidget*>())
        if (control->focusPolicy() != Qt::NoFocus)
            control->installEventFilter(this);
    connect(m_sandbox, &SandboxCard::ready, this, &FirstRunPanel::focusFirst);
}

void FirstRunPanel::refresh()
{
    m_sandbox->look();
}

void FirstRunPanel::choose(int index)
{
    if (auto* scroll = findChild<QScrollArea*>())
        scroll->ensureWidgetVisible(m_cards[index]);
    m_cards[index]->firstControl()->setFocus(Qt::ShortcutFocusReason);
}

// The sandbox's button has the focus, so that Enter is enough; never taken from where the user is.
void FirstRunPanel::focusFirst()
{
    QWidget* control = m_sandbox->firstControl();
    if (m_begun || !isVisible() || !control->isEnabled())
        return;
    const QWidget* now = window()->focusWidget();
    if (!now || now == this || isAncestorOf(now))
        control->setFocus(Qt::OtherFocusReason);
}

bool FirstRunPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        m_begun = true;
    return Panel::eventFilter(watched, event);
}

void FirstRunPanel::focusInEvent(QFocusEvent* event)
{
    Panel::focusInEvent(event);
    if (event->reason() == Qt::BacktabFocusReason)
        focusPreviousChild();
    else
        focusFirst();
}

void FirstRunPanel::keyPressEvent(QKeyEvent* event)
{
    m_begun = true;
    // Text fields keep their digits: what arrives here nobody wanted.
    const int digit = event->key() - Qt::Key_1;
    if (event->modifiers() == Qt::NoModifier && digit >= 0 && digit < m_cards.size()) {
        choose(digit);
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        if (auto* button = qobject_cast<QAbstractButton*>(window()->focusWidget())) {
            button->click();
            return;
        }
    Panel::keyPressEvent(event);
}

void FirstRunPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    const bool narrow = width() < kThreeInARow;
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_look->showHints(!narrow);
}

} // namespace pilothouse::app
