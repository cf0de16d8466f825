// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview/logmatcher.h"

#include "ui/logview/logchunk.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <cstring>

namespace pilothouse::ui
{

namespace
{

struct Freed {
    void operator()(pcre2_code* p) const { pcre2_code_free(p); }
    void operator()(pcre2_match_data* p) const { pcre2_match_data_free(p); }
    void operator()(pcre2_match_context* p) const { pcre2_match_context_free(p); }
    void operator()(pcre2_jit_stack* p) const { pcre2_jit_stack_free(p); }
};

// A pattern that tries a line more often than this is too much for it.
constexpr uint32_t kMatchLimit = 1'000'000;

} // namespace

struct LogMatcher::Private {
    std::unique_ptr<pcre2_code, Freed> code;
    std::unique_ptr<pcre2_match_data, Freed> data;
    std::unique_ptr<pcre2_match_context, Freed> context;
    std::unique_ptr<pcre2_jit_stack, Freed> stack;
    QString problem;
    int problemAt = 0;
    bool literal = true;
    bool gaveUp = false;
    QByteArray scratch;

    // Start of the first match at or after `from`, -1: none. `end` is where it ends.
    qsizetype find(QByteArrayView text, qsizetype from, qsizetype& end)
    {
        const int n = pcre2_match(code.get(), reinterpret_cast<PCRE2_SPTR>(text.data()),
            size_t(text.size()), size_t(from), 0, data.get(), context.get());
        if (n < 0) {
            gaveUp = gaveUp || n != PCRE2_ERROR_NOMATCH;
            return -1;
        }
        const size_t* ovector = pcre2_get_ovector_pointer(data.get());
        end = qsizetype(ovector[1]);
        return qsizetype(ovector[0]);
    }
};

LogMatcher::LogMatcher(const LogPattern& pattern)
    : d(std::make_unique<Private>())
{
    const QByteArray text = pattern.text.toUtf8();
    // Logs may hold bytes that are no UTF-8; the engine looks between them.
    uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
    options |= pattern.regex ? PCRE2_UCP : PCRE2_LITERAL;
    options |= pattern.caseSensitive ? 0u : PCRE2_CASELESS;
    int error = 0;
    size_t at = 0;
    d->literal = !pattern.regex;
    d->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.constData()), size_t(text.size()),
        options, &error, &at, nullptr));
    if (!d->code) {
        PCRE2_UCHAR words[256];
        pcre2_get_error_message(error, words, sizeof words);
        d->problem = QString::fromUtf8(reinterpret_cast<const char*>(words));
        d->problemAt = int(QString::fromUtf8(text.constData(), qsizetype(at)).size());
        return;
    }
    pcre2_jit_compile(d->code.get(), PCRE2_JIT_COMPLETE); // without it slower, not different
    d->data.reset(pcre2_match_data_create(1, nullptr));
    d->context.reset(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(d->context.get(), kMatchLimit);
    d->stack.reset(pcre2_jit_stack_create(32 << 10, 1 << 20, nullptr));
    pcre2_jit_stack_assign(d->context.get(), nullptr, d->stack.get());
}

LogMatcher::~LogMatcher() = default;
LogMatcher::LogMatcher(LogMatcher&&) noexcept = default;
LogMatcher& LogMatcher::operator=(LogMatcher&&) noexcept = default;

bool LogMatcher::isValid() const
{
    return d->code != nullptr;
}
QString LogMatcher::problem() const
{
    return d->problem;
}
int LogMatcher::problemAt() const
{
    return d->problemAt;
}
bool LogMatcher::gaveUp() const
{
    return d->gaveUp;
}

bool LogMatcher::matches(QByteArrayView line)
{
    qsizetype end = 0;
    return d->code && d->find(line, 0, end) >= 0;
}

std::vector<std::pair<qsizetype, qsizetype>> LogMatcher::all(QByteArrayView line)
{
    std::vector<std::pair<qsizetype, qsizetype>> out;
    qsizetype from = 0;
    while (d->code && from <= line.size() && out.size() < 10'000) {
        qsizetype end = 0;
        const qsizetype begin = d->find(line, from, end);
        if (begin < 0)
            break;
        if (end > begin)
            out.emplace_back(begin, end);
        from = std::max(end, begin + 1);
        while (from < line.size() && (uchar(line[from]) & 0xC0u) == 0x80u)
            ++from; // not into the middle of a character
    }
    return out;
}

void LogMatcher::rowsOf(const LogChunk& chunk, std::vector<int>& rows)
{
    if (!d->code)
        return;
    if (d->literal && !chunk.hasEscapes()) {
        // A text has no line feed, so a match never leaves its line: all lines in one go.
        const QByteArrayView text = chunk.text();
        qsizetype end = 0;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype begin = d->find(text, at, end);
            if (begin < 0)
                break;
            const int row = chunk.rowAt(begin);
            rows.push_back(row);
            const void* feed = std::memchr(text.data() + begin, '\n', size_t(text.size() - begin));
            at = feed ? static_cast<const char*>(feed) - text.data() + 1 : text.size();
        }
        return;
    }
    for (int i = 0; i < chunk.rows(); ++i)
        if (matches(withoutEscapes(chunk.line(i).text, d->scratch)))
            rows.push_back(i);
}

qsizetype escapeLength(QByteArrayView line, qsizetype at)
{
    if (at >= line.size() || line[at] != 0x1b)
        return 0;
    if (at + 1 >= line.size())
        return 1;
    const char kind = line[at + 1];
    if (kind == '[') { // CSI: parameters, intermediates, one final byte
        qsizetype i = at + 2;
        while (i < line.size() && uchar(line[i]) >= 0x20 && uchar(line[i]) <= 0x3f)
            ++i;
        return std::min(i + 1, line.size()) - at;
    }
    if (kind == ']') { // OSC: up to BEL or ESC backslash
        for (qsizetype i = at + 2; i < line.size() && i < at + 4096; ++i) {
            if (line[i] == 0x07)
                return i + 1 - at;
            if (line[i] == 0x1b && i + 1 < line.size() && line[i + 1] == '\\')
                return i + 2 - at;
        }
        return 2;
    }
    return uchar(kind) >= 0x20 && uchar(kind) < 0x7f ? 2 : 1;
}

QByteArrayView withoutEscapes(QByteArrayView line, QByteArray& scratch)
{
    const void* first
        = line.isEmpty() ? nullptr : std::memchr(line.data(), 0x1b, size_t(line.size()));
    if (!first)
        return line;
    qsizetype at = static_cast<const char*>(first) - line.data();
    scratch = line.first(at).toByteArray();
    while (at < line.size()) {
        if (const qsizetype skip = escapeLength(line, at)) {
            at += skip;
            continue;
        }
        scratch.append(line[at++]);
    }
    return scratch;
}

} // namespace pilothouse::ui
