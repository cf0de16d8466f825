// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/airflowdescriptor.h"

#include "workflow/airflow/airflowadapter.h"

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

AdapterDescriptor airflowDescriptor()
{
    using Type = OptionField::Type;
    AdapterDescriptor descriptor;
    descriptor.module = u"workflow"_s;
    descriptor.tool = u"airflow"_s;
    descriptor.title = u"Airflow"_s;
    descriptor.defaultPort = 8080;
    descriptor.nsScheme = u"airflow"_s;
    descriptor.options = {
        {u"auth"_s, PH_TEXT("workflow", "Login"), Type::Choice, u"auto"_s,
            {u"auto"_s, u"password"_s, u"token-command"_s, u"none"_s},
            PH_TEXT("workflow",
                "auto: by the token command when there is one, else by user and password.")},
        {u"tokenCommand"_s, PH_TEXT("workflow", "Token command"), Type::Text, QString(), {},
            PH_TEXT("workflow",
                "A program and its arguments that print a bearer token. It runs without a shell.")},
        {u"tokenTimeout"_s, PH_TEXT("workflow", "Time for the token command"), Type::Milliseconds,
            10'000, {}, PH_TEXT("workflow", "How long the token command may take.")},
        {u"headers"_s, PH_TEXT("workflow", "Headers"), Type::Text, QString(), {},
            PH_TEXT("workflow",
                "For a gateway: name: value, parted by semicolons. A value env:NAME is read from "
                "the environment and kept secret.")},
        {u"pageSize"_s, PH_TEXT("workflow", "Page size"), Type::Integer, 100, {},
            PH_TEXT("workflow", "Entries asked for at once; the server gives at most 100.")},
        {u"connect_timeout"_s, PH_TEXT("workflow", "Time to connect"), Type::Milliseconds, 5'000,
            {}, PH_TEXT("workflow", "How long to wait for the server when connecting.")},
        {u"answer_timeout"_s, PH_TEXT("workflow", "Time to answer"), Type::Milliseconds, 15'000, {},
            PH_TEXT("workflow", "How long to wait for one answer.")},
        {u"privateApi"_s, PH_TEXT("workflow", "Private calls"), Type::Choice, u"auto"_s,
            {u"auto"_s, u"off"_s},
            PH_TEXT("workflow",
                "auto: groups and grids come from the calls of Airflow's own pages where they "
                "answer.")},
        {u"dags"_s, PH_TEXT("workflow", "DAG folder"), Type::Text, QString(), {},
            PH_TEXT("workflow",
                "Where pipelines are deployed: a folder, git:FOLDER#BRANCH of a clone, or "
                "ssh:HOST:FOLDER.")},
        {u"providers"_s, PH_TEXT("workflow", "Packages"), Type::Text, QString(), {},
            PH_TEXT("workflow",
                "A list of the Python packages the server has, as pip freeze or a lock file "
                "writes it.")},
        {u"jobs"_s, PH_TEXT("workflow", "Streaming jobs"), Type::Text, QString(), {},
            PH_TEXT("workflow",
                "The supervisord.conf of the supervisor that runs them on this computer.")},
        {u"pipelines"_s, PH_TEXT("workflow", "Pipeline documents"), Type::Text, QString(), {},
            PH_TEXT("workflow", "A folder of documents; the library lists it beside its own.")},
        {u"ssh_config"_s, PH_TEXT("workflow", "ssh configuration"), Type::Text, {}, {},
            PH_TEXT("workflow", "A file to use instead of ~/.ssh/config.")},
    };
    descriptor.make = [](AdapterContext context) {
        return std::make_unique<AirflowAdapter>(std::move(context));
    };
    return descriptor;
}

} // namespace pilothouse::workflow
