// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/templates.h"

#include "pipelines/catalogue/loader.h"
#include "pipelines/catalogue/sandboxservices.h"
#include "pipelines/files/documentfile.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

// Outside of every namespace: the name it calls is global.
static void initTemplates()
{
    Q_INIT_RESOURCE(pilothouse_pipelinetemplates);
}

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

QByteArray templateText(const QString& file)
{
    initTemplates();
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

const QList<PipelineTemplate>& pipelineTemplates()
{
    static const QList<PipelineTemplate> list = [] {
        initTemplates();
        QList<PipelineTemplate> made;
        QDirIterator files(u":/pilothouse/pipelines/templates"_s);
        while (files.hasNext()) {
            const QString file = files.next();
            const StoredFile stored = storeFor(file).read(templateText(file));
            for (const StoredPipeline& one : stored.pipelines)
                made.append({file, one.pipeline.name, one.pipeline.shownTitle(), one.pipeline.note,
                    missingServices(one.pipeline, *builtInCatalogue())});
        }
        std::sort(made.begin(), made.end(),
            [](const PipelineTemplate& a, const PipelineTemplate& b) { return a.title < b.title; });
        return made;
    }();
    return list;
}

} // namespace pilothouse::pipelines
