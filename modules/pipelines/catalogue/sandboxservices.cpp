// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/catalogue/sandboxservices.h"

#include "pipelines/catalogue/loader.h"

#include <QFile>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

const std::set<QString>& sandboxServices()
{
    static const std::set<QString> services = [] {
        const QStringList names
            = QString::fromLatin1(PILOTHOUSE_SANDBOX_SERVERS).split(u' ', Qt::SkipEmptyParts);
        return std::set<QString>(names.begin(), names.end());
    }();
    return services;
}

bool isInSandbox(const QStringList& services)
{
    return std::ranges::all_of(
        services, [](const QString& one) { return sandboxServices().contains(one); });
}

ServiceTitles readServices(ProblemList& problems, const YamlNode& root)
{
    ServiceTitles titles;
    MapReader(problems, root).each(u"services", [&](const YamlNode& node) {
        MapReader keys(problems, node);
        for (const QStringView needed : {u"id", u"title"})
            keys.isRequired(needed);
        std::pair<QString, QString> one;
        keys.text(u"id", one.first);
        keys.text(u"title", one.second);
        titles.push_back(std::move(one));
    });
    return titles;
}

const ServiceTitles& serviceTitles()
{
    static const ServiceTitles titles = [] {
        builtInCatalogue(); // compiled in with it
        QFile file(u":/pilothouse/nodes/_services.yaml"_s);
        std::vector<CatalogueProblem> found;
        ProblemList problems(u"_services.yaml"_s, found);
        const auto root = parseYaml(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        return root ? readServices(problems, **root) : ServiceTitles();
    }();
    return titles;
}

QStringList missingServices(const Pipeline& pipeline, const Catalogue& catalogue)
{
    std::set<QString> missing;
    for (const Node& node : pipeline.nodes)
        if (const NodeKind* kind = catalogue.kind(node.kind))
            for (const QString& service : kind->services)
                if (!sandboxServices().contains(service))
                    missing.insert(service);
    QStringList titles;
    for (const auto& [service, title] : serviceTitles())
        if (missing.erase(service) > 0)
            titles.append(title);
    titles.append(QStringList(missing.begin(), missing.end())); // without a title of their own
    return titles;
}

} // namespace pilothouse::pipelines
