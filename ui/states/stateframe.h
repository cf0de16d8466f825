// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Puts a panel's content into its state: the content itself, with a stale strip over it, or one of
// the full pictures in its place. The panel calls one show… function per change and hears what the
// user chose.

#include "ui/states/panelstate.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QShortcut;
class QStackedLayout;

namespace pilothouse::ui
{

class Button;
class ElidedLabel;
class EmptyPage;
class ErrorPage;
class LoadingPage;
class PanelHeader;
class StateStrip;
class StatusChip;

class StateFrame final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateFrame)

public:
    explicit StateFrame(QWidget* parent = nullptr);

    // Takes ownership. Best made as a child of the frame: a change of parents styles everything
    // inside anew.
    void setContent(QWidget* content);
    // With a header, loading shows its line there and stale its chip; the header is not owned.
    void setHeader(PanelHeader* header);

    void showReady();
    // Nothing for 150 ms, then a 2 px line, after 1 s step, elapsed time and Cancel. Rows that came
    // stay usable: with keepContent the content is shown meanwhile, else bars at row pitch.
    void showLoading(const LoadingInfo& info, bool keepContent = false);
    void showEmpty(const EmptyInfo& info);
    void showNotConnected(const EmptyInfo& info);
    void showError(const ErrorInfo& info);
    void showStale(const StaleInfo& info); // the content stays

    [[nodiscard]] PanelState state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(pilothouse::ui::PanelState state);
    void retryRequested(); // Retry now, F5, or the countdown ran out
    void retryStopped(); // the user does not want further tries
    void cancelRequested(); // while loading
    void actionTriggered(const QString& id); // an action of EmptyInfo, that of ErrorInfo
    void commandRunRequested(const QString& command);
    // The window's to answer.
    void serverStartRequested(const QString& service); // by the button ErrorInfo::start names
    void connectionEditRequested(const QString& service);

private:
    // Made when they are first shown: most panels never show any.
    EmptyPage* emptyPage();
    ErrorPage* errorPage();
    LoadingPage* loadingPage(); // in place of the content
    LoadingPage* lineAbove(); // over content that stays
    void wire(LoadingPage* page);
    void showPage(QWidget* page);
    void enter(PanelState state);
    void tick();
    void tellHeader(bool words);
    [[nodiscard]] QList<QWidget*> headerParts() const;

    QStackedLayout* m_stack; // below the strip and the line
    QPointer<QWidget> m_content;
    QPointer<PanelHeader> m_header;
    QPointer<StatusChip> m_chip;
    // While loading: what the header says, once there is something to say.
    QPointer<ElidedLabel> m_step;
    QPointer<StatusChip> m_count;
    QPointer<Button> m_cancel;
    StateStrip* m_strip;
    EmptyPage* m_empty = nullptr;
    ErrorPage* m_error = nullptr;
    LoadingPage* m_loading = nullptr;
    LoadingPage* m_above = nullptr;
    QShortcut* m_escape;
    PanelState m_state = PanelState::Ready;
    LoadingInfo m_loadingInfo;
    QString m_staleService;
    bool m_keepContent = false;
    QElapsedTimer m_since;
    QTimer m_ticker;
};

} // namespace pilothouse::ui
