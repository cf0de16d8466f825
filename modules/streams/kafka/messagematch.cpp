// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/messagematch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstring>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

struct CodeDeleter {
    void operator()(pcre2_code* code) const { ::pcre2_code_free(code); }
};
struct DataDeleter {
    void operator()(pcre2_match_data* data) const { ::pcre2_match_data_free(data); }
};
struct ContextDeleter {
    void operator()(pcre2_match_context* context) const { ::pcre2_match_context_free(context); }
};

// A pattern that goes wild on one message is given up on, not waited for.
constexpr quint32 kMatchLimit = 1'000'000;

// "$.order.items[0].sku" → order, items, [0], sku.
std::optional<QStringList> pathOf(const QString& text)
{
    QStringList out;
    QString word;
    const QString path = text.startsWith(u'$') ? text.sliced(1) : text;
    const auto take = [&] {
        if (!word.isEmpty())
            out.append(std::exchange(word, {}));
    };
    for (const QChar c : path) {
        if (c == u'.') {
            take();
        } else if (c == u'[') {
            take();
            word = c;
        } else {
            word += c;
            if (c == u']' && word.startsWith(u'['))
                take();
        }
    }
    take();
    for (const QString& part : out) {
        bool ok = !part.startsWith(u'[');
        if (!ok && part.endsWith(u']'))
            (void)part.sliced(1, part.size() - 2).toInt(&ok);
        if (!ok)
            return std::nullopt;
    }
    return out.isEmpty() ? std::nullopt : std::optional(out);
}

QString textOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::fromUtf8(
            QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).chopped(1).sliced(1));
    case QJsonValue::Null:
        return u"null"_s;
    default:
        return {};
    }
}

bool looksLikeJson(QByteArrayView value)
{
    const auto first = std::find_if(value.begin(), value.end(),
        [](char c) { return c != ' ' && c != '\n' && c != '\r' && c != '\t'; });
    return first == value.end() || *first == '{' || *first == '[';
}

} // namespace

struct MessageMatcher::Regex {
    std::unique_ptr<pcre2_code, CodeDeleter> code;
    std::unique_ptr<pcre2_match_data, DataDeleter> data;
    std::unique_ptr<pcre2_match_context, ContextDeleter> context;
};

MessageMatcher::MessageMatcher(const MessagePattern& pattern)
    : m_pattern(pattern)
    , m_bytes(
          (pattern.mode == MessagePattern::Mode::Field ? pattern.equals : pattern.pattern).toUtf8())
{
}

MessageMatcher::~MessageMatcher() = default;

Result<std::unique_ptr<MessageMatcher>> MessageMatcher::make(
    const MessagePattern& pattern, Decode decode)
{
    using Mode = MessagePattern::Mode;
    std::unique_ptr<MessageMatcher> out(new MessageMatcher(pattern));
    if (pattern.mode == Mode::Field && !pattern.pattern.isEmpty()) {
        auto path = pathOf(pattern.pattern);
        if (!path)
            return fail(Error::Kind::Refused, pattern.pattern, {},
                PH_TEXT("streams", "Write a field as $.order.items[0].sku"), u"guard"_s);
        out->m_path = std::move(*path);
        out->m_decode = std::move(decode);
        return out;
    }
    if (pattern.mode == Mode::OneOf) {
        for (const QString& value : pattern.others)
            out->m_values.append(value.toUtf8());
        return out;
    }
    const bool regex = pattern.mode == Mode::Regex;
    if (pattern.mode == Mode::Tombstone || pattern.pattern.isEmpty()
        || (!regex && pattern.caseSensitive))
        return out;
    quint32 options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
    if (!regex)
        options |= PCRE2_LITERAL;
    if (!pattern.caseSensitive)
        options |= PCRE2_CASELESS;
    int problem = 0;
    size_t at = 0;
    out->m_regex = std::make_unique<Regex>();
    Regex& r = *out->m_regex;
    r.code.reset(::pcre2_compile(reinterpret_cast<PCRE2_SPTR>(out->m_bytes.constData()),
        size_t(out->m_bytes.size()), options, &problem, &at, nullptr));
    if (!r.code) {
        QByteArray words(256, '\0');
        ::pcre2_get_error_message(
            problem, reinterpret_cast<PCRE2_UCHAR*>(words.data()), size_t(words.size()));
        return fail(Error::Kind::Refused,
            u"%1: %2"_s.arg(at).arg(QString::fromUtf8(words.constData())), {},
            PH_TEXT("streams", "This is not a regular expression."), u"guard"_s);
    }
    ::pcre2_jit_compile(r.code.get(), PCRE2_JIT_COMPLETE);
    r.data.reset(::pcre2_match_data_create(1, nullptr));
    r.context.reset(::pcre2_match_context_create(nullptr));
    ::pcre2_set_match_limit(r.context.get(), kMatchLimit);
    return out;
}

bool MessageMatcher::fits(QByteArrayView bytes) const
{
    if (bytes.isNull())
        return false;
    if (!m_regex)
        return ::memmem(
                   bytes.data(), size_t(bytes.size()), m_bytes.constData(), size_t(m_bytes.size()))
            != nullptr;
    return ::pcre2_match(m_regex->code.get(), reinterpret_cast<PCRE2_SPTR>(bytes.data()),
               size_t(bytes.size()), 0, 0, m_regex->data.get(), m_regex->context.get())
        >= 0;
}

bool MessageMatcher::fieldFits(QByteArrayView json) const
{
    // What JSON cannot write in another way must stand there as it is.
    const bool plain = !m_bytes.isEmpty() && m_pattern.others.isEmpty()
        && std::all_of(m_bytes.begin(), m_bytes.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
                   || c == '_' || c == '-';
           });
    const bool number = plain && (m_bytes[0] == '-' || (m_bytes[0] >= '0' && m_bytes[0] <= '9'));
    if (json.isEmpty())
        return false;
    if (plain && !number && m_pattern.caseSensitive
        && ::memmem(json.data(), size_t(json.size()), m_bytes.constData(), size_t(m_bytes.size()))
            == nullptr
        && !json.contains('\\'))
        return false;
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()));
    QJsonValue value
        = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    for (const QString& part : m_path) {
        value = part.startsWith(u'[') ? value.toArray().at(part.sliced(1, part.size() - 2).toInt())
                                      : value.toObject().value(part);
        if (value.isUndefined())
            return false;
    }
    const QString text = textOf(value);
    const auto sensitive = m_pattern.caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive;
    return text.compare(m_pattern.equals, sensitive) == 0
        || m_pattern.others.contains(text, sensitive);
}

bool MessageMatcher::isOneOf(const RawRecord& record) const
{
    const auto is = [this](QByteArrayView bytes) {
        return !bytes.isNull()
            && std::any_of(m_values.begin(), m_values.end(),
                [&](const QByteArray& value) { return bytes == QByteArrayView(value); });
    };
    if ((m_pattern.where & MessagePattern::Key) && is(record.key))
        return true;
    if ((m_pattern.where & MessagePattern::Value) && is(record.value))
        return true;
    if (!(m_pattern.where & MessagePattern::Headers) || record.headerCount == 0)
        return false;
    const QByteArray name = m_pattern.equals.toUtf8();
    const auto headers = headersOf(record);
    return std::any_of(headers.begin(), headers.end(), [&](const MessageHeader& header) {
        return (name.isEmpty() || header.name == name) && is(header.value);
    });
}

bool MessageMatcher::matches(const RawRecord& record) const
{
    if (m_pattern.pattern.isEmpty())
        return true;
    if (m_pattern.mode == MessagePattern::Mode::Tombstone)
        return record.value.isNull();
    if (m_pattern.mode == MessagePattern::Mode::OneOf)
        return isOneOf(record);
    if (m_pattern.mode == MessagePattern::Mode::Field) {
        if (!m_decode || looksLikeJson(record.value))
            return fieldFits(record.value);
        const auto json = m_decode(record);
        return json && fieldFits(*json);
    }
    if ((m_pattern.where & MessagePattern::Value) && fits(record.value))
        return true;
    if ((m_pattern.where & MessagePattern::Key) && fits(record.key))
        return true;
    if (!(m_pattern.where & MessagePattern::Headers) || record.headerCount == 0)
        return false;
    const auto headers = headersOf(record);
    return std::any_of(headers.begin(), headers.end(), [this](const MessageHeader& header) {
        return fits(header.name) || (!header.value.isNull() && fits(header.value));
    });
}

} // namespace pilothouse::streams
