// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/decode/protoschema.h"

#include <google/protobuf/compiler/parser.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/dynamic_message.h>
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/unknown_field_set.h>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace pb = google::protobuf;

namespace
{

constexpr qsizetype kMostText = 4 << 20; // bytes of a schema

QString fromStd(const std::string& text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

// Both collectors keep the first complaint.
class SyntaxErrors final : public pb::io::ErrorCollector
{
public:
    QString first;
    void AddError(int line, pb::io::ColumnNumber column, const std::string& message) override
    {
        if (first.isEmpty())
            first = u"%1:%2: %3"_s.arg(line + 1).arg(column + 1).arg(fromStd(message));
    }
};
class MeaningErrors final : public pb::DescriptorPool::ErrorCollector
{
public:
    QString first;
    void AddError(const std::string& file, const std::string& element, const pb::Message*,
        ErrorLocation, const std::string& message) override
    {
        if (first.isEmpty())
            first = u"%1: %2: %3"_s.arg(fromStd(file), fromStd(element), fromStd(message));
    }
};

tl::unexpected<Error> unreadable(const QString& why)
{
    return fail(Error::Kind::Protocol, u"Protobuf: "_s + why);
}

class Walker final
{
public:
    bool message(const pb::Message& message, ValueNode& out, int depth)
    {
        const pb::Descriptor* type = message.GetDescriptor();
        out.type = fromStd(type->name());
        if (depth > kMostDepth || --m_left < 0)
            return false;
        if (wellKnown(message, out))
            return true;
        out.kind = ValueNode::Kind::Record;
        const pb::Reflection* look = message.GetReflection();
        for (int i = 0; i < type->field_count(); ++i) {
            const pb::FieldDescriptor* field = type->field(i);
            if (field->is_repeated()) {
                if (look->FieldSize(message, field) > 0 && !repeated(message, field, out, depth))
                    return false;
                continue;
            }
            // What has no presence is there with its default.
            if (field->has_presence() && !look->HasField(message, field))
                continue;
            ValueNode& child = out.children.emplace_back();
            if (!value(message, field, -1, child, depth))
                return false;
            child.name = fromStd(field->name());
        }
        return unknown(look->GetUnknownFields(message), out);
    }

private:
    bool repeated(
        const pb::Message& message, const pb::FieldDescriptor* field, ValueNode& out, int depth)
    {
        const pb::Reflection* look = message.GetReflection();
        ValueNode& list = out.children.emplace_back();
        list.name = fromStd(field->name());
        list.type = field->is_map() ? u"map"_s : u"repeated "_s + wordOf(field);
        list.kind = field->is_map() ? ValueNode::Kind::Record : ValueNode::Kind::List;
        for (int i = 0; i < look->FieldSize(message, field); ++i) {
            ValueNode child;
            if (!field->is_map()) {
                if (!value(message, field, i, child, depth))
                    return false;
            } else {
                const pb::Message& entry = look->GetRepeatedMessage(message, field, i);
                ValueNode key;
                const pb::Descriptor* type = entry.GetDescriptor();
                if (!value(entry, type->map_key(), -1, key, depth)
                    || !value(entry, type->map_value(), -1, child, depth))
                    return false;
                child.name = key.text;
            }
            list.children.push_back(std::move(child));
        }
        return true;
    }

    static QString wordOf(const pb::FieldDescriptor* field)
    {
        if (field->message_type())
            return fromStd(field->message_type()->name());
        return field->enum_type() ? fromStd(field->enum_type()->name())
                                  : QString::fromLatin1(field->type_name());
    }

    // `at` below 0: not repeated.
    bool value(
        const pb::Message& m, const pb::FieldDescriptor* f, int at, ValueNode& out, int depth)
    {
        using Type = pb::FieldDescriptor::CppType;
        const pb::Reflection* r = m.GetReflection();
        const bool one = at < 0;
        const QString word = wordOf(f);
        if (--m_left < 0)
            return false;
        switch (f->cpp_type()) {
        case Type::CPPTYPE_MESSAGE:
            return message(
                one ? r->GetMessage(m, f) : r->GetRepeatedMessage(m, f, at), out, depth + 1);
        case Type::CPPTYPE_INT32:
            out = numberNode(qint64(one ? r->GetInt32(m, f) : r->GetRepeatedInt32(m, f, at)), word);
            break;
        case Type::CPPTYPE_INT64:
            out = numberNode(qint64(one ? r->GetInt64(m, f) : r->GetRepeatedInt64(m, f, at)), word);
            break;
        case Type::CPPTYPE_UINT32:
            out = numberNode(
                qint64(one ? r->GetUInt32(m, f) : r->GetRepeatedUInt32(m, f, at)), word);
            break;
        case Type::CPPTYPE_UINT64:
            out = numberNode(qint64(0), word);
            out.text = QString::number(
                quint64(one ? r->GetUInt64(m, f) : r->GetRepeatedUInt64(m, f, at)));
            break;
        case Type::CPPTYPE_DOUBLE:
            out = numberNode(one ? r->GetDouble(m, f) : r->GetRepeatedDouble(m, f, at), word);
            break;
        case Type::CPPTYPE_FLOAT:
            out = numberNode(double(one ? r->GetFloat(m, f) : r->GetRepeatedFloat(m, f, at)), word);
            break;
        case Type::CPPTYPE_BOOL:
            out = {ValueNode::Kind::Bool, {}, word,
                (one ? r->GetBool(m, f) : r->GetRepeatedBool(m, f, at)) ? u"true"_s : u"false"_s,
                {}};
            break;
        case Type::CPPTYPE_ENUM: {
            const int number = one ? r->GetEnumValue(m, f) : r->GetRepeatedEnumValue(m, f, at);
            const auto* named = f->enum_type()->FindValueByNumber(number);
            out = named ? textNode(fromStd(named->name()), word) : numberNode(qint64(number), word);
            break;
        }
        case Type::CPPTYPE_STRING: {
            const std::string text = one ? r->GetString(m, f) : r->GetRepeatedString(m, f, at);
            out = bytesNode(QByteArrayView(text.data(), qsizetype(text.size())), word);
            break;
        }
        }
        return true;
    }

    // Times and the wrappers are values, no messages of fields.
    bool wellKnown(const pb::Message& m, ValueNode& out)
    {
        const pb::Descriptor* type = m.GetDescriptor();
        const std::string& full = type->full_name();
        const pb::Reflection* r = m.GetReflection();
        if (full == "google.protobuf.Timestamp" || full == "google.protobuf.Duration") {
            const auto* seconds = type->FindFieldByNumber(1);
            const auto* nanos = type->FindFieldByNumber(2);
            if (!seconds || !nanos || seconds->cpp_type() != pb::FieldDescriptor::CPPTYPE_INT64
                || nanos->cpp_type() != pb::FieldDescriptor::CPPTYPE_INT32 || seconds->is_repeated()
                || nanos->is_repeated())
                return false;
            const qint64 s = r->GetInt64(m, seconds);
            const qint32 n = r->GetInt32(m, nanos);
            if (n < 0 || n > 999'999'999)
                return false;
            const QString rest = n == 0 ? QString() : u".%1"_s.arg(n, 9, 10, QChar(u'0'));
            const QString time = timeText(s, 0);
            out = type->name() == "Duration" || !time.endsWith(u'Z')
                ? textNode(QString::number(s) + rest + u's', out.type)
                : textNode(time.chopped(1) + rest + u'Z', out.type);
            return true;
        }
        return false;
    }

    bool unknown(const pb::UnknownFieldSet& fields, ValueNode& out)
    {
        for (int i = 0; i < fields.field_count(); ++i) {
            if (--m_left < 0)
                return false;
            const pb::UnknownField& field = fields.field(i);
            ValueNode child;
            const QString word = u"not in the schema"_s;
            switch (field.type()) {
            case pb::UnknownField::TYPE_VARINT:
                child = numberNode(qint64(field.varint()), word);
                break;
            case pb::UnknownField::TYPE_FIXED32:
                child = numberNode(qint64(field.fixed32()), word);
                break;
            case pb::UnknownField::TYPE_FIXED64:
                child = numberNode(qint64(field.fixed64()), word);
                break;
            case pb::UnknownField::TYPE_LENGTH_DELIMITED: {
                const std::string& bytes = field.length_delimited();
                child = bytesNode(QByteArrayView(bytes.data(), qsizetype(bytes.size())), word);
                break;
            }
            case pb::UnknownField::TYPE_GROUP:
                child = textNode(u"group"_s, word);
                break;
            }
            child.name = u"#%1"_s.arg(field.number());
            out.children.push_back(std::move(child));
        }
        return true;
    }

    int m_left = kMostNodes;
};

bool varint(QByteArrayView bytes, qsizetype& at, qint64& out)
{
    quint64 v = 0;
    for (int shift = 0; shift < 64 && at < bytes.size(); shift += 7) {
        const quint8 byte = quint8(bytes[at++]);
        v |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80) {
            out = qint64(v >> 1) ^ -qint64(v & 1);
            return true;
        }
    }
    return false;
}

} // namespace

struct ProtoSchema::Library {
    pb::DescriptorPool pool{pb::DescriptorPool::generated_pool()}; // with the well-known types
    mutable pb::DynamicMessageFactory factory{&pool};
    const pb::FileDescriptor* file = nullptr;

    Result<const pb::FileDescriptor*> add(const QString& name, const QString& text)
    {
        const QByteArray bytes = text.toUtf8();
        if (bytes.size() > kMostText)
            return unreadable(u"the schema is too large"_s);
        pb::io::ArrayInputStream input(bytes.constData(), int(bytes.size()));
        SyntaxErrors syntax;
        pb::io::Tokenizer tokens(&input, &syntax);
        pb::compiler::Parser parser;
        parser.RecordErrorsTo(&syntax);
        pb::FileDescriptorProto parsed;
        parsed.set_name(name.toStdString());
        if (!parser.Parse(&tokens, &parsed) || !syntax.first.isEmpty())
            return unreadable(name + u':' + syntax.first);
        if (const auto* known = pool.FindFileByName(parsed.name()))
            return known;
        MeaningErrors meaning;
        const auto* built = pool.BuildFileCollectingErrors(parsed, &meaning);
        if (!built)
            return unreadable(meaning.first);
        return built;
    }
};

ProtoSchema::ProtoSchema()
    : m_library(std::make_unique<Library>())
{
}

ProtoSchema::~ProtoSchema() = default;

Result<std::shared_ptr<const ProtoSchema>> ProtoSchema::make(
    const QString& text, const std::vector<std::pair<QString, QString>>& references)
{
    // The library writes complaints about bytes to stderr; we tell them ourselves.
    static const auto* const quiet = pb::SetLogHandler(nullptr) ? "was set" : "was not";
    (void)quiet;
    const std::shared_ptr<ProtoSchema> out(new ProtoSchema);
    for (const auto& [name, imported] : references)
        if (const auto added = out->m_library->add(name, imported); !added)
            return tl::unexpected(added.error());
    const auto file = out->m_library->add(u"the schema.proto"_s, text);
    if (!file)
        return tl::unexpected(file.error());
    out->m_library->file = *file;
    return std::shared_ptr<const ProtoSchema>(out);
}

Result<ValueNode> ProtoSchema::readIndexed(QByteArrayView bytes) const
{
    qsizetype at = 0;
    qint64 count = 0;
    if (!varint(bytes, at, count) || count < 0 || count > kMostDepth)
        return unreadable(u"no index of a message"_s);
    std::vector<int> path;
    for (qint64 i = 0; i < count; ++i) {
        qint64 index = 0;
        if (!varint(bytes, at, index) || index < 0 || index > 100'000)
            return unreadable(u"no index of a message"_s);
        path.push_back(int(index));
    }
    if (path.empty())
        path = {0};
    return read(bytes.sliced(at), path);
}

Result<ValueNode> ProtoSchema::read(QByteArrayView bytes, const std::vector<int>& path) const
{
    const pb::Descriptor* type = nullptr;
    for (const int index : path) {
        const int count = type ? type->nested_type_count() : m_library->file->message_type_count();
        if (index < 0 || index >= count)
            return unreadable(u"the schema has no message %1"_s.arg(index));
        type = type ? type->nested_type(index) : m_library->file->message_type(index);
    }
    if (!type)
        return unreadable(u"the schema has no message"_s);
    const std::unique_ptr<pb::Message> message(m_library->factory.GetPrototype(type)->New());
    if (bytes.size() > (64 << 20)
        || !message->ParsePartialFromArray(bytes.data(), int(bytes.size())))
        return unreadable(u"the bytes are no %1"_s.arg(fromStd(type->full_name())));
    ValueNode out;
    if (!Walker().message(*message, out, 0))
        return unreadable(u"too many values"_s);
    return out;
}

} // namespace pilothouse::streams
