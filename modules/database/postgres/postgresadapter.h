// SPDX-License-Identifier: GPL-3.0-or-later
// PostgreSQL as a service: its contracts, its facets and the lanes they run on.
#pragma once

#include "core/adapterdescriptor.h"

#include <memory>

namespace pilothouse::database::postgres
{

class PostgresAdapter final : public Adapter
{
public:
    explicit PostgresAdapter(AdapterContext context);
    ~PostgresAdapter() override;

    int connections() const override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

AdapterDescriptor postgresDescriptor();

} // namespace pilothouse::database::postgres
