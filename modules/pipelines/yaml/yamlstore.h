// SPDX-License-Identifier: GPL-3.0-or-later
// YamlStore: one pipeline in one *.pipeline.yaml. Any thread.
#pragma once

#include "pipelines/api/store.h"

namespace pilothouse::pipelines
{

class YamlStore final : public DocumentStore
{
public:
    StoredFile read(const QByteArray& text) const override;
    std::optional<Text> refuses(const Pipeline& pipeline, const Edit& edit) const override;
    Result<QByteArray> apply(
        const QByteArray& text, const QString& name, const Edits& edits) const override;
    Result<QByteArray> written(const Pipeline& pipeline) const override;
};

} // namespace pilothouse::pipelines
