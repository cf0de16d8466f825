// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/airflow/jsonpull.h"

#include <cstring>

namespace pilothouse::workflow
{

namespace
{

int hexOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// Four hex digits; -1: not.
int unitOf(const char* at, const char* end)
{
    if (end - at < 4)
        return -1;
    int value = 0;
    for (int i = 0; i < 4; ++i) {
        const int digit = hexOf(at[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

void appendUtf8(QByteArray& out, char32_t c)
{
    if (c < 0x80) {
        out.append(char(c));
    } else if (c < 0x800) {
        out.append(char(0xc0 | (c >> 6)));
        out.append(char(0x80 | (c & 0x3f)));
    } else if (c < 0x10000) {
        out.append(char(0xe0 | (c >> 12)));
        out.append(char(0x80 | ((c >> 6) & 0x3f)));
        out.append(char(0x80 | (c & 0x3f)));
    } else {
        out.append(char(0xf0 | (c >> 18)));
        out.append(char(0x80 | ((c >> 12) & 0x3f)));
        out.append(char(0x80 | ((c >> 6) & 0x3f)));
        out.append(char(0x80 | (c & 0x3f)));
    }
}

// `at` is behind the 'u'; moved behind what was used. A lone half of a pair becomes U+FFFD.
bool appendUnicode(QByteArray& out, const char*& at, const char* end)
{
    const int first = unitOf(at, end);
    if (first < 0)
        return false;
    at += 4;
    char32_t c = char32_t(first);
    if (first >= 0xd800 && first < 0xdc00) {
        const int second
            = end - at >= 6 && at[0] == '\\' && at[1] == 'u' ? unitOf(at + 2, end) : -1;
        if (second >= 0xdc00 && second < 0xe000) {
            c = 0x10000 + ((char32_t(first) - 0xd800) << 10) + (char32_t(second) - 0xdc00);
            at += 6;
        } else {
            c = 0xfffd;
        }
    } else if (first >= 0xdc00 && first < 0xe000) {
        c = 0xfffd;
    }
    appendUtf8(out, c);
    return true;
}

} // namespace

void JsonPull::space()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
}

bool JsonPull::atEnd()
{
    space();
    return m_at == m_end;
}

char JsonPull::peek()
{
    space();
    return m_at < m_end ? *m_at : '\0';
}

bool JsonPull::enter(char open)
{
    if (peek() != open)
        return false;
    ++m_at;
    m_first = true;
    return true;
}

bool JsonPull::next()
{
    const char c = peek();
    if (c == '\0')
        return fail(); // the text ends inside
    if (c == ']' || c == '}') {
        ++m_at;
        m_first = false;
        return false;
    }
    if (!m_first) {
        if (c != ',')
            return fail();
        ++m_at;
    }
    m_first = false;
    return true;
}

QByteArrayView JsonPull::key()
{
    if (peek() != '"') {
        fail();
        return {};
    }
    const char* from = m_at + 1;
    if (!skipString())
        return {};
    const char* to = m_at - 1;
    if (peek() != ':') {
        fail();
        return {};
    }
    ++m_at;
    return {from, to - from};
}

bool JsonPull::skipString()
{
    for (const char* p = m_at + 1;;) {
        const auto* quote = static_cast<const char*>(std::memchr(p, '"', size_t(m_end - p)));
        if (!quote)
            return fail();
        const char* back = quote;
        while (back > m_at + 1 && back[-1] == '\\')
            --back;
        p = quote + 1;
        if ((quote - back) % 2 == 0) {
            m_at = p;
            return true;
        }
        if (p >= m_end)
            return fail();
    }
}

QByteArrayView JsonPull::string(QByteArray& scratch)
{
    if (peek() != '"') {
        skip();
        return {};
    }
    const char* from = m_at + 1;
    if (!skipString())
        return {};
    const char* to = m_at - 1;
    const auto* escape = static_cast<const char*>(std::memchr(from, '\\', size_t(to - from)));
    if (!escape)
        return {from, to - from};
    scratch.clear();
    for (const char* p = from; p < to;) {
        if (!escape) {
            scratch.append(p, to - p);
            break;
        }
        scratch.append(p, escape - p);
        p = escape + 1;
        const char c = *p++;
        switch (c) {
        case 'n':
            scratch.append('\n');
            break;
        case 't':
            scratch.append('\t');
            break;
        case 'r':
            scratch.append('\r');
            break;
        case 'b':
            scratch.append('\b');
            break;
        case 'f':
            scratch.append('\f');
            break;
        case 'u':
            if (!appendUnicode(scratch, p, to)) {
                fail();
                return {};
            }
            break;
        default:
            scratch.append(c);
        }
        escape = p < to ? static_cast<const char*>(std::memchr(p, '\\', size_t(to - p))) : nullptr;
    }
    return scratch;
}

qint64 JsonPull::integer(qint64 otherwise)
{
    bool ok = false;
    const QByteArrayView text = raw();
    const qint64 value = text.toLongLong(&ok);
    if (ok)
        return value;
    const double real = text.toDouble(&ok); // "1.0"
    return ok && qAbs(real) < 9e15 ? qint64(real) : otherwise;
}

bool JsonPull::boolean()
{
    return raw() == QByteArrayView("true");
}

QByteArrayView JsonPull::raw()
{
    const char first = peek();
    const char* from = m_at;
    if (first == '"') {
        skipString();
    } else if (first == '{' || first == '[') {
        int depth = 0;
        while (m_at < m_end) {
            const char c = *m_at;
            if (c == '"') {
                if (!skipString())
                    return {};
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[')
                ++depth;
            else if ((c == '}' || c == ']') && --depth == 0)
                break;
        }
        if (depth != 0) {
            fail();
            return {};
        }
    } else {
        while (m_at < m_end && *m_at != ',' && *m_at != '}' && *m_at != ']' && *m_at != ' '
            && *m_at != '\n' && *m_at != '\r' && *m_at != '\t')
            ++m_at;
        if (m_at == from)
            fail();
    }
    m_first = false;
    return m_broken ? QByteArrayView() : QByteArrayView(from, m_at - from);
}

} // namespace pilothouse::workflow
