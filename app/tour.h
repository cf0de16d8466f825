// SPDX-License-Identifier: GPL-3.0-or-later
// --tour: every panel of every service on live data, one picture each, and tour.json with what was
// seen. Waits until a panel has settled; changes nothing at a service.
#pragma once

#include "core/facets/search.h"
#include "ui/panel.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <deque>
#include <map>

namespace pilothouse::app
{

class Application;

class Tour final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tour)

public:
    static constexpr int kSchema = 1;

    Tour(Application& application, QString folder, QObject* parent = nullptr);
    ~Tour() override;

    void start();

Q_SIGNALS:
    // Empty: every panel has its picture. A panel in trouble is no problem of the tour.
    void finished(const QString& problem, bool profileUnreadable);

private:
    struct Stop {
        QString name; // "database.query", "shell.empty"
        ServiceId service;
        bool wantsObject = false; // shows one object, which must be found first
        QJsonObject part = {}; // of the panel, by a way in of its own; empty: what it shows first
    };

    void plan();
    void next();
    void look();
    void picture(bool settled);
    void finish();
    void openObject(const Stop& stop);
    QString fileName(const Stop& stop) const;

    Application& m_application;
    const QString m_folder;
    std::deque<Stop> m_stops;
    Stop m_stop;
    QPointer<ui::Panel> m_panel;
    std::map<ServiceId, Call<std::vector<SearchItem>>> m_searches;
    QElapsedTimer m_since; // of this stop
    QElapsedTimer m_still; // since state and rows last changed
    ui::Panel::State m_lastState = ui::Panel::State::Loading;
    qint64 m_lastRows = -1;
    QTimer m_watch;
    QJsonArray m_panels;
    int m_number = 0;
    QStringList m_missing; // panels that did not come, or went before their picture
    bool m_failed = false;
};

} // namespace pilothouse::app
