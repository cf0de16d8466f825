// SPDX-License-Identifier: GPL-3.0-or-later
// SourceStore: pipelines as program text of a small made-up language, for tests of what a store of
// hand-written code asks of the contract: class paths, arguments that are expressions, places in
// the text, and parts that only a programmer may change.
//
//     pipeline orders
//     extract = ops.bash.Bash(      # comments stay
//         command="echo " + day,
//         retries=2,
//     )
//     load = ops.sql.Insert(sql=QUERY, table="t")  # frozen: made in a loop
//     extract >> load
#pragma once

#include "pipelines/api/store.h"

namespace pilothouse::test
{

class SourceStore final : public pipelines::DocumentStore
{
public:
    pipelines::StoredFile read(const QByteArray& text) const override;
    std::optional<Text> refuses(
        const pipelines::Pipeline& pipeline, const pipelines::Edit& edit) const override;
    Result<QByteArray> apply(
        const QByteArray& text, const QString& name, const pipelines::Edits& edits) const override;
    Result<QByteArray> written(const pipelines::Pipeline& pipeline) const override;
};

} // namespace pilothouse::test
