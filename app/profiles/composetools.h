// SPDX-License-Identifier: GPL-3.0-or-later
// What Pilothouse knows of the usual images: which tool they are, on which port they answer, where
// they take user and password from.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace pilothouse::app
{

using ComposeEnvironment = QMap<QString, QString>;

struct ComposeTool {
    QString tool; // as in profiles
    QString module;
    QString title;
    QStringList images; // last part of the image's name, or "owner/name"
    int port = 0; // inside the container
    bool web = false; // addressed by a URL
    QStringList userKeys; // first that is set
    QString defaultUser; // when a password is set and no user
    QStringList passwordKeys;
    QStringList databaseKeys; // becomes the option `database`
};

const QList<ComposeTool>& composeTools();

// "ghcr.io/acme/postgres:16@sha256:…" → "acme/postgres"; without an owner "postgres".
QString imageName(const QString& image);
const ComposeTool* toolOfImage(const QString& image);

// http or https, from what the image's own settings say.
QString schemeOf(const ComposeTool& tool, const ComposeEnvironment& environment);

} // namespace pilothouse::app
