// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/deployaudit.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

TaskInfo auditedInfo(const DeployPlaces& places, const Text& title, const QString& act,
    const QString& target, const QString& statement)
{
    TaskInfo info;
    info.title = title;
    info.service = places.airflow;
    info.log = places.audit;
    if (info.log) {
        using pilothouse::Environment;
        const QString environment = places.config.environment == Environment::Production
            ? u"production"_s
            : places.config.environment == Environment::Staging ? u"staging"_s
                                                                : u"sandbox"_s;
        info.audit = AuditRecord{
            places.config.profile, environment, places.airflow, target, act, statement};
    }
    return info;
}

VoidResult mayWrite(const std::shared_ptr<WriteGate>& gate)
{
    if (gate && !gate->allows())
        return fail(Error::Kind::Refused, {}, {},
            PH_TEXT("pipelines", "Writes are off for this connection."), u"guard"_s);
    return {};
}

} // namespace pilothouse::pipelines
