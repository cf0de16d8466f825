// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/modules.h"

#include "app/paths.h"

#include "core/history/history.h"
#include "database/panel/module.h"
#include "database/postgres/postgresadapter.h"
#include "pipelines/catalogue/loader.h"
#include "pipelines/panel/pipelinesmodule.h"
#include "queue/panel/queuemodule.h"
#include "queue/redis/redisdescriptor.h"
#include "streams/kafka/kafkadescriptor.h"
#include "streams/panel/streamsmodule.h"
#include "workflow/airflow/airflowdescriptor.h"
#include "workflow/panel/workflowmodule.h"

namespace pilothouse::app
{

using namespace Qt::StringLiterals;

std::vector<AdapterDescriptor> adapters()
{
    std::vector<AdapterDescriptor> table;
    table.push_back(database::postgres::postgresDescriptor());
    table.push_back(queue::redisDescriptor());
    table.push_back(streams::kafkaDescriptor());
    table.push_back(workflow::airflowDescriptor());
    return table;
}

std::vector<ui::ModuleDescriptor> modules(Runtime& runtime, const QString& stateFolder)
{
    std::vector<ui::ModuleDescriptor> table;
    const auto history = std::make_shared<History>(runtime, stateFolder + u"/history.sqlite"_s);
    table.push_back(database::databaseModule(history));
    table.push_back(queue::queueModule(history));
    table.push_back(streams::streamsModule());
    table.push_back(workflow::workflowModule());
    pipelines::setOwnKinds(configFolder() + u"/nodes"_s);
    table.push_back(pipelines::pipelinesModule(runtime, stateFolder));
    return table;
}

} // namespace pilothouse::app
