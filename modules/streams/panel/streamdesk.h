// SPDX-License-Identifier: GPL-3.0-or-later
// StreamDesk: acts that need no sheet: shown, confirmed (with the name typed on production) and
// started as a task.
#pragma once

#include "core/service.h"
#include "streams/api/acts.h"
#include "streams/api/groups.h"

#include <QObject>

namespace pilothouse::ui
{
class Workbench;
}

namespace pilothouse::streams
{

class StreamDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StreamDesk)

public:
    StreamDesk(ui::Workbench& workbench, ServiceId service, QObject* parent = nullptr);

    QString refusal() const; // why nothing may be written now; empty: it may
    void removeTopic(const QString& topic);
    void removeGroup(const QString& group);
    void removeCommits(const QString& group, const QString& topic);

Q_SIGNALS:
    void topicRemoved(const QString& topic);
    void groupRemoved(const QString& group);
    void commitsRemoved(const QString& group, const QString& topic);

private:
    void confirm(Act act, std::function<void()> then);

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    Call<TopicInfo> m_topicCall;
};

} // namespace pilothouse::streams
