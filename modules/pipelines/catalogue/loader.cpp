// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/catalogue/loader.h"

#include "pipelines/catalogue/kindreader.h"
#include "pipelines/catalogue/sandboxservices.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

// Q_INIT_RESOURCE declares a function and therefore must stand outside every namespace.
static void initPilothouseNodes()
{
    Q_INIT_RESOURCE(pilothouse_nodes);
}

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kBytes = 1 << 20; // of one file
constexpr qsizetype kFiles = 1'000; // of a folder

class FolderReader final
{
public:
    FolderReader(const QString& folder, const Catalogue* base)
        : m_folder(folder)
    {
        if (base)
            result.catalogue = *base;
    }

    CatalogueFolder result;

    void read()
    {
        const QDir folder(m_folder);
        QStringList names = folder.entryList({u"*.yaml"_s}, QDir::Files, QDir::Name);
        if (names.size() > kFiles) {
            ProblemList(m_folder, result.problems)
                .add({}, PH_TEXT("pipelines", "More than %1 files.").arg(kFiles));
            names.resize(kFiles);
        }
        readFile(u"_categories.yaml"_s, [this](ProblemList& problems, const YamlNode& root) {
            MapReader(problems, root).each(u"categories", [&](const YamlNode& node) {
                readCategory(problems, node);
            });
        });
        readFile(u"_services.yaml"_s, [](ProblemList& problems, const YamlNode& root) {
            (void)readServices(problems, root);
        });
        readFile(u"_sections.yaml"_s, [this](ProblemList& problems, const YamlNode& root) {
            MapReader(problems, root).each(u"sections", [&](const YamlNode& node) {
                readSection(problems, node);
            });
        });
        readFile(u"_fields.yaml"_s, [this](ProblemList& problems, const YamlNode& root) {
            m_fields.readShared(problems, root);
        });
        readFields(u"_task.yaml"_s, result.catalogue.task);
        readFields(u"_schedule.yaml"_s, result.catalogue.schedule);
        for (const QString& name : names) {
            if (!name.startsWith(u'_'))
                readKindFile(name);
            else if (!m_known.contains(name))
                ProblemList(name, result.problems)
                    .add({}, PH_TEXT("pipelines", "%1 is not known here.").arg(name));
        }
        readParts();
        sort();
    }

private:
    template <typename Read>
    void readFile(const QString& name, const Read& read)
    {
        m_known.append(name);
        if (QFile file(path(name)); !file.exists())
            return;
        ProblemList problems(name, result.problems);
        const auto bytes = bytesOf(name);
        if (!bytes)
            return problems.add({}, Text::verbatim(bytes.error().detail));
        const auto root = parseYaml(*bytes);
        if (!root)
            return problems.add(root.error().mark, root.error().message);
        read(problems, **root);
    }

    QString path(const QString& name) const { return m_folder + u'/' + name; }

    Result<QByteArray> bytesOf(const QString& name) const
    {
        if (!m_folder.startsWith(u':'))
            return readSmallFile(path(name), kBytes);
        QFile file(path(name)); // compiled in
        if (!file.open(QIODevice::ReadOnly))
            return fail(Error::Kind::NotFound, file.errorString(), name);
        return file.readAll();
    }

    void readCategory(ProblemList& problems, const YamlNode& node)
    {
        CategorySpec category;
        MapReader keys(problems, node);
        for (const QStringView needed : {u"id", u"title", u"icon"})
            keys.isRequired(needed);
        keys.text(u"id", category.id);
        keys.words(u"title", category.title);
        keys.text(u"icon", category.icon);
        QStringList kinds;
        keys.texts(u"kinds", kinds);
        m_order += kinds;
        result.catalogue.categories.push_back(std::move(category));
    }

    void readSection(ProblemList& problems, const YamlNode& node)
    {
        SectionSpec section;
        MapReader keys(problems, node);
        for (const QStringView needed : {u"id", u"title"})
            keys.isRequired(needed);
        keys.text(u"id", section.id);
        keys.words(u"title", section.title);
        result.catalogue.sections.push_back(std::move(section));
    }

    void readFields(const QString& name, std::vector<FieldSpec>& target)
    {
        readFile(name, [&](ProblemList& problems, const YamlNode& root) {
            MapReader keys(problems, root);
            target = m_fields.read(keys);
            checkSections(problems, root, target);
        });
    }

    void checkSections(
        ProblemList& problems, const YamlNode& root, const std::vector<FieldSpec>& fields)
    {
        for (const FieldSpec& field : fields) {
            if (!field.section.isEmpty() && !result.catalogue.section(field.section))
                problems.add(markOf(root, field.name),
                    PH_TEXT("pipelines", "There is no section %1.").arg(field.section));
        }
    }

    static YamlMark markOf(const YamlNode& root, const QString& field)
    {
        if (const YamlEntry* fields = root.find(u"fields")) {
            for (const YamlPtr& item : fields->value->items) {
                for (const QStringView key : {u"name", u"use"}) {
                    const YamlEntry* name = item->find(key);
                    if (name && name->value->text == field)
                        return item->mark;
                }
            }
        }
        return root.mark;
    }

    void readKindFile(const QString& name)
    {
        const size_t before = result.problems.size();
        readFile(name, [&](ProblemList& problems, const YamlNode& root) {
            NodeKind kind = readKind(problems, root, name.chopped(5), m_fields);
            kind.folder = m_folder;
            kind.tried = kind.tried && isInSandbox(kind.services);
            const auto& categories = result.catalogue.categories;
            if (!kind.category.isEmpty()
                && std::ranges::find(categories, kind.category, &CategorySpec::id)
                    == categories.end())
                problems.add(root.find(u"category")->value->mark,
                    PH_TEXT("pipelines", "There is no category %1.").arg(kind.category));
            checkSections(problems, root, kind.fields);
            if (result.catalogue.kind(kind.id))
                problems.add(root.mark, PH_TEXT("pipelines", "%1 is there already.").arg(kind.id));
            if (result.problems.size() != before)
                return;
            if (const YamlEntry* templates = root.find(u"templates"))
                for (const YamlPtr& item : templates->value->items)
                    if (const YamlEntry* file = item->find(u"file"))
                        m_marks.insert(kind.id + u'/' + file->value->text, file->value->mark);
            result.catalogue.kinds.push_back(std::move(kind));
        });
    }

    // Code that templates share, and the templates themselves.
    void readParts()
    {
        for (const auto& [path, text] : textsIn(u"parts"_s, u"*.py"_s))
            result.catalogue.parts[QFileInfo(path).completeBaseName()] = text;
        for (const auto& [path, text] : textsIn(u"templates"_s, u"*"_s))
            result.catalogue.texts[path] = text;
        std::erase_if(result.catalogue.kinds, [this](const NodeKind& kind) {
            bool whole = true;
            for (const TemplateSpec& one : kind.templates) {
                if (result.catalogue.texts.contains(kind.folder + u"/templates/"_s + one.file))
                    continue;
                whole = false;
                ProblemList(kind.id + u".yaml"_s, result.problems)
                    .add(m_marks.value(kind.id + u'/' + one.file),
                        PH_TEXT("pipelines", "There is no template %1.").arg(one.file));
            }
            return !whole;
        });
    }

    std::map<QString, QString> textsIn(const QString& below, const QString& filter)
    {
        std::map<QString, QString> texts;
        const QDir folder(path(below));
        for (const QString& name : folder.entryList({filter}, QDir::Files, QDir::Name)) {
            const auto bytes = bytesOf(below + u'/' + name);
            if (bytes)
                texts[folder.path() + u'/' + name] = QString::fromUtf8(*bytes);
            else
                ProblemList(below + u'/' + name, result.problems)
                    .add({}, Text::verbatim(bytes.error().detail));
        }
        return texts;
    }

    // By category, in it as `kinds` there tells, then by name.
    void sort()
    {
        const auto& categories = result.catalogue.categories;
        const auto rank = [&](const NodeKind& kind) {
            const auto category = std::ranges::find(categories, kind.category, &CategorySpec::id);
            const qsizetype listed = m_order.indexOf(kind.id);
            return std::pair(category - categories.begin(), listed < 0 ? m_order.size() : listed);
        };
        std::ranges::stable_sort(result.catalogue.kinds, {}, rank);
    }

    const QString m_folder;
    FieldReader m_fields;
    QStringList m_known; // files with a name of their own
    QStringList m_order; // of kinds
    QHash<QString, YamlMark> m_marks; // of the names of templates, by KIND/FILE
};

} // namespace

QString CatalogueProblem::where() const
{
    if (mark.line == 0)
        return file;
    return u"%1:%2:%3"_s.arg(file).arg(mark.line).arg(mark.column);
}

CatalogueFolder readFolder(const QString& folder, const Catalogue* base)
{
    FolderReader reader(folder, base);
    reader.read();
    return std::move(reader.result);
}

Result<Catalogue> readCatalogue(const QString& folder)
{
    CatalogueFolder read = readFolder(folder);
    if (read.problems.empty())
        return std::move(read.catalogue);
    const CatalogueProblem& first = read.problems.front();
    return fail(Error::Kind::Protocol, {}, first.where(), first.message);
}

CataloguePtr builtInCatalogue()
{
    static const CataloguePtr catalogue = [] {
        initPilothouseNodes();
        return std::make_shared<const Catalogue>(readFolder(u":/pilothouse/nodes"_s).catalogue);
    }();
    return catalogue;
}

namespace
{

QString& ownFolder()
{
    static QString folder;
    return folder;
}

} // namespace

KnownKinds kindsWith(const QString& folder)
{
    if (folder.isEmpty() || !QDir(folder).exists())
        return {builtInCatalogue(), {}};
    CatalogueFolder read = readFolder(folder, builtInCatalogue().get());
    return {std::make_shared<const Catalogue>(std::move(read.catalogue)), std::move(read.problems)};
}

void setOwnKinds(const QString& folder)
{
    ownFolder() = folder;
}

const KnownKinds& knownKinds()
{
    static const KnownKinds kinds = kindsWith(ownFolder());
    return kinds;
}

} // namespace pilothouse::pipelines
