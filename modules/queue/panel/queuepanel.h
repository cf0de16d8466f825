// SPDX-License-Identifier: GPL-3.0-or-later
// The queue panel: keys at the left, one key's value in the middle, the server at the right.
#pragma once

#include "core/call.h"
#include "core/error.h"
#include "core/facets/search.h"
#include "queue/api/keytypes.h"
#include "ui/panel.h"

#include <QByteArray>

class QSplitter;

namespace pilothouse::ui
{
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

    using QWidget::show;
    KeysPane* keys() const { return m_keys; }
    Inspector* inspector() const { return m_inspector; }
    ServerPane* server() const { return m_server; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildLayout();
    void buildActions();
    void onWalkProgress();
    void onWalkEnd();
    void removeCurrent();
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
    QList<QAction*> m_actions;
    Call<std::vector<SearchItem>> m_example;
    Call<std::vector<KeyDetail>> m_exampleDetails;
};

} // namespace pilothouse::queue
