// SPDX-License-Identifier: GPL-3.0-or-later
// What a new pipeline may begin with: the documents of resources/pipelines/templates, compiled in.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace pilothouse::pipelines
{

struct PipelineTemplate {
    QString file; // in the resources
    QString name;
    QString title;
    QString note; // what it is for, and which services it needs
    QStringList missing; // of these, what the sandbox does not start, by title
};

// Read once, by title.
const QList<PipelineTemplate>& pipelineTemplates();
QByteArray templateText(const QString& file);

} // namespace pilothouse::pipelines
