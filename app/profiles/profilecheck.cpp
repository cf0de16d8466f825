// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/profilecheck.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

QString besideFile(const QString& path, const QString& file)
{
    if (path.isEmpty() || QDir::isAbsolutePath(path) || file.isEmpty())
        return path;
    return QDir::cleanPath(QFileInfo(file).absoluteDir().filePath(path));
}

QVariant asBoolean(const QString& word)
{
    const QString w = word.toLower();
    if (w == u"true" || w == u"yes" || w == u"on" || w == u"1")
        return true;
    if (w == u"false" || w == u"no" || w == u"off" || w == u"0")
        return false;
    return {};
}

} // namespace

const AdapterDescriptor* descriptorFor(
    const std::vector<AdapterDescriptor>& descriptors, const ServiceConfig& config)
{
    const auto it = std::ranges::find(descriptors, config.tool, &AdapterDescriptor::tool);
    return it == descriptors.end() ? nullptr : &*it;
}

QVariant typedOption(const OptionField& field, const QVariant& value)
{
    const QString text = value.toString();
    bool ok = false;
    switch (field.type) {
    case OptionField::Type::Text:
        return value.canConvert<QString>() ? QVariant(text) : QVariant();
    case OptionField::Type::Boolean:
        return asBoolean(text);
    case OptionField::Type::Choice:
        return field.choices.contains(text) ? QVariant(text) : QVariant();
    case OptionField::Type::Integer:
    case OptionField::Type::Milliseconds: {
        const qlonglong number = text.toLongLong(&ok);
        return ok && (number >= 0 || field.type == OptionField::Type::Integer) ? QVariant(number)
                                                                               : QVariant();
    }
    }
    return {};
}

std::vector<ProfileIssue> checkAgainst(
    const Profile& profile, const std::vector<AdapterDescriptor>& descriptors)
{
    std::vector<ProfileIssue> issues;
    const auto remark = [&](const ProfileService& service, Text message) {
        issues.push_back({service.mark, std::move(message), false});
    };
    for (const ProfileService& service : profile.services) {
        const ServiceConfig& c = service.config;
        const AdapterDescriptor* d = descriptorFor(descriptors, c);
        if (!d) {
            remark(service,
                PH_TEXT("Profile", "this version cannot steer %1; the entry is kept").arg(c.tool));
            continue;
        }
        if (d->module != c.module)
            remark(service,
                PH_TEXT("Profile", "%1 belongs to the module %2").arg(c.tool).arg(d->module));
        if (!d->takesUnixSocket && c.address.startsWith(u'/'))
            remark(service, PH_TEXT("Profile", "%1 has no unix sockets").arg(d->title));
        if (!d->takesTls && c.tls.mode != TlsConfig::Mode::Off)
            remark(service, PH_TEXT("Profile", "%1 is not reached over TLS").arg(d->title));
        for (auto it = c.options.begin(); it != c.options.end(); ++it) {
            const auto field = std::ranges::find(d->options, it.key(), &OptionField::key);
            if (field == d->options.end())
                remark(service,
                    PH_TEXT("Profile", "%1 has no such option; it is kept and not used")
                        .arg(d->title));
            else if (!typedOption(*field, it.value()).isValid())
                remark(service,
                    PH_TEXT("Profile", "the option %1 has no usable value; the default holds")
                        .arg(field->key));
        }
    }
    return issues;
}

QString namespaceFor(const ServiceConfig& config, const AdapterDescriptor* descriptor)
{
    const QString scheme = descriptor && !descriptor->nsScheme.isEmpty() ? descriptor->nsScheme
                                                                         : config.tool.toLower();
    return scheme + u"://"_s + config.id;
}

ServiceConfig prepared(
    const Profile& profile, const ProfileService& service, const AdapterDescriptor* descriptor)
{
    ServiceConfig config = service.config;
    if (config.ns.isEmpty())
        config.ns = namespaceFor(config, descriptor);
    if (config.title.isEmpty())
        config.title = config.id;
    for (QString* path : {&config.tls.ca, &config.tls.cert, &config.tls.key})
        *path = besideFile(*path, profile.file);
    if (descriptor)
        for (const OptionField& field : descriptor->options) {
            QVariant value = typedOption(field, config.options.value(field.key));
            if (!config.options.contains(field.key) || !value.isValid())
                value = field.defaultValue;
            config.options.insert(field.key, value);
        }
    return config;
}

} // namespace pilothouse::app
