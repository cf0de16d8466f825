// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/composeimport.h"

#include "app/profiles/composeservice.h"
#include "app/profiles/profilecheck.h"
#include "app/profiles/profilereader.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

constexpr size_t kMostServices = 300;

class Importer final
{
public:
    Importer(const YamlNode& root, const ComposeVariables& variables, const ComposeFileReader& read)
        : m_root(root)
        , m_variables(variables)
        , m_read(read)
    {
    }

    ComposeReading run()
    {
        for (const auto& key : {u"include"_s, u"extends"_s})
            if (const YamlEntry* entry = m_root.find(key))
                remark(entry->keyMark, PH_TEXT("Compose", "%1 is not followed").arg(key));
        readSecrets();
        if (const YamlEntry* services = m_root.find(u"services"))
            for (const YamlEntry& entry : services->value->entries)
                if (entry.value->kind == YamlNode::Kind::Map && m_services.size() < kMostServices)
                    m_services.emplace_back(entry, m_variables, m_read);
        for (const ComposeService& service : m_services)
            take(service);
        QStringList unset(m_variables.unset().begin(), m_variables.unset().end());
        unset.sort();
        if (!unset.isEmpty())
            remark({1, 1},
                PH_TEXT("Compose", "without a value: %1").arg(unset.mid(0, 20).join(u", "_s)));
        return std::move(m_out);
    }

private:
    void remark(const YamlMark& mark, Text message)
    {
        m_out.remarks.push_back({mark, std::move(message), false});
    }

    void readSecrets()
    {
        const YamlEntry* secrets = m_root.find(u"secrets");
        if (!secrets)
            return;
        for (const YamlEntry& entry : secrets->value->entries)
            if (const YamlEntry* file = entry.value->find(u"file"))
                m_secrets.insert(entry.key, m_variables.expand(file->value->text));
    }

    void leaveOut(const ComposeService& service, Text why)
    {
        m_out.leftOut.push_back({service.name, service.image, service.mark, std::move(why)});
    }

    void take(const ComposeService& service)
    {
        if (service.extends)
            remark(service.mark, PH_TEXT("Compose", "%1 is not followed").arg(u"extends"_s));
        const ComposeTool* tool = toolOf(service);
        if (!tool) {
            leaveOut(service,
                service.image.isEmpty() && service.built
                    ? PH_TEXT("Compose", "built here, so its image does not say what it is")
                    : PH_TEXT("Compose", "not a service that Pilothouse steers"));
            return;
        }
        const QString address = addressOf(service, *tool);
        if (address.isEmpty()) {
            leaveOut(service,
                isHelper(service, *tool)
                    ? PH_TEXT("Compose", "a part of %1 without a port of its own").arg(tool->title)
                    : PH_TEXT("Compose", "%1, but its port %2 is not published with a fixed number")
                          .arg(tool->title)
                          .arg(tool->port));
            return;
        }
        if (!problemWithAddress(address).isEmpty()) {
            leaveOut(service, PH_TEXT("Compose", "its address cannot be used"));
            return;
        }
        m_out.found.push_back(finding(service, *tool, address));
    }

    static const ComposeTool* toolOf(const ComposeService& service)
    {
        if (const ComposeTool* tool = toolOfImage(service.image))
            return tool;
        // A plain Python image that runs the MLflow server.
        const auto at = service.command.indexOf(u"mlflow"_s);
        if (at >= 0 && service.command.value(at + 1) == u"server")
            return toolOfImage(u"mlflow"_s);
        return nullptr;
    }

    // Schedulers and workers of the same image as the one with the web server.
    bool isHelper(const ComposeService& service, const ComposeTool& tool) const
    {
        return tool.tool == u"airflow"
            && std::ranges::any_of(m_services, [&](const ComposeService& other) {
                   return &other != &service && toolOf(other) == &tool
                       && !addressOf(other, tool).isEmpty();
               });
    }

    static QString optionAfter(const QStringList& words, const QString& name)
    {
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (words[i] == name)
                return words.value(i + 1);
            if (words[i].startsWith(name + u'='))
                return words[i].mid(name.size() + 1);
        }
        return {};
    }

    static int targetPort(const ComposeService& service, const ComposeTool& tool)
    {
        QString text = service.environment.value(u"PGPORT"_s);
        if (tool.tool == u"redis" || tool.tool == u"mlflow")
            text = optionAfter(service.command, u"--port"_s);
        else if (tool.tool != u"postgresql")
            text.clear();
        bool ok = false;
        const int port = text.toInt(&ok);
        return ok && port > 0 && port < 65536 ? port : tool.port;
    }

    static QString addressOf(const ComposeService& service, const ComposeTool& tool)
    {
        if (tool.tool == u"kafka")
            return kafkaAddress(service);
        const int target = targetPort(service, tool);
        QString address;
        if (const ComposePort* port = service.portFor(target))
            address = u"%1:%2"_s.arg(port->host).arg(port->published);
        else if (service.hostNetwork)
            address = u"localhost:%1"_s.arg(target);
        if (!address.isEmpty() && tool.web)
            address.prepend(schemeOf(tool, service.environment) + u"://"_s);
        return address;
    }

    // Clients are sent to the advertised listener, so it must be one that this computer reaches.
    static QString kafkaAddress(const ComposeService& service)
    {
        const QString advertised
            = service.environment.value(u"KAFKA_ADVERTISED_LISTENERS"_s,
                  service.environment.value(u"KAFKA_CFG_ADVERTISED_LISTENERS"_s))
            + u',' + optionAfter(service.command, u"--advertise-kafka-addr"_s);
        static const QRegularExpression listener(u"//([^,/]+):([0-9]+)"_s);
        for (auto it = listener.globalMatch(advertised); it.hasNext();) {
            const auto match = it.next();
            const int port = match.captured(2).toInt();
            const bool published = std::ranges::any_of(
                service.ports, [&](const ComposePort& p) { return p.published == port; });
            if (published || service.hostNetwork)
                if (match.captured(1) == u"localhost" || match.captured(1) == u"127.0.0.1"
                    || match.captured(1).contains(u'.'))
                    return u"%1:%2"_s.arg(match.captured(1)).arg(port);
        }
        for (const int target : {9092, 9094, 19092, 29092})
            if (const ComposePort* port = service.portFor(target))
                return u"%1:%2"_s.arg(port->host).arg(port->published);
        return {};
    }

    ComposeFinding finding(
        const ComposeService& service, const ComposeTool& tool, const QString& address)
    {
        ComposeFinding found{service.name, service.image, service.mark, tool.title, {}, {}, {}};
        ServiceConfig& config = found.entry.config;
        config.id = uniqueId(service.name);
        config.module = tool.module;
        config.tool = tool.tool;
        config.title = problemWithLine(service.name, 80).isEmpty() ? service.name : config.id;
        config.address = address;
        QString password = credential(service, tool, tool.passwordKeys);
        if (tool.tool == u"redis" && password.isEmpty())
            password = optionAfter(service.command, u"--requirepass"_s);
        config.user = credential(service, tool, tool.userKeys);
        if (config.user.isEmpty() && !password.isEmpty())
            config.user = tool.defaultUser;
        if (!problemWithLine(config.user).isEmpty())
            config.user.clear();
        if (const QString database = credential(service, tool, tool.databaseKeys);
            !database.isEmpty())
            config.options.insert(u"database"_s, database);
        else if (!tool.databaseKeys.isEmpty() && !config.user.isEmpty())
            config.options.insert(u"database"_s, config.user); // what the image itself does
        if (!password.isEmpty()) {
            found.secret = Secret(password);
            found.entry.secret = {SecretSource::Kind::Keychain, {}};
        }
        if (tool.tool == u"kafka" && !address.startsWith("localhost"_L1)
            && !address.startsWith("127."_L1))
            found.note = PH_TEXT(
                "Compose", "the broker names itself %1; this computer must know that name")
                             .arg(address);
        return found;
    }

    // Airflow's first user is made by another service of the same image than the one with the port.
    QString credential(
        const ComposeService& service, const ComposeTool& tool, const QStringList& keys) const
    {
        QString value = service.valueOf(keys, m_secrets, m_read);
        if (value.isEmpty() && tool.tool == u"airflow")
            for (const ComposeService& other : m_services)
                if (value.isEmpty() && toolOf(other) == &tool)
                    value = other.valueOf(keys, m_secrets, m_read);
        return value;
    }

    QString uniqueId(const QString& name)
    {
        static const QRegularExpression others(u"[^A-Za-z0-9._-]+"_s);
        QString base = QString(name).replace(others, u"-"_s).left(56);
        while (!base.isEmpty() && !base.front().isLetterOrNumber())
            base.remove(0, 1);
        if (base.isEmpty())
            base = u"service"_s;
        QString id = base;
        for (int n = 2; !m_ids.insert(id).second; ++n)
            id = u"%1-%2"_s.arg(base).arg(n);
        return id;
    }

    const YamlNode& m_root;
    const ComposeVariables& m_variables;
    const ComposeFileReader& m_read;
    QMap<QString, QString> m_secrets; // name → file
    std::vector<ComposeService> m_services;
    std::set<QString> m_ids;
    ComposeReading m_out;
};

tl::unexpected<Error> refuse(const QString& file, const YamlMark& mark, Text message)
{
    return fail(Error::Kind::Protocol, issueLine(file, {mark, std::move(message), true}), {},
        PH_TEXT("Compose", "Choose a docker-compose.yaml with a list of services."), u"compose"_s);
}

} // namespace

Result<ComposeReading> readCompose(const QByteArray& text, const QString& file,
    const ComposeVariables& variables, const ComposeFileReader& readFile)
{
    const auto tree = parseYaml(text);
    if (!tree)
        return refuse(file, tree.error().mark, tree.error().message);
    const YamlEntry* services = (*tree)->find(u"services");
    if (!services || services->value->kind != YamlNode::Kind::Map)
        return refuse(file, services ? services->value->mark : YamlMark{1, 1},
            PH_TEXT("Compose", "there is no map of services"));
    ComposeReading reading = Importer(**tree, variables, readFile).run();
    reading.file = file;
    return reading;
}

Result<ComposeReading> loadCompose(const QString& file)
{
    const QFileInfo info(file);
    auto bytes = readSmallFile(info.absoluteFilePath());
    if (!bytes)
        return tl::unexpected(bytes.error());
    const QDir folder = info.absoluteDir();
    int left = 50; // files
    const ComposeFileReader read = [&](const QString& path) -> std::optional<QByteArray> {
        if (path.isEmpty() || --left < 0)
            return {};
        auto content = readSmallFile(folder.filePath(path), 64 << 10);
        return content ? std::optional(std::move(*content)) : std::nullopt;
    };
    const ComposeVariables variables(read(u".env"_s).value_or(QByteArray()));
    auto reading = readCompose(*bytes, info.absoluteFilePath(), variables, read);
    if (reading)
        for (const QString& other : folder.entryList({u"*compose.override.y*ml"_s}, QDir::Files))
            reading->remarks.push_back(
                {{1, 1}, PH_TEXT("Compose", "%1 is not read").arg(other), false});
    return reading;
}

Profile profileFrom(const ComposeReading& reading, const QString& name, const QString& timezone,
    const std::vector<AdapterDescriptor>& descriptors)
{
    Profile profile;
    profile.name = name;
    profile.environment = Environment::Staging;
    profile.writes = WriteMode::Ask;
    profile.timezone = timezone;
    for (const ComposeFinding& finding : reading.found) {
        ProfileService service = finding.entry;
        service.config.ns
            = namespaceFor(service.config, descriptorFor(descriptors, service.config));
        profile.services.push_back(std::move(service));
    }
    return profile;
}

} // namespace pilothouse::app
