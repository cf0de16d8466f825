// SPDX-License-Identifier: GPL-3.0-or-later
// Panel: what a tab holds. Shell, tour and accessibility walk know panels only through this class
// and Workbench.
#pragma once

#include "core/entityid.h"
#include "core/service.h"

#include <QAction>
#include <QJsonObject>
#include <QWidget>

namespace pilothouse::ui
{

class Workbench;

// A panel does no work while it is hidden: refresh() asked then is remembered until it shows.
class Panel : public QWidget
{
    Q_OBJECT

public:
    enum class State { NotConnected, Loading, Empty, Error, Stale, Ready };
    Q_ENUM(State)

    explicit Panel(Workbench& workbench, QWidget* parent = nullptr);

    State state() const { return m_state; }
    virtual QString title() const = 0; // of the tab, e.g. "fct_orders · query 3"
    virtual QString iconName() const = 0;
    virtual ServiceId serviceId() const { return {}; } // the service it shows, if one
    virtual QString kind() const = 0; // stable word for session and tour, e.g. "database.query"

    // Everything the panel can do, with texts, shortcuts and enabled states; shown in the palette,
    // in the shortcut sheet and checked by tests. Owned by the panel.
    virtual QList<QAction*> panelActions() const { return {}; }

    virtual void open(const Link& link) { Q_UNUSED(link) }
    virtual void refresh() = 0;

    // A small map; `version` lets an older one be read. Restoring runs nothing at a service by
    // itself.
    virtual QJsonObject saveState() const { return {}; }
    virtual void restoreState(const QJsonObject& state) { Q_UNUSED(state) }
    virtual bool hasUnsavedWork() const { return false; }

    // Rows on screen now (grids, trees, lists): what the tour reports and a test compares.
    virtual qint64 drawnRows() const { return 0; }

    // Puts something telling of its service on screen, only reading: for the tour's pictures.
    virtual void showExample() { }

Q_SIGNALS:
    void stateChanged(pilothouse::ui::Panel::State state);
    void titleChanged();
    void unsavedWorkChanged(bool unsaved);

protected:
    void setState(State state);
    Workbench& workbench() const { return m_workbench; }

    // Calls refresh() now, or at the next show event when hidden.
    void refreshWhenVisible();
    void showEvent(QShowEvent* event) override;

private:
    Workbench& m_workbench;
    State m_state = State::Loading;
    bool m_refreshPending = false;
};

} // namespace pilothouse::ui
