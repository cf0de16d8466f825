// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing here is guessed: every line is a field of the snapshot or the conflict table.
#include "database/panel/sessioncard.h"

#include "database/panel/locktext.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/panelheader.h"
#include "ui/editor/codeeditor.h"
#include "ui/shownzone.h"
#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Button;
using ui::ButtonVariant;
using ui::Token;

namespace
{

constexpr int kLettersShown = 36; // of modes in a line; the others are counted
constexpr int kQueryHeight = 96;

QLabel* valueLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    ui::setTextStyle(label, ui::TextStyle::Mono);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

QLabel* rowLabel(const QString& name, QWidget* parent)
{
    auto* label = new QLabel(name, parent);
    label->setMinimumWidth(94);
    ui::setTextStyle(label, ui::TextStyle::Cell);
    ui::setTone(label, Token::Text3);
    return label;
}

// How many sessions stand below this one, and whether it waits itself.
const BlockingNode* nodeOf(const std::vector<BlockingNode>& forest, int pid)
{
    for (const BlockingNode& node : forest) {
        if (node.pid == pid)
            return &node;
        if (const BlockingNode* below = nodeOf(node.children, pid))
            return below;
    }
    return nullptr;
}

ui::Glyph glyphOf(const SessionInfo& session, int blocked)
{
    if (session.blockedBy.empty())
        return blocked > 0 ? ui::Glyph::Error : ui::Glyph::None;
    return blocked > 0 ? ui::Glyph::Warn : ui::Glyph::Queued;
}

} // namespace

SessionCard::SessionCard(QWidget* parent)
    : QWidget(parent)
{
    buildLayout();
    show({}, 0);
}

void SessionCard::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Session"), this);
    auto* body = new QFrame(this);
    ui::setPlate(body, Token::Surface);
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    const auto row = [&](const QString& name) {
        auto* value = valueLabel(body);
        form->addRow(rowLabel(name, body), value);
        return value;
    };
    m_state = row(tr("State"));
    m_transaction = row(tr("Transaction"));
    m_client = row(tr("User, client"));
    m_locks = row(tr("Locks held"));

    auto* box = new QFrame(body);
    ui::setLook(box, "variant", u"panel"_s);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_queryCaption = new QLabel(box);
    ui::setTextStyle(m_queryCaption, ui::TextStyle::Caption);
    ui::setTone(m_queryCaption, Token::Text3);
    m_query = new ui::CodeEditor(ui::CodeLanguage::Sql, tr("Query of the session"), box);
    m_query->setExcerpt();
    m_query->setFixedHeight(kQueryHeight);
    auto* boxed = new QVBoxLayout(box);
    boxed->setContentsMargins(10, 6, 10, 6);
    boxed->setSpacing(2);
    boxed->addWidget(m_queryCaption);
    boxed->addWidget(m_query);

    m_sentence = new QLabel(body);
    m_sentence->setWordWrap(true);
    ui::setTextStyle(m_sentence, ui::TextStyle::Cell);

    m_modes = new QWidget(body);
    auto* modes = new QFormLayout(m_modes);
    modes->setContentsMargins(0, 0, 0, 0);
    modes->setVerticalSpacing(4);
    m_through = new QHBoxLayout;
    m_stops = new QHBoxLayout;
    modes->addRow(rowLabel(tr("Lets through"), m_modes), m_through);
    modes->addRow(rowLabel(tr("Stops"), m_modes), m_stops);
    for (QHBoxLayout* chips : {m_through, m_stops})
        chips->setSpacing(4);

    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(12, 10, 12, 8);
    layout->addLayout(form);
    layout->addSpacing(4);
    layout->addWidget(box);
    layout->addSpacing(4);
    layout->addWidget(m_sentence);
    layout->addSpacing(4);
    layout->addWidget(m_modes);
    layout->addStretch();

    auto* footer = new ui::PanelFooter(this);
    m_note = new QLabel(this);
    ui::setTextStyle(m_note, ui::TextStyle::Caption);
    ui::setTone(m_note, Token::Text2);
    m_cancel = new Button(tr("Cancel query"), ButtonVariant::Default, this);
    m_terminate = new Button(tr("Terminate…"), ButtonVariant::Default, this);
    m_terminate->setIconName(u"stop"_s);
    footer->addLeft(m_note);
    footer->addRight(m_cancel);
    footer->addRight(m_terminate);
    connect(m_cancel, &Button::clicked, this, [this] { Q_EMIT cancelRequested(m_pid); });
    connect(m_terminate, &Button::clicked, this, [this] { Q_EMIT terminateRequested(m_pid); });

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addWidget(body, 1);
    all->addWidget(footer);
}

void SessionCard::fillChips(QHBoxLayout* row, const QStringList& texts, bool good)
{
    while (auto* item = row->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const auto tone = good ? Token::StatusOk : Token::StatusError;
    qsizetype shown = 0;
    for (qsizetype letters = 0; shown < texts.size(); ++shown) {
        letters += texts[shown].size() + 2;
        if (letters > kLettersShown)
            break;
        row->addWidget(new ui::Chip(texts[shown], tone, m_modes));
    }
    if (shown < texts.size()) {
        auto* more = new ui::Chip(
            tr("%n more", nullptr, int(texts.size() - shown)), Token::StatusIdle, m_modes);
        more->setToolTip(texts.mid(shown).join(u'\n'));
        row->addWidget(more);
    }
    if (texts.isEmpty())
        row->addWidget(new ui::Chip(tr("nothing"), Token::StatusIdle, m_modes));
    row->addStretch();
}

void SessionCard::setActsRefused(const QString& reason)
{
    m_refused = reason;
}

void SessionCard::show(const ActivitySnapshot& snapshot, int pid)
{
    m_pid = pid;
    const auto it = std::find_if(snapshot.sessions.begin(), snapshot.sessions.end(),
        [pid](const SessionInfo& s) { return s.pid == pid; });
    const SessionInfo* s = pid != 0 && it != snapshot.sessions.end() ? &*it : nullptr;
    if (!s) {
        m_header->setTitle(tr("Session"));
        m_header->setGlyph(ui::Glyph::None);
        m_header->setSubtitle(pid == 0 ? tr("none chosen") : tr("%1 has gone").arg(pid));
        for (QLabel* label : {m_state, m_transaction, m_client, m_locks})
            label->setText(u"–"_s);
        m_queryCaption->clear();
        m_query->setText({});
        m_sentence->clear();
        m_modes->hide();
        updateButtons(nullptr);
        return;
    }
    m_header->setTitle(QString::number(s->pid));
    const auto forest = blockingForest(snapshot);
    const BlockingNode* node = nodeOf(forest, pid);
    const int blocked = node ? node->blockedTotal : 0;
    const QString name = s->application.isEmpty() ? s->user : s->application;
    m_header->setGlyph(glyphOf(*s, blocked));
    m_header->setSubtitle(
        blocked > 0 ? tr("%1, blocks %n session(s)", nullptr, blocked).arg(name) : name);
    ui::setTone(m_state,
        !s->blockedBy.empty()                               ? Token::StatusError
            : s->state.startsWith("idle in transaction"_L1) ? Token::StatusWarn
                                                            : Token::Text);
    m_state->setText(LockText::stateLine(*s, snapshot.serverTime));
    m_transaction->setText(s->transactionStart.isValid()
            ? tr("%1 since %2")
                  .arg(ageText(s->transactionStart, snapshot.serverTime),
                      ui::shownTime(s->transactionStart).toString(u"HH:mm:ss"_s))
            : tr("none"));
    m_client->setText(s->user % u' ' % s->client);
    const QString held = LockText::locksHeld(snapshot, pid);
    m_locks->setText(held.isEmpty() ? u"–"_s : held);
    const bool running = s->state == "active"_L1;
    m_queryCaption->setText(running
            ? tr("Query, started %1").arg(ui::shownTime(s->queryStart).toString(u"HH:mm:ss"_s))
            : tr("Last query, ended %1")
                  .arg(ui::shownTime(s->stateChange).toString(u"HH:mm:ss"_s)));
    if (m_query->text() != s->query)
        m_query->setText(s->query);
    const auto explanation = LockText::explain(snapshot, pid);
    m_sentence->setText(explanation.sentence);
    m_modes->setVisible(!explanation.mode.isEmpty());
    fillChips(m_through, explanation.letsThrough, true);
    fillChips(m_stops, explanation.stops, false);
    updateButtons(s);
}

void SessionCard::updateButtons(const SessionInfo* session)
{
    const bool running = session && session->state == "active"_L1;
    m_cancel->setEnabled(running && m_refused.isEmpty());
    m_terminate->setEnabled(session && m_refused.isEmpty());
    m_note->setText(!session       ? QString()
            : !m_refused.isEmpty() ? m_refused
            : !running             ? tr("No query runs to cancel")
                                   : QString());
}

} // namespace pilothouse::database
