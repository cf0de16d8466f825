// SPDX-License-Identifier: GPL-3.0-or-later
// The queue panel: keys at the left, one key's value in the middle, the server at the right.
#pragma once

#include "core/act.h"
#include "core/call.h"
#include "core/error.h"
#include "core/facets/search.h"
#include "queue/api/keytypes.h"
#include "ui/panel.h"

#include <QByteArray>

class QMenu;
class QSplitter;

namespace pilothouse
{
class Task;
}

namespace pilothouse::ui
{
class IconButton;
class PanelRetry;
class StateFrame;
} // namespace pilothouse::ui

namespace pilothouse::queue
{

class Inspector;
class Keyspace;
class KeysPane;
class ServerPane;

class QueuePanel final : public ui::Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueuePanel)

public:
    QueuePanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);
    ~QueuePanel() override;

    QString title() const override;
    QString iconName() const override;
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override;
    QList<QAction*> panelActions() const override { return m_actions; }
    void open(const Link& link) override;
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    bool hasUnsavedWork() const override;
    qint64 drawnRows() const override;
    void showExample() override;

    // What fits: three columns; the keys and either the value or the server; one below the other.
    enum class Fit { Columns, Pair, Stack };
    Fit fit() const { return m_fit; }
    void setServerShown(bool shown);
    bool isServerShown() const;
    QMenu* keyMenu(); // of the current line; every entry is a panel action
    QSize minimumSizeHint() const override;

    using QWidget::show;
    KeysPane* keys() const { return m_keys; }
    Inspector* inspector() const { return m_inspector; }
    ServerPane* server() const { return m_server; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    void buildActions();
    void onWalkProgress();
    void onWalkEnd();
    void removeCurrent();
    void removed(Task* task);
    void arrange();
    void place();
    void shareColumns();
    void keepColumns();
    Inspector* value(); // on screen, for an action that asks beside it
    void showTelling(const Result<std::vector<KeyDetail>>& details);
    void show(const QByteArray& key);
    Keyspace* keyspace() const;

    const ServiceId m_service;
    bool m_haveKeys = false; // something to show when the server goes away
    QByteArray m_wantedKey;

    ui::StateFrame* m_frame = nullptr;
    ui::PanelRetry* m_retry = nullptr;
    KeysPane* m_keys = nullptr;
    Inspector* m_inspector = nullptr;
    ServerPane* m_server = nullptr;
    QSplitter* m_split = nullptr;
    Fit m_fit = Fit::Columns;
    QList<int> m_columns; // widths of all three
    bool m_column = true; // the server's, where there is room for it
    bool m_instead = false; // the server instead of the value, where there is not
    ui::IconButton* m_serverButton = nullptr;
    QList<QAction*> m_actions;
    QList<QAction*> m_ofKey; // those that need a key, not a folder
    QList<QAction*> m_inMenu;
    Call<Act> m_removal;
    Call<std::vector<SearchItem>> m_example;
    Call<std::vector<KeyDetail>> m_exampleDetails;
};

} // namespace pilothouse::queue
