// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/panel/querybar.h"

#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/keycap.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <utility>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Button;
using ui::ButtonVariant;
using ui::Token;

namespace
{

// What gives way first, each with all before it.
enum Step { Whole, NoKey, ShortTransaction, NoTarget, NoExplain, NoRunWord, NoHistory };

} // namespace

QueryBar::QueryBar(const QString& service, bool history, QWidget* parent)
    : QFrame(parent)
    , m_hasHistory(history)
    , m_run(new Button(tr("Run"), ButtonVariant::Primary, this))
    , m_explain(new Button(tr("Explain"), ButtonVariant::Default, this))
    , m_commit(new Button(tr("Commit"), ButtonVariant::Default, this))
    , m_rollback(new Button(tr("Roll back"), ButtonVariant::Default, this))
    , m_target(new QLabel(this))
    , m_transaction(new ui::Chip({}, Token::StatusWarn, this))
    , m_mode(new ui::Chip({}, Token::StatusIdle, this))
    , m_history(new ui::IconButton(u"history"_s, tr("History"), QKeySequence(u"Ctrl+H"_s), this))
{
    buildLayout(service);
    connect(m_run, &Button::clicked, this, &QueryBar::runClicked);
    connect(m_explain, &Button::clicked, this, &QueryBar::explainClicked);
    connect(m_commit, &Button::clicked, this, &QueryBar::commitClicked);
    connect(m_rollback, &Button::clicked, this, &QueryBar::rollbackClicked);
    fit();
}

void QueryBar::buildLayout(const QString& service)
{
    ui::setPlate(this, Token::Surface);
    m_run->setIconName(u"play"_s);
    m_run->setAccessibleName(tr("Run"));
    m_target->setText(service);
    ui::setTextStyle(m_target, ui::TextStyle::Control);
    m_transaction->setGlyph(ui::Glyph::Warn);
    m_history->setShortcut({}); // the panel's action answers the key
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 10, 4);
    row->setSpacing(8);
    row->addWidget(m_run);
    row->addWidget(m_explain);
    row->addWidget(m_commit);
    row->addWidget(m_rollback);
    row->addStretch(1);
    row->addWidget(m_target);
    row->addWidget(m_transaction);
    row->addWidget(m_mode);
    row->addWidget(m_history);
}

void QueryBar::setRunning(bool running)
{
    m_run->setEnabled(!running);
}

void QueryBar::setTransaction(TransactionState state)
{
    m_open = isInside(state);
    m_commit->setEnabled(state == TransactionState::Open);
    fit();
}

void QueryBar::setMode(const QString& text, Token tone, const QString& tip)
{
    m_mode->setText(text);
    m_mode->setTone(tone);
    m_mode->setToolTip(tip);
    fit();
}

QList<QWidget*> QueryBar::shownAt(int step) const
{
    QList<QWidget*> shown{m_run, m_mode};
    if (step < NoExplain)
        shown.append(m_explain);
    if (m_open)
        shown.append({m_commit, m_rollback, m_transaction});
    if (step < NoTarget)
        shown.append(m_target);
    if (m_hasHistory && step < NoHistory)
        shown.append(m_history);
    return shown;
}

void QueryBar::dress(int step)
{
    const QString run = tr("Run");
    const QKeySequence keys(u"Ctrl+Return"_s);
    m_run->setText(step < NoRunWord ? run : QString());
    m_run->setKey(step < NoKey ? keys : QKeySequence(), false);
    m_run->setToolTip(step < NoKey ? QString() : u"%1 (%2)"_s.arg(run, ui::keyText(keys)));
    const QString open = tr("Transaction open");
    m_transaction->setText(step < ShortTransaction ? open : QString());
    m_transaction->setAccessibleName(open);
    m_transaction->setToolTip(open);
}

int QueryBar::widthAt(int step)
{
    dress(step);
    const QMargins margins = layout()->contentsMargins();
    int width = margins.left() + margins.right() - layout()->spacing();
    for (const QWidget* w : shownAt(step))
        width += w->sizeHint().width() + layout()->spacing();
    return width;
}

void QueryBar::fit()
{
    if (!layout()) // it is being built
        return;
    if (const int narrowest = widthAt(NoHistory);
        std::exchange(m_narrowest, narrowest) != narrowest)
        updateGeometry();
    int step = Whole;
    while (widthAt(step) > width() && step < NoHistory)
        ++step;
    const auto shown = shownAt(step);
    for (QWidget* w : std::initializer_list<QWidget*>{
             m_run, m_explain, m_commit, m_rollback, m_target, m_transaction, m_mode, m_history})
        w->setVisible(shown.contains(w));
}

QSize QueryBar::minimumSizeHint() const
{
    return {m_narrowest, QFrame::minimumSizeHint().height()};
}

void QueryBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fit();
}

void QueryBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fit();
}

} // namespace pilothouse::database
