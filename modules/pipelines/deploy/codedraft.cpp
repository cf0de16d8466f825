// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/codedraft.h"

#include "pipelines/deploy/deploydesk.h"
#include "pipelines/generate/generate.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CodeDraft::CodeDraft(ServiceHub& hub, CataloguePtr catalogue, QString versions, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_catalogue(std::move(catalogue))
    , m_shelf(std::move(versions))
    , m_lane(hub.runtime(), u"code-draft"_s)
{
}

CodeDraft::~CodeDraft() = default;

void CodeDraft::make(const Pipeline& pipeline, const ServiceId& airflow, Target target)
{
    QString lock, place;
    if (const Service* service = m_hub.service(airflow)) {
        lock = service->config.options.value(u"providers"_s).toString();
        place = service->config.profile + u'/' + airflow;
        target.environment = environmentFor(pipeline, service->config.environment);
    } else if (!pipeline.environments.empty()) {
        target.environment = pipeline.environments.front().name; // so that it can be read
    }
    m_call = m_lane
                 .run(60s,
                     [catalogue = m_catalogue, pipeline, target, lock, place,
                         shelf = VersionShelf(m_shelf)](
                         NoConnection&, const Token&) mutable -> Result<Made> {
                         target.providers = providersOf(lock, target.version);
                         Made made{target, generate(pipeline, *catalogue, target), {}};
                         if (!place.isEmpty())
                             made.versions = shelf.versions(pipeline.id, place);
                         return made;
                     })
                 .onDone(this, [this, airflow](Result<Made> made) {
                     if (!made)
                         return;
                     m_made = true;
                     m_service = airflow;
                     m_target = std::move(made->target);
                     m_generated = std::move(made->generated);
                     m_versions = std::move(made->versions);
                     Q_EMIT changed();
                 });
}

const GeneratedFile* CodeDraft::deployedFile(const QString& path) const
{
    if (m_versions.empty())
        return nullptr;
    const auto& files = m_versions.front().generated.files;
    const auto found = std::ranges::find(files, path, &GeneratedFile::path);
    return found == files.end() ? nullptr : &*found;
}

const GeneratedFile* CodeDraft::fileOf(const QString& node) const
{
    const auto& files = m_generated.files;
    const auto holds = [&node](const GeneratedFile& file) {
        return std::ranges::any_of(
            file.nodes, [&node](const auto& one) { return one.first == node; });
    };
    auto found = std::ranges::find_if(files, holds);
    if (found == files.end())
        found = std::ranges::find_if(files, [this, &node](const GeneratedFile& file) {
            return std::ranges::any_of(m_generated.units, [&](const Unit& unit) {
                return unit.name == file.unit && unit.nodes.contains(node);
            });
        });
    // Of no node: the DAG, which is the most of it.
    if (found == files.end())
        found = std::ranges::find_if(files, [this](const GeneratedFile& file) {
            return std::ranges::any_of(m_generated.units, [&file](const Unit& unit) {
                return unit.kind == UnitKind::Dag && unit.name == file.unit;
            });
        });
    if (found == files.end())
        found = files.begin();
    return found == files.end() ? nullptr : &*found;
}

SourceRange linesOf(const GeneratedFile& file, const QString& node)
{
    for (const auto& [id, range] : file.nodes)
        if (id == node)
            return range;
    return {};
}

} // namespace pilothouse::pipelines
