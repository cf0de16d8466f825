// SPDX-License-Identifier: GPL-3.0-or-later
// A service in memory that can be looked into: rows by entity, or silence.
#pragma once

#include "core/adapterdescriptor.h"
#include "core/facets/rows.h"
#include "core/lane.h"
#include "core/servicehub.h"

namespace pilothouse::test
{

class FakePreview final : public PreviewFacet
{
public:
    std::map<QString, RowSet> rows; // by the entity's name; others are not there
    bool silent = false; // does not answer
    std::vector<EntityId> asked;

    void join(ServiceHub& hub, const QString& module, ServiceConfig config)
    {
        m_lane = std::make_unique<Lane<>>(hub.runtime(), config.id);
        AdapterDescriptor fake;
        fake.module = config.module = module;
        fake.tool = config.tool = QString::fromLatin1("fake-") + config.id;
        fake.make = [this](AdapterContext) {
            return std::make_unique<Fake>(*this);
        };
        auto all = hub.descriptors();
        all.push_back(fake);
        hub.setDescriptors(all);
        hub.add(std::move(config), {});
    }

    Call<RowSet> preview(const EntityId& entity, int limit) override
    {
        asked.push_back(entity);
        const auto found = rows.find(entity.name);
        Result<RowSet> answer = found == rows.end()
            ? Result<RowSet>(fail(Error::Kind::NotFound, entity.name))
            : Result<RowSet>(found->second);
        if (answer && int(answer->rows.size()) > limit) {
            answer->rows.resize(size_t(limit));
            answer->truncated = true;
        }
        return m_lane->run(milliseconds(60'000),
            [answer, wait = silent](NoConnection&, const Token& token) -> Result<RowSet> {
                while (wait && !token.stopped())
                    std::this_thread::sleep_for(milliseconds(5));
                return answer;
            });
    }

private:
    struct Fake final : Adapter {
        explicit Fake(FakePreview& preview) { offer<PreviewFacet>(&preview); }
        int connections() const override { return 0; }
    };

    std::unique_ptr<Lane<>> m_lane;
};

} // namespace pilothouse::test
