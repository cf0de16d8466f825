// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/stateframe.h"

#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/states/emptypage.h"
#include "ui/states/errorpage.h"
#include "ui/states/loadingpage.h"
#include "ui/states/statestrip.h"

#include <QtGui/QShortcut>
#include <QtWidgets/QStackedLayout>
#include <QtWidgets/QVBoxLayout>

namespace pilothouse::ui
{

namespace
{
constexpr qint64 silentMs = 150;
constexpr qint64 lineMs = 1000;
constexpr int tickMs = 250;
} // namespace

StateFrame::StateFrame(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout)
    , m_strip(new StateStrip(this))
    , m_escape(new QShortcut(Qt::Key_Escape, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    m_strip->hide();
    layout->addLayout(m_stack, 1);
    connect(m_strip, &StateStrip::actionTriggered, this, [this] {
        m_strip->setActionText({}); // until the next try tells more
        Q_EMIT serverStartRequested(m_staleService);
    });
    // Of several panels that load, Esc cancels the one with the focus.
    m_escape->setContext(Qt::WidgetWithChildrenShortcut);
    m_escape->setEnabled(false);
    connect(m_escape, &QShortcut::activated, this, &StateFrame::cancelRequested);
    connect(&m_ticker, &QTimer::timeout, this, &StateFrame::tick);
}

EmptyPage* StateFrame::emptyPage()
{
    if (!m_empty) {
        m_empty = new EmptyPage(this);
        connect(m_empty, &EmptyPage::actionTriggered, this, &StateFrame::actionTriggered);
    }
    return m_empty;
}

ErrorPage* StateFrame::errorPage()
{
    if (!m_error) {
        m_error = new ErrorPage(this);
        connect(m_error, &ErrorPage::retryRequested, this, &StateFrame::retryRequested);
        connect(m_error, &ErrorPage::retryStopped, this, &StateFrame::retryStopped);
        connect(m_error, &ErrorPage::actionTriggered, this, &StateFrame::actionTriggered);
        connect(m_error, &ErrorPage::commandRunRequested, this, &StateFrame::commandRunRequested);
        connect(m_error, &ErrorPage::serverStartRequested, this, &StateFrame::serverStartRequested);
        connect(m_error, &ErrorPage::connectionEditRequested, this,
            &StateFrame::connectionEditRequested);
    }
    return m_error;
}

LoadingPage* StateFrame::loadingPage()
{
    if (!m_loading) {
        m_loading = new LoadingPage(this);
        wire(m_loading);
    }
    return m_loading;
}

LoadingPage* StateFrame::lineAbove()
{
    if (!m_above) {
        m_above = new LoadingPage(this);
        wire(m_above);
        m_above->setBarsVisible(false);
        m_above->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        m_above->hide();
        static_cast<QVBoxLayout*>(layout())->insertWidget(1, m_above); // below the strip
    }
    return m_above;
}

void StateFrame::wire(LoadingPage* page)
{
    page->setWordsVisible(!m_header);
    connect(page, &LoadingPage::cancelRequested, this, &StateFrame::cancelRequested);
}

void StateFrame::setContent(QWidget* content)
{
    const bool shown = m_stack->currentWidget() == m_content;
    if (m_content) {
        m_stack->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = content;
    m_stack->addWidget(content);
    if (shown)
        showPage(content);
}

void StateFrame::showPage(QWidget* page)
{
    if (!page)
        return;
    // Only now, so that it comes with all that is in it.
    if (m_stack->indexOf(page) < 0)
        m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
}

void StateFrame::setHeader(PanelHeader* header)
{
    m_header = header;
    m_step = new ElidedLabel({}, TextStyle::Cell, Token::Text3);
    m_count = new StatusChip(Glyph::Running, {});
    m_cancel = new Button(tr("Cancel"), ButtonVariant::Quiet);
    m_cancel->setKey(Qt::Key_Escape, false);
    m_cancel->setSmall(true);
    connect(m_cancel, &Button::clicked, this, &StateFrame::cancelRequested);
    header->addLeft(m_step);
    header->addRight(m_count);
    header->addRight(m_cancel);
    for (QWidget* part : headerParts())
        part->hide();
    for (LoadingPage* page : {m_loading, m_above})
        if (page)
            page->setWordsVisible(false);
}

QList<QWidget*> StateFrame::headerParts() const
{
    QList<QWidget*> parts;
    for (QWidget* part : std::initializer_list<QWidget*>{m_step, m_count, m_cancel}) {
        if (part) // the header may be gone already, and they with it
            parts << part;
    }
    return parts;
}

void StateFrame::tellHeader(bool words)
{
    if (!m_header || !m_step || !m_count || !m_cancel)
        return;
    const bool known = m_loadingInfo.total > 0 && m_loadingInfo.done >= 0;
    m_header->showProgress(known
            ? static_cast<double>(m_loadingInfo.done) / static_cast<double>(m_loadingInfo.total)
            : -1);
    m_step->setText(loadingStepText(m_loadingInfo, m_since.elapsed()));
    m_step->setVisible(words);
    m_count->setText(loadingCountText(m_loadingInfo));
    m_count->setVisible(words && m_loadingInfo.done >= 0);
    m_cancel->setVisible(words);
}

void StateFrame::enter(PanelState state)
{
    m_escape->setEnabled(state == PanelState::Loading);
    if (state != PanelState::Loading) {
        m_ticker.stop();
        if (m_above)
            m_above->hide();
        if (m_header)
            m_header->hideProgress();
        for (QWidget* part : headerParts())
            part->hide();
    }
    if (m_error && state != PanelState::Error)
        m_error->halt();
    m_strip->setVisible(state == PanelState::Stale);
    if (m_chip)
        m_chip->setVisible(state == PanelState::Stale);
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

void StateFrame::showReady()
{
    showPage(m_content);
    enter(PanelState::Ready);
}

void StateFrame::showLoading(const LoadingInfo& info, bool keepContent)
{
    m_loadingInfo = info;
    m_keepContent = keepContent;
    if (m_state != PanelState::Loading) {
        m_since.start();
        m_ticker.start(static_cast<int>(silentMs));
    }
    // What stood there stays until there is something to say about the wait.
    enter(PanelState::Loading);
    tick();
}

void StateFrame::tick()
{
    const qint64 elapsed = m_since.elapsed();
    using Phase = LoadingPage::Phase;
    const Phase phase = elapsed < silentMs ? Phase::Silent
        : elapsed < lineMs                 ? Phase::Line
                                           : Phase::Words;
    if (phase != Phase::Silent)
        m_ticker.setInterval(tickMs);
    if (m_keepContent)
        showPage(m_content);
    if (m_above)
        m_above->setVisible(m_keepContent && !m_header && phase != Phase::Silent);
    if (phase == Phase::Silent)
        return;
    tellHeader(phase == Phase::Words);
    if (!m_keepContent) {
        loadingPage()->setProgress(phase, m_loadingInfo, elapsed);
        showPage(m_loading);
    } else if (!m_header) {
        lineAbove()->setProgress(phase, m_loadingInfo, elapsed);
        m_above->show();
    }
}

void StateFrame::showEmpty(const EmptyInfo& info)
{
    emptyPage()->setInfo(info);
    showPage(m_empty);
    enter(PanelState::Empty);
}

void StateFrame::showNotConnected(const EmptyInfo& info)
{
    emptyPage()->setInfo(info);
    showPage(m_empty);
    enter(PanelState::NotConnected);
}

void StateFrame::showError(const ErrorInfo& info)
{
    errorPage()->setInfo(info);
    showPage(m_error);
    enter(PanelState::Error);
}

void StateFrame::showStale(const StaleInfo& info)
{
    m_strip->say(Glyph::Warn, info.why);
    m_strip->setActionText(info.start);
    m_staleService = info.service;
    const QString words = tr("Stale, from %1").arg(info.since);
    if (m_header && !m_chip) {
        m_chip = new StatusChip(Glyph::Warn, words);
        m_header->addRight(m_chip);
    }
    if (m_chip)
        m_chip->setText(words);
    showPage(m_content);
    enter(PanelState::Stale);
}

} // namespace pilothouse::ui
