// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/check/secrets.h"

#include <QRegularExpression>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

bool has(const QRegularExpression& pattern, const QString& text)
{
    return pattern.match(text).hasMatch();
}

// What stands for a secret that is kept elsewhere.
bool isPlaceholder(QStringView text)
{
    const QStringView value = text.trimmed();
    if (value.isEmpty() || value.contains(u"{{") || value.contains(u"${") || value.startsWith(u'<')
        || value.startsWith(u"env:") || value.startsWith(u'%'))
        return true;
    for (const QChar c : value) {
        if (c != u'*' && c != u'x' && c != u'.')
            return false;
    }
    return true;
}

// "password", "fs.s3a.secret.key", "X-Api-Key", "Authorization"
bool isSecretName(const QString& name)
{
    if (name.size() < 3)
        return false;
    static const QRegularExpression pattern(
        u"(?:^|[^a-z])(?:password|passwd|pwd|passphrase|secret|token|api[_.-]?key|access[_.-]?key|"
        u"private[_.-]?key|authorization|credentials?)$|secret[_.-]key"_s,
        QRegularExpression::CaseInsensitiveOption);
    return has(pattern, name);
}

std::optional<Text> knownShape(const QString& text)
{
    static const QRegularExpression privateKey(
        u"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"_s);
    static const QRegularExpression aws(u"\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"_s);
    static const QRegularExpression tokens(
        u"\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,}|glpat-[A-Za-z0-9_-]{20,}|"
        u"xox[abprs]-[A-Za-z0-9-]{10,}|eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.)"_s);
    if (text.contains(u"-----BEGIN"_s) && has(privateKey, text))
        return PH_TEXT("pipelines", "This holds a private key. Keep it in a connection.");
    if (text.size() < 15)
        return {};
    if (has(aws, text))
        return PH_TEXT("pipelines", "This holds an access key. Keep it in a connection.");
    if (has(tokens, text))
        return PH_TEXT("pipelines", "This holds a token. Keep it in a connection.");
    return {};
}

std::optional<Text> passwordIn(const QString& text)
{
    static const QRegularExpression address(u"[a-z][a-z0-9+.-]*://[^\\s/@:]*:([^\\s/@]+)@"_s,
        QRegularExpression::CaseInsensitiveOption);
    // password=abc as connection strings have it, password = "abc" as code has it.
    static const QRegularExpression assigned(
        u"(?:^|[^a-z])(?:password|passwd|pwd|secret|token|api_?key|secret_?access_?key)[\"']?"
        u"(?:=([^\\s\"'()\\[\\],;&{}$]{4,})|\\s*[:=]\\s*[\"']([^\"'\\n]{4,})[\"'])"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bearer(u"\\b(?:Bearer|Basic) +([A-Za-z0-9._~+/=-]{16,})"_s);
    // What each needs, so that most texts are not searched at all.
    const bool maySay[]{text.contains(u"://"_s) && text.contains(u'@'),
        text.contains(u'=') || text.contains(u':'),
        text.contains(u"er "_s) || text.contains(u"ic "_s)};
    size_t at = 0;
    for (const auto* pattern : {&address, &assigned, &bearer}) {
        if (!maySay[at++])
            continue;
        for (auto found = pattern->globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch one = found.next();
            const QString value = one.captured(one.lastCapturedIndex());
            // `password=settings.password` is code, no value.
            const bool isCode
                = pattern == &assigned && !one.captured(1).isEmpty() && value.contains(u'.');
            if (!isPlaceholder(value) && !isCode)
                return PH_TEXT("pipelines", "This holds a password. Keep it in a connection.");
        }
    }
    return {};
}

} // namespace

std::optional<Text> secretIn(const QString& name, const Value& value)
{
    const bool isScalar = value.kind == Value::Kind::Text || value.kind == Value::Kind::Number;
    if (isScalar && isSecretName(name) && !isPlaceholder(value.text))
        return PH_TEXT("pipelines", "%1 is a secret. Keep it in a connection.").arg(name);
    if (value.kind == Value::Kind::Text && value.text.size() >= 8) {
        if (auto found = knownShape(value.text))
            return found;
        if (auto found = passwordIn(value.text))
            return found;
    }
    for (const Value& item : value.items) {
        if (auto found = secretIn({}, item))
            return found;
    }
    for (const auto& [key, entry] : value.entries) {
        if (auto found = secretIn(key, entry))
            return found;
    }
    return {};
}

} // namespace pilothouse::pipelines
