// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/generate/targets.h"

#include <QFile>
#include <QRegularExpression>

// Q_INIT_RESOURCE declares a function and therefore must stand outside every namespace.
static void initialiseTargets()
{
    Q_INIT_RESOURCE(pilothouse_targets);
}

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

Result<Target> targetFromPackages(const QByteArray& list)
{
    static const QRegularExpression line(
        uR"(^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?\s*==\s*([0-9][^\s;\\]*))"_s,
        QRegularExpression::MultilineOption);
    Target target;
    target.tool = u"airflow"_s;
    auto found = line.globalMatch(QString::fromUtf8(list));
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        QString name = match.captured(1).toLower();
        name.replace(u'_', u'-').replace(u'.', u'-');
        target.providers[name] = match.captured(2);
    }
    for (const QString& name : {u"apache-airflow"_s, u"apache-airflow-core"_s})
        if (const auto airflow = target.providers.find(name);
            target.version.isEmpty() && airflow != target.providers.end())
            target.version = airflow->second;
    if (target.version.isEmpty())
        return fail(Error::Kind::NotFound, {}, {},
            PH_TEXT("Pipelines", "The list of packages has no line apache-airflow==VERSION."));
    return target;
}

QByteArray workerPackages()
{
    initialiseTargets();
    QFile file(u":/pilothouse/targets/streamjob.txt"_s);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

Target sandboxTarget(int major)
{
    initialiseTargets();
    QFile file(u":/pilothouse/targets/airflow-%1.txt"_s.arg(major));
    const QByteArray list = file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    return targetFromPackages(list).value_or(Target());
}

} // namespace pilothouse::pipelines
