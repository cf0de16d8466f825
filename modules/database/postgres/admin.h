// SPDX-License-Identifier: GPL-3.0-or-later
// The admin contract: acts on objects, their effects counted from estimates and pg_depend.
#pragma once

#include "database/api/admin.h"
#include "database/postgres/acts.h"
#include "database/postgres/metalane.h"

namespace pilothouse::database::postgres
{

class PgAdmin final : public Admin
{
public:
    PgAdmin(std::shared_ptr<const Context> context, MetaLane& lane, std::shared_ptr<ActLane> acts)
        : m_context(std::move(context))
        , m_lane(lane)
        , m_acts(std::move(acts))
    {
    }

    std::vector<AdminAct> actsFor(ObjectKind kind) const override;
    Call<Act> act(AdminAct act, const ObjectRef& object) override;

private:
    const std::shared_ptr<const Context> m_context;
    MetaLane& m_lane;
    const std::shared_ptr<ActLane> m_acts;
};

// Pure: the statement of an act; empty when it makes no sense for the kind.
QString adminStatement(AdminAct act, const ObjectRef& object);
std::vector<AdminAct> adminActsFor(ObjectKind kind);

// Lane thread: the whole act with its effects.
Result<Act> makeAdminAct(Meta& meta, AdminAct act, const ObjectRef& object,
    std::shared_ptr<const Context> context, std::shared_ptr<ActLane> acts, const Token& token);

} // namespace pilothouse::database::postgres
