// SPDX-License-Identifier: GPL-3.0-or-later
// CodeDraft: what an open document becomes now, beside the versions that were deployed to a
// service. Written on a lane, the newest wish wins; asks no service.
#pragma once

#include "core/lane.h"
#include "core/servicehub.h"
#include "pipelines/api/catalogue.h"
#include "pipelines/deploy/versions.h"

namespace pilothouse::pipelines
{

class CodeDraft final : public QObject
{
    Q_OBJECT

public:
    // `versions`: the folder of the VersionShelf.
    CodeDraft(ServiceHub& hub, CataloguePtr catalogue, QString versions, QObject* parent = nullptr);
    ~CodeDraft() override;

    // For `target`; its providers are those of the service, else of the sandbox, its environment
    // is that of the service.
    void make(const Pipeline& pipeline, const ServiceId& airflow, Target target);

    bool isMade() const { return m_made; }
    const ServiceId& service() const { return m_service; }
    const Target& target() const { return m_target; }
    const Generated& generated() const { return m_generated; }
    const std::vector<DeployVersion>& versions() const { return m_versions; } // newest first
    // Of the newest version there; null: never deployed, or not this file.
    const GeneratedFile* deployedFile(const QString& path) const;
    // Of the unit a node is in; that of the DAG when it is in none; null: there are no files.
    const GeneratedFile* fileOf(const QString& node) const;

Q_SIGNALS:
    void changed();

private:
    struct Made {
        Target target;
        Generated generated;
        std::vector<DeployVersion> versions;
    };

    ServiceHub& m_hub;
    const CataloguePtr m_catalogue;
    const QString m_shelf;
    ServiceId m_service;
    bool m_made = false;
    Target m_target;
    Generated m_generated;
    std::vector<DeployVersion> m_versions;
    Lane<> m_lane;
    Call<Made> m_call;
};

// Lines of a file that are of this node; null range: none are told.
SourceRange linesOf(const GeneratedFile& file, const QString& node);

} // namespace pilothouse::pipelines
