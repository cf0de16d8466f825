// SPDX-License-Identifier: GPL-3.0-or-later
// Cutting logs out of their envelopes: JSON that is still arriving, and Python's own notation.
#include "workflow/airflow/logdecode.h"

#include <cstring>

namespace pilothouse::workflow
{

// An element that lies in one piece is handed on where it is.
bool ContentSplitter::element(QByteArrayView last)
{
    if (!m_element.isEmpty())
        m_element.append(last);
    const QByteArrayView one = (m_element.isEmpty() ? last : QByteArrayView(m_element)).trimmed();
    if (!one.isEmpty() && m_more)
        m_more = m_onElement(one);
    m_element.resize(0); // keeps its memory
    return m_more;
}

bool ContentSplitter::feed(QByteArrayView piece)
{
    const char* at = piece.data();
    const char* const end = at + piece.size();
    const char* kept = at; // what is before it has its place
    const char* quote = nullptr; // the next one, so that no byte is searched twice for it
    const auto keep = [&] {
        (m_inContent ? m_element : m_rest).append(kept, at - kept);
        kept = at;
    };
    while (at < end && m_more) {
        if (m_inString) {
            if (m_escaped) {
                m_escaped = false;
                ++at;
                continue;
            }
            if (quote < at)
                quote = static_cast<const char*>(std::memchr(at, '"', size_t(end - at)));
            if (!quote)
                quote = end;
            const auto* escape
                = static_cast<const char*>(std::memchr(at, '\\', size_t(quote - at)));
            const char* const stop = escape ? escape : quote;
            if (!m_inContent && m_depth == 1)
                m_key.append(at, stop - at);
            at = stop;
            if (at < end) {
                m_escaped = escape != nullptr;
                m_inString = m_escaped;
                ++at;
            }
            continue;
        }
        const char c = *at;
        if (m_inContent && m_depth == 2 && (c == ',' || c == ']')) {
            element({kept, at - kept});
            kept = ++at;
            if (c == ']') {
                m_inContent = false;
                m_depth = 1;
                m_rest.append(']');
            }
            continue;
        }
        ++at;
        if (c == '"') {
            m_inString = true;
            if (!m_inContent && m_depth == 1)
                m_key.clear();
        } else if (c == '{' || c == '[') {
            ++m_depth;
            if (c == '[' && !m_inContent && m_depth == 2 && m_key == "content") {
                keep();
                m_inContent = true;
            }
        } else if (c == '}' || c == ']') {
            --m_depth;
        }
    }
    keep();
    return m_more;
}

namespace
{

int hexDigits(const char*& at, const char* end, int count)
{
    int value = 0;
    for (int i = 0; i < count && at < end; ++i, ++at) {
        const char c = *at;
        const int digit = c >= '0' && c <= '9'       ? c - '0'
            : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                     : -1;
        if (digit < 0)
            break;
        value = value * 16 + digit;
    }
    return value;
}

// A Python string from its opening quote; `at` is moved behind the closing one. False: cut off.
bool pythonString(const char*& at, const char* end, QByteArray* out)
{
    const char quote = *at++;
    while (at < end) {
        const char* stop = at;
        while (stop < end && *stop != quote && *stop != '\\')
            ++stop;
        if (out)
            out->append(at, stop - at);
        at = stop;
        if (at == end)
            return false;
        if (*at == quote) {
            ++at;
            return true;
        }
        if (++at == end)
            return false;
        const char c = *at++;
        char32_t code = 0;
        switch (c) {
        case 'n':
            code = '\n';
            break;
        case 't':
            code = '\t';
            break;
        case 'r':
            code = '\r';
            break;
        case 'x':
            code = char32_t(hexDigits(at, end, 2));
            break;
        case 'u':
            code = char32_t(hexDigits(at, end, 4));
            break;
        case 'U':
            code = char32_t(hexDigits(at, end, 8));
            break;
        default:
            code = uchar(c);
        }
        if (out) {
            if (code < 0x80)
                out->append(char(code));
            else
                out->append(QString::fromUcs4(&code, 1).toUtf8());
        }
    }
    return false;
}

void skipBlank(const char*& at, const char* end)
{
    while (at < end && (*at == ' ' || *at == '\n' || *at == ','))
        ++at;
}

} // namespace

QByteArray textOfPythonList(QByteArrayView content)
{
    const char* at = content.data();
    const char* const end = at + content.size();
    QByteArray out;
    out.reserve(content.size());
    const auto isQuote = [&] {
        return at < end && (*at == '\'' || *at == '"');
    };
    if (at == end || *at != '[')
        return content.toByteArray();
    ++at;
    for (;;) {
        skipBlank(at, end);
        if (at < end && *at == ']')
            return out;
        if (at == end || *at != '(')
            return content.toByteArray();
        ++at;
        skipBlank(at, end);
        if (!isQuote() || !pythonString(at, end, nullptr)) // the host
            return content.toByteArray();
        skipBlank(at, end);
        if (!isQuote())
            return content.toByteArray();
        if (!out.isEmpty() && !out.endsWith('\n')) // the next host's lines
            out.append('\n');
        if (!pythonString(at, end, &out)) // cut off: what has come stands
            return out;
        skipBlank(at, end);
        if (at < end && *at == ')')
            ++at;
    }
}

} // namespace pilothouse::workflow
