// SPDX-License-Identifier: GPL-3.0-or-later
// DeployedChip: which version of the open pipeline stands where it is deployed to, and whether the
// document differs from it: "v14", "v14 · edited", "not deployed". Nothing without such a place.
#pragma once

#include "core/lane.h"
#include "core/servicehub.h"
#include "pipelines/deploy/versions.h"
#include "pipelines/session/sessionbook.h"
#include "ui/controls/chip.h"

#include <QTimer>

namespace pilothouse::pipelines
{

class DeployedChip final : public ui::Chip
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeployedChip)

public:
    // `versions`: the folder of the VersionShelf.
    DeployedChip(ServiceHub& hub, QString versions, QWidget* parent = nullptr);
    ~DeployedChip() override;

    void setSession(const SessionPtr& session);
    void setService(const ServiceId& airflow);
    void soon(); // something may have changed

private:
    void read();
    void show(const std::optional<DeployVersion>& version, const QByteArray& text);

    ServiceHub& m_hub;
    const QString m_shelf;
    SessionPtr m_session;
    ServiceId m_airflow;
    bool m_takes = false; // the service has a place for DAGs
    QTimer m_soon;
    Lane<> m_lane;
    Call<QByteArray> m_text;
    Call<std::optional<DeployVersion>> m_version;
};

} // namespace pilothouse::pipelines
