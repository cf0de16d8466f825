// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/decode/avroschema.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

using Kind = AvroType::Kind;

namespace
{

constexpr size_t kMostTypes = 20'000;

const QHash<QString, Kind>& primitives()
{
    static const QHash<QString, Kind> kWords{{u"null"_s, Kind::Null}, {u"boolean"_s, Kind::Boolean},
        {u"int"_s, Kind::Int}, {u"long"_s, Kind::Long}, {u"float"_s, Kind::Float},
        {u"double"_s, Kind::Double}, {u"bytes"_s, Kind::Bytes}, {u"string"_s, Kind::String}};
    return kWords;
}

tl::unexpected<Error> unreadable(const QString& why)
{
    return fail(Error::Kind::Protocol, u"Avro schema: "_s + why);
}

} // namespace

class AvroSchema::Builder final
{
public:
    explicit Builder(AvroSchema& schema)
        : m_schema(schema)
    {
    }

    Result<size_t> build(const QString& text)
    {
        // A bare word, "string", is a schema too, but no document of its own to Qt.
        QJsonParseError problem;
        const QByteArray json = "[" + text.toUtf8() + "]";
        const auto document = QJsonDocument::fromJson(json, &problem);
        if (problem.error != QJsonParseError::NoError || document.array().size() != 1)
            return unreadable(problem.errorString());
        return type(document.array().at(0), {}, 0);
    }

private:
    Result<size_t> add(AvroType type)
    {
        if (m_schema.m_types.size() >= kMostTypes)
            return unreadable(u"too large"_s);
        m_schema.m_types.push_back(std::move(type));
        return m_schema.m_types.size() - 1;
    }

    Result<size_t> named(const QString& word, const QString& space)
    {
        if (const auto known = primitives().constFind(word); known != primitives().cend()) {
            AvroType simple;
            simple.kind = *known;
            simple.word = word;
            return add(std::move(simple));
        }
        const QString full = word.contains(u'.') || space.isEmpty() ? word : space + u'.' + word;
        auto at = m_names.constFind(full);
        if (at == m_names.cend())
            at = m_names.constFind(word);
        if (at == m_names.cend())
            return unreadable(u"unknown type "_s + word);
        return *at;
    }

    Result<size_t> type(const QJsonValue& value, const QString& space, int depth)
    {
        if (depth > kMostDepth)
            return unreadable(u"nested too deeply"_s);
        if (value.isString())
            return named(value.toString(), space);
        if (value.isArray())
            return unionOf(value.toArray(), space, depth);
        if (!value.isObject())
            return unreadable(u"neither a name nor an object"_s);
        const QJsonObject o = value.toObject();
        const QJsonValue kind = o.value("type"_L1);
        if (!kind.isString())
            return type(kind, space, depth + 1);
        const QString word = kind.toString();
        if (word == "record"_L1 || word == "error"_L1)
            return recordOf(o, space, depth);
        if (word == "array"_L1 || word == "map"_L1) {
            const bool list = word == "array"_L1;
            const auto held
                = type(list ? o.value("items"_L1) : o.value("values"_L1), space, depth + 1);
            if (!held)
                return held;
            AvroType out;
            out.kind = list ? Kind::Array : Kind::Map;
            out.word = word;
            out.parts = {{{}, *held}};
            return add(std::move(out));
        }
        if (word == "enum"_L1 || word == "fixed"_L1)
            return leafOf(o, word, space);
        const auto simple = named(word, space);
        if (!simple)
            return simple;
        AvroType copy = m_schema.m_types[*simple];
        if (!dress(copy, o))
            return simple;
        return add(std::move(copy));
    }

    // Logical types that do not fit what they stand on are ignored, as the specification says.
    static bool dress(AvroType& type, const QJsonObject& o)
    {
        const QString logical = o.value("logicalType"_L1).toString();
        const auto is = [&logical](const char* word) {
            return logical == QLatin1String(word);
        };
        const bool fits = type.kind == Kind::Int ? is("date") || is("time-millis")
            : type.kind == Kind::Long ? is("time-micros") || logical.contains("timestamp-millis"_L1)
                || logical.contains("timestamp-micros"_L1)
            : type.kind == Kind::Bytes  ? is("decimal")
            : type.kind == Kind::String ? is("uuid")
            : type.kind == Kind::Fixed  ? is("decimal") || (is("duration") && type.size == 12)
                || (is("uuid") && type.size == 16)
                                       : false;
        if (!fits)
            return false;
        type.logical = logical;
        type.word = logical;
        type.scale = qBound(0, o.value("scale"_L1).toInt(), 10'000);
        return true;
    }

    QString define(const QJsonObject& o, const QString& space, size_t at, QString& inner)
    {
        QString name = o.value("name"_L1).toString();
        inner = o.value("namespace"_L1).toString(space);
        if (const qsizetype dot = name.lastIndexOf(u'.'); dot >= 0) {
            inner = name.left(dot);
            name = name.mid(dot + 1);
        }
        m_names.insert(inner.isEmpty() ? name : inner + u'.' + name, at);
        return name;
    }

    Result<size_t> recordOf(const QJsonObject& o, const QString& space, int depth)
    {
        AvroType empty;
        empty.kind = Kind::Record;
        const auto at = add(std::move(empty));
        if (!at)
            return at;
        QString inner;
        m_schema.m_types[*at].word = define(o, space, *at, inner); // it may hold itself
        const QJsonArray fields = o.value("fields"_L1).toArray();
        std::vector<AvroType::Part> parts;
        for (const QJsonValue& one : fields) {
            const QJsonObject field = one.toObject();
            const auto held = type(field.value("type"_L1), inner, depth + 1);
            if (!held)
                return held;
            parts.push_back({field.value("name"_L1).toString(), *held});
        }
        m_schema.m_types[*at].parts = std::move(parts);
        return at;
    }

    Result<size_t> leafOf(const QJsonObject& o, const QString& word, const QString& space)
    {
        AvroType out;
        out.kind = word == "enum"_L1 ? Kind::Enum : Kind::Fixed;
        const double size = o.value("size"_L1).toDouble(-1);
        if (out.kind == Kind::Fixed && (size < 0 || size > 1e9))
            return unreadable(u"a fixed without a size"_s);
        out.size = int(size);
        for (const QJsonValue& symbol : o.value("symbols"_L1).toArray())
            out.symbols.append(symbol.toString());
        const auto at = add(std::move(out));
        if (!at)
            return at;
        QString inner;
        AvroType& type = m_schema.m_types[*at];
        type.word = define(o, space, *at, inner);
        (void)dress(type, o);
        return at;
    }

    Result<size_t> unionOf(const QJsonArray& branches, const QString& space, int depth)
    {
        AvroType out;
        out.kind = Kind::Union;
        QStringList words;
        for (const QJsonValue& branch : branches) {
            const auto held = type(branch, space, depth + 1);
            if (!held)
                return held;
            out.parts.push_back({{}, *held});
            words.append(m_schema.m_types[*held].word);
        }
        out.word = words.join(u" or "_s);
        return add(std::move(out));
    }

    AvroSchema& m_schema;
    QHash<QString, size_t> m_names;
};

Result<std::shared_ptr<const AvroSchema>> AvroSchema::make(
    const QString& text, const QStringList& references)
{
    const std::shared_ptr<AvroSchema> out(new AvroSchema);
    Builder builder(*out);
    for (const QString& one : references)
        if (const auto built = builder.build(one); !built)
            return tl::unexpected(built.error());
    const auto root = builder.build(text);
    if (!root)
        return tl::unexpected(root.error());
    out->m_root = *root;
    return std::shared_ptr<const AvroSchema>(out);
}

} // namespace pilothouse::streams
