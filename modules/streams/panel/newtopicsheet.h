// SPDX-License-Identifier: GPL-3.0-or-later
// NewTopicSheet: a new topic: its name checked as one types, partitions, copies, settings; the
// brokers can check it without making it.
#pragma once

#include "streams/api/acts.h"
#include "streams/panel/sheet.h"

class QComboBox;
class QLineEdit;

namespace pilothouse::streams
{

class CountBox;
class PairRows;

class NewTopicSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewTopicSheet)

public:
    NewTopicSheet(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);

    // `like`: an existing topic whose settings are taken.
    void open(const QString& like = {});
    NewTopic topic() const;
    QLineEdit* nameField() const { return m_name; }
    CountBox* partitionsField() const { return m_partitions; }
    CountBox* replicationField() const { return m_replication; }
    QComboBox* likeField() const { return m_like; }
    PairRows* settings() const { return m_settings; }
    CheckList* checks() const { return m_checks; }
    QString preview() const;
    void check(); // asks the brokers

Q_SIGNALS:
    void made(const QString& topic);

protected:
    void apply() override;
    void look() override { check(); }
    void judge() override;

private:
    void buildLayout();
    void askTopics();
    void askSettings(const QString& topic, bool take);
    void takeSettings();
    void edited();
    QString countProblem() const;
    bool checkSettings(); // marks what is wrong at its row

    std::vector<TopicInfo> m_topics;
    std::vector<ConfigEntry> m_known; // settings a topic of these brokers can have
    std::optional<Result<NewTopic>> m_checked; // what the brokers said of it
    Call<std::vector<TopicInfo>> m_topicsCall;
    Call<std::vector<ConfigEntry>> m_configCall;
    Call<NewTopic> m_checkCall;

    QLineEdit* m_name = nullptr;
    ui::ElidedLabel* m_nameProblem = nullptr;
    CountBox* m_partitions = nullptr;
    CountBox* m_replication = nullptr;
    ui::ElidedLabel* m_countProblem = nullptr;
    QComboBox* m_like = nullptr;
    PairRows* m_settings = nullptr;
    CheckList* m_checks = nullptr;
    QLabel* m_preview = nullptr;
    ui::Button* m_check = nullptr;
};

} // namespace pilothouse::streams
