// SPDX-License-Identifier: GPL-3.0-or-later
// PartitionsSheet: gives a topic more partitions and says what that does to its keys.
#pragma once

#include "streams/api/acts.h"
#include "streams/panel/sheet.h"

namespace pilothouse::streams
{

class CountBox;

class PartitionsSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PartitionsSheet)

public:
    PartitionsSheet(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);

    void open(const QString& topic);
    CountBox* countField() const { return m_count; }
    CheckList* checks() const { return m_checks; }

Q_SIGNALS:
    void added(const QString& topic);

protected:
    void apply() override;
    void look() override;
    void judge() override;

private:
    QString m_topic;
    TopicInfo m_info;
    std::vector<ConfigEntry> m_config;
    std::optional<Error> m_failed;
    Call<TopicInfo> m_call;
    Call<std::vector<ConfigEntry>> m_configCall;
    CountBox* m_count = nullptr;
    CheckList* m_checks = nullptr;
};

} // namespace pilothouse::streams
