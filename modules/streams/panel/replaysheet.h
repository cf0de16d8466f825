// SPDX-License-Identifier: GPL-3.0-or-later
// ReplaySheet: writes chosen messages of a topic once more, to the same or another, as they are.
#pragma once

#include "streams/api/acts.h"
#include "streams/panel/sheet.h"
#include "streams/panel/writtenbox.h"

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace pilothouse::streams
{

class ReplaySheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplaySheet)

public:
    ReplaySheet(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);

    void open(const QString& topic, std::vector<std::pair<int, qint64>> messages);
    QComboBox* toField() const { return m_to; }
    QCheckBox* samePartition() const { return m_same; }
    QSpinBox* rateField() const { return m_rate; }
    CheckList* results() const { return m_results; }

Q_SIGNALS:
    void replayed(const QString& to);

protected:
    void apply() override;
    void judge() override;

private:
    void askTopics();
    void drain();
    void fill(const std::optional<Error>& error);

    QString m_topic;
    std::vector<std::pair<int, qint64>> m_messages;
    std::vector<TopicInfo> m_topics;
    std::shared_ptr<WrittenBox> m_box;
    std::vector<Written> m_told;
    bool m_sent = false;
    QTimer m_drain;
    Call<std::vector<TopicInfo>> m_topicsCall;
    QComboBox* m_to = nullptr;
    QCheckBox* m_same = nullptr;
    QSpinBox* m_rate = nullptr;
    CheckList* m_results = nullptr;
};

} // namespace pilothouse::streams
