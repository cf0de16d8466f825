// SPDX-License-Identifier: GPL-3.0-or-later
// Documents of tests/pipelines/golden, the targets they are generated for, and what came out when
// somebody last looked at it: NAME.airflow-3/PATH. PH_UPDATE_GOLDEN=1 writes those anew.
#pragma once

#include "pipelines/catalogue/loader.h"
#include "pipelines/generate/generate.h"
#include "pipelines/yaml/yamlstore.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QString goldenFolder()
{
    return QFINDTESTDATA("golden");
}

// As the sandbox's servers are.
inline pipelines::Target airflow(int major, const QString& environment = u"dev"_s)
{
    pipelines::Target target;
    target.tool = u"airflow"_s;
    target.version = major == 3 ? u"3.3.2"_s : u"2.11.2"_s;
    target.environment = environment;
    for (const QString& name : {u"standard"_s, u"common-sql"_s, u"postgres"_s, u"smtp"_s})
        target.providers[u"apache-airflow-providers-"_s + name] = u"7.1.1"_s;
    if (major == 2)
        target.providers[u"apache-airflow-providers-http"_s] = u"6.3.0"_s;
    return target;
}

inline pipelines::Pipeline readPipeline(const QByteArray& text)
{
    const pipelines::StoredFile file = pipelines::YamlStore().read(text);
    for (const pipelines::Problem& problem : file.problems)
        qWarning("%d: %s", problem.place.line, problem.message.key.constData());
    return file.pipelines.empty() ? pipelines::Pipeline() : file.pipelines.front().pipeline;
}

inline QString said(const std::vector<pipelines::Problem>& problems)
{
    QString out;
    for (const pipelines::Problem& problem : problems)
        out += problem.node + u'.' + problem.field + u": "_s
            + QString::fromUtf8(problem.message.key) + u" ["_s + problem.message.args.join(u", "_s)
            + u"]\n"_s;
    return out;
}

} // namespace pilothouse::test
