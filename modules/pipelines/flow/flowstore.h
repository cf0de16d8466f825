// SPDX-License-Identifier: GPL-3.0-or-later
// FlowStore: pipelines kept as JSON lists of tasks (flowreader.h). Any thread.
#pragma once

#include "pipelines/api/store.h"

namespace pilothouse::pipelines
{

class FlowStore final : public DocumentStore
{
public:
    StoredFile read(const QByteArray& text) const override;
    std::optional<Text> refuses(const Pipeline& pipeline, const Edit& edit) const override;
    Result<QByteArray> apply(
        const QByteArray& text, const QString& name, const Edits& edits) const override;
    // With Airflow's words: dag_id, task_id, operator, dependencies.
    Result<QByteArray> written(const Pipeline& pipeline) const override;
};

} // namespace pilothouse::pipelines
