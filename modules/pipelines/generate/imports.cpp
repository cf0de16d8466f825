// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/imports.h"

#include "pipelines/template/literal.h"

#include <QSet>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

// Where Airflow 2 has what Airflow 3 gathers in its SDK; "module:name as name" where it is called
// otherwise.
const std::map<QString, QString>& classic()
{
    static const std::map<QString, QString> modules{{u"DAG"_s, u"airflow"_s},
        {u"task"_s, u"airflow.decorators"_s}, {u"TaskGroup"_s, u"airflow.utils.task_group"_s},
        {u"Asset"_s, u"airflow.datasets:Dataset as Asset"_s},
        {u"Label"_s, u"airflow.utils.edgemodifier"_s}, {u"BaseHook"_s, u"airflow.hooks.base"_s},
        {u"Variable"_s, u"airflow.models"_s}, {u"Param"_s, u"airflow.models.param"_s},
        {u"literal"_s, u"airflow.utils.template"_s},
        {u"get_current_context"_s, u"airflow.operators.python"_s},
        {u"AssetOrTimeSchedule"_s,
            u"airflow.timetables.datasets:DatasetOrTimeSchedule as AssetOrTimeSchedule"_s},
        {u"PokeReturnValue"_s, u"airflow.sensors.base"_s}};
    return modules;
}

bool isStandard(const QString& module)
{
    static const QSet<QString> names{u"__future__"_s, u"collections"_s, u"contextlib"_s, u"csv"_s,
        u"datetime"_s, u"decimal"_s, u"email"_s, u"fnmatch"_s, u"functools"_s, u"glob"_s, u"gzip"_s,
        u"hashlib"_s, u"io"_s, u"itertools"_s, u"json"_s, u"logging"_s, u"math"_s, u"os"_s,
        u"pathlib"_s, u"re"_s, u"shlex"_s, u"smtplib"_s, u"socket"_s, u"ssl"_s, u"string"_s,
        u"subprocess"_s, u"sys"_s, u"tempfile"_s, u"time"_s, u"typing"_s, u"urllib"_s, u"uuid"_s,
        u"xml"_s, u"zoneinfo"_s};
    return names.contains(module.section(u'.', 0, 0));
}

// Constants, then classes, then the rest.
std::pair<int, QString> rank(const QString& name)
{
    const QString first = name.section(u' ', 0, 0);
    const bool constant = first.size() > 1 && first == first.toUpper();
    return {constant ? 0 : first[0].isUpper() ? 1 : 2, name};
}

} // namespace

void Imports::add(const QString& import)
{
    const qsizetype colon = import.indexOf(u':');
    if (colon < 0) {
        m_modules.insert(import);
        return;
    }
    QString module = import.first(colon);
    QString name = import.sliced(colon + 1);
    if (m_classic && module == u"airflow.sdk") {
        if (const auto found = classic().find(name); found != classic().end()) {
            module = found->second.section(u':', 0, 0);
            if (found->second.contains(u':'))
                name = found->second.section(u':', 1);
        }
    } else if (m_classic && module == u"airflow.sdk.exceptions") {
        module = u"airflow.exceptions"_s;
    } else if (m_classic && module.startsWith(u"airflow.providers.standard."_s)) {
        module.replace(u"airflow.providers.standard."_s, u"airflow."_s);
    }
    m_names[module].insert(name);
}

QString Imports::text() const
{
    QString sections[2];
    for (const QString& module : m_modules)
        sections[isStandard(module) ? 0 : 1] += u"import "_s + module + u'\n';
    for (const auto& [module, set] : m_names) {
        std::vector<std::pair<int, QString>> sorted;
        for (const QString& name : set)
            sorted.push_back(rank(name));
        std::ranges::sort(sorted);
        QStringList names;
        for (const auto& [order, name] : sorted)
            names.append(name);
        QString line = u"from "_s + module + u" import "_s + names.join(u", "_s);
        if (line.size() > kLineWidth)
            line
                = u"from "_s + module + u" import (\n    "_s + names.join(u",\n    "_s) + u",\n)"_s;
        sections[isStandard(module) ? 0 : 1] += line + u'\n';
    }
    const bool both = !sections[0].isEmpty() && !sections[1].isEmpty();
    return sections[0] + (both ? u"\n"_s : QString()) + sections[1];
}

} // namespace pilothouse::pipelines
