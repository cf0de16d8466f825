// SPDX-License-Identifier: GPL-3.0-or-later
// Redriver: writes dead letters to their topics again, all topics in one act, which is asked about
// once; what was cut in the list is read whole first. Says of each letter what became of it.
#pragma once

#include "core/service.h"
#include "streams/panel/deadlettermodel.h"
#include "streams/panel/writtenbox.h"

#include <QObject>
#include <QTimer>

namespace pilothouse::ui
{
class Workbench;
}

namespace pilothouse::streams
{

class Redriver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Redriver)

public:
    struct Letter {
        DeadLetterModel::Id id;
        QString to;
        Draft draft;
        bool cut = false; // its value is to be read first
    };

    Redriver(ui::Workbench& workbench, ServiceId service, QObject* parent = nullptr);

    void start(const QString& from, std::vector<Letter> letters, int perSecond);
    bool isRunning() const { return m_running; }

Q_SIGNALS:
    void written(int partition, qint64 offset, const QString& to);
    void failed(int partition, qint64 offset, const pilothouse::Error& error);
    // `error`: why it stopped; null text when it did not. Letters that are neither written nor
    // failed were not sent.
    void finished(const QString& error);

private:
    void readWhole();
    void send();
    void drain();
    void end(const QString& error);

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    QString m_from;
    int m_perSecond = 0;
    bool m_running = false;
    std::vector<Letter> m_letters; // not sent yet
    std::vector<Letter> m_sending; // topic by topic
    std::shared_ptr<WrittenBox> m_box;
    QTimer m_drain;
    Call<Message> m_whole;
};

} // namespace pilothouse::streams
