// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of this computer as a destination. Files go in by exchanging names, so what was there is
// looked at again after it has left its place, and goes back if it is not what was expected.
#pragma once

#include "pipelines/deploy/destination.h"

namespace pilothouse::pipelines
{

class LocalFolder final : public Destination
{
public:
    explicit LocalFolder(QString folder)
        : m_folder(std::move(folder))
    {
    }

    QString place() const override { return m_folder; }
    Result<LookAnswer> look(const LookRequest& request, const Token& token) override;
    Result<WriteReceipt> write(const WriteRequest& request, const Token& token) override;

private:
    const QString m_folder;
};

} // namespace pilothouse::pipelines
