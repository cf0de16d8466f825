// SPDX-License-Identifier: GPL-3.0-or-later
// A name is first held against the letters of the query as a bit set, which drops nearly all of two
// million names at memory speed; what is left is matched letter by letter.
#include "ui/palette/fuzzyindex.h"

#include <QChar>

#include <algorithm>
#include <array>

namespace pilothouse::ui
{

namespace
{

constexpr size_t kMaxLength = 1000;
constexpr size_t kMaxQuery = 60;

// The score of one matched letter.
constexpr int kLetter = 16;
constexpr int kFirst = 40; // the name begins with it
constexpr int kWordStart = 26; // after . _ - : / or a space, or a capital after a small letter
constexpr int kInRow = 22; // right after the letter matched before
constexpr int kWhole = 120; // the query is the name
constexpr int kGapMost = 12; // letters skipped between two matches, counted up to this

char16_t fold(char16_t c)
{
    if (c < 0x80)
        return c >= u'A' && c <= u'Z' ? static_cast<char16_t>(c + 32) : c;
    return static_cast<char16_t>(QChar::toCaseFolded(c));
}

std::uint64_t bitOf(char16_t folded)
{
    if (folded >= u'a' && folded <= u'z')
        return std::uint64_t(1) << (folded - u'a');
    if (folded >= u'0' && folded <= u'9')
        return std::uint64_t(1) << (26 + folded - u'0');
    return std::uint64_t(1) << (36 + folded % 28);
}

bool isSeparator(char16_t c)
{
    switch (c) {
    case u'.':
    case u'_':
    case u'-':
    case u':':
    case u'/':
    case u' ':
    case u'@':
    case u'{':
    case u'}':
        return true;
    default:
        return false;
    }
}

bool startsWord(const char16_t* name, size_t at)
{
    if (at == 0 || isSeparator(name[at - 1]))
        return true;
    const bool upper = name[at] >= u'A' && name[at] <= u'Z';
    const bool lowerBefore = name[at - 1] >= u'a' && name[at - 1] <= u'z';
    const bool digit = name[at] >= u'0' && name[at] <= u'9';
    const bool digitBefore = name[at - 1] >= u'0' && name[at - 1] <= u'9';
    return (upper && lowerBefore) || (digit && !digitBefore);
}

// The query as one piece, the best place of it; -1 when it is nowhere in the name.
int matchPiece(const std::u16string& query, const char16_t* name, const char16_t* folded,
    size_t length, size_t* place)
{
    const std::u16string_view all(folded, length);
    int best = -1;
    for (size_t at = all.find(query); at != std::u16string_view::npos;
         at = all.find(query, at + 1)) {
        int score = static_cast<int>(query.size()) * (kLetter + kInRow);
        if (at == 0)
            score += kFirst;
        else if (startsWord(name, at))
            score += kWordStart;
        if (query.size() == length)
            score += kWhole;
        else if (at + query.size() == length || isSeparator(name[at + query.size()]))
            score += 8; // ends with a word
        if (score > best) {
            best = score;
            *place = at;
        }
        if (at == 0)
            break;
    }
    return best;
}

using Places = std::array<int, kMaxQuery>;

int scoreOf(const Places& places, size_t count, const char16_t* name)
{
    int score = 0;
    int before = -1;
    for (size_t k = 0; k < count; ++k) {
        score += kLetter;
        if (places[k] == 0)
            score += kFirst;
        else if (before >= 0 && places[k] == before + 1)
            score += kInRow;
        else if (startsWord(name, static_cast<size_t>(places[k])))
            score += kWordStart;
        if (before >= 0)
            score -= std::min(places[k] - before - 1, kGapMost);
        before = places[k];
    }
    return std::max(score - std::min(places[0], kGapMost), 1);
}

// Letter by letter, in two ways: the tightest span that ends first, and from word start to word
// start as far as the rest still fits. The better one counts. Not the best of all placements, but
// linear.
int matchLetters(const std::u16string& query, const char16_t* name, const char16_t* folded,
    size_t length, std::vector<int>* places)
{
    const size_t count = query.size();
    size_t q = 0;
    size_t end = 0;
    for (size_t i = 0; i < length && q < count; ++i)
        if (folded[i] == query[q]) {
            ++q;
            end = i;
        }
    if (q < count)
        return -1;
    Places tight{};
    for (size_t k = count, i = end + 1; k-- > 0;) {
        while (folded[--i] != query[k]) { }
        tight[k] = static_cast<int>(i);
    }
    Places latest{}; // where each letter may stand at most
    for (size_t k = count, i = length; k-- > 0;) {
        while (folded[--i] != query[k]) { }
        latest[k] = static_cast<int>(i);
    }
    Places words{};
    int from = 0;
    for (size_t k = 0; k < count; ++k) {
        int first = -1;
        int chosen = -1;
        for (int i = from; i <= latest[k]; ++i) {
            if (folded[i] != query[k])
                continue;
            if (first < 0)
                first = i;
            if ((k > 0 && i == words[k - 1] + 1) || startsWord(name, static_cast<size_t>(i))) {
                chosen = i;
                break;
            }
        }
        words[k] = chosen >= 0 ? chosen : first;
        from = words[k] + 1;
    }
    const int tightScore = scoreOf(tight, count, name);
    const int wordScore = scoreOf(words, count, name);
    const Places& best = wordScore > tightScore ? words : tight;
    if (places)
        places->assign(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count));
    return std::max(tightScore, wordScore);
}

int match(const FuzzyQuery& query, const char16_t* name, const char16_t* folded, size_t length,
    std::vector<int>* places)
{
    const auto& wanted = query.folded();
    if (wanted.size() > length)
        return -1;
    size_t place = 0;
    int score = matchPiece(wanted, name, folded, length, &place);
    if (score >= 0) {
        if (places)
            for (size_t k = 0; k < wanted.size(); ++k)
                places->push_back(static_cast<int>(place + k));
    } else {
        score = matchLetters(wanted, name, folded, length, places);
        if (score < 0)
            return -1;
    }
    // Among equal matches the shorter name is the one meant.
    return score * 16 + std::max(0, 64 - static_cast<int>(length)) / 4;
}

} // namespace

FuzzyQuery::FuzzyQuery(QStringView text)
{
    for (const QChar c : text.trimmed()) {
        if (c.isSpace())
            continue; // "fct ord" finds fct_orders
        if (m_folded.size() == kMaxQuery)
            break;
        m_folded.push_back(fold(c.unicode()));
        m_letters |= bitOf(m_folded.back());
    }
}

int fuzzyMatch(const FuzzyQuery& query, QStringView name, std::vector<int>* places)
{
    if (query.isEmpty())
        return 0;
    const QStringView cut = name.left(kMaxLength);
    std::u16string folded;
    folded.reserve(static_cast<size_t>(cut.size()));
    for (const QChar c : cut)
        folded.push_back(fold(c.unicode()));
    if (places)
        places->clear();
    return match(query, cut.utf16(), folded.data(), folded.size(), places);
}

void FuzzyIndex::reserve(size_t names, size_t characters)
{
    m_entries.reserve(names);
    m_names.reserve(characters);
    m_folded.reserve(characters);
}

void FuzzyIndex::add(QStringView name)
{
    const QStringView cut = name.left(kMaxLength);
    Entry entry{};
    entry.begin = static_cast<std::uint32_t>(m_names.size());
    entry.length = static_cast<std::uint16_t>(cut.size());
    for (const QChar c : cut) {
        const char16_t folded = fold(c.unicode());
        entry.letters |= bitOf(folded);
        m_names.push_back(c.unicode());
        m_folded.push_back(folded);
    }
    m_entries.push_back(entry);
}

QString FuzzyIndex::name(size_t entry) const
{
    const Entry& e = m_entries[entry];
    return QString::fromUtf16(m_names.data() + e.begin, e.length);
}

std::vector<FuzzyHit> FuzzyIndex::search(
    const FuzzyQuery& query, size_t limit, size_t from, size_t to) const
{
    std::vector<FuzzyHit> hits;
    to = std::min(to, m_entries.size());
    if (limit == 0)
        return hits;
    // A heap with the worst of the best on top.
    const auto better = [](const FuzzyHit& a, const FuzzyHit& b) {
        return a.score != b.score ? a.score > b.score : a.entry < b.entry;
    };
    const std::uint64_t letters = query.letters();
    for (size_t i = from; i < to; ++i) {
        const Entry& entry = m_entries[i];
        if ((entry.letters & letters) != letters)
            continue;
        const int score = query.isEmpty() ? 0
                                          : match(query, m_names.data() + entry.begin,
                                              m_folded.data() + entry.begin, entry.length, nullptr);
        if (score < 0)
            continue;
        const FuzzyHit hit{static_cast<std::uint32_t>(i), score};
        if (hits.size() < limit) {
            hits.push_back(hit);
            std::push_heap(hits.begin(), hits.end(), better);
        } else if (better(hit, hits.front())) {
            std::pop_heap(hits.begin(), hits.end(), better);
            hits.back() = hit;
            std::push_heap(hits.begin(), hits.end(), better);
        }
    }
    std::sort_heap(hits.begin(), hits.end(), better);
    return hits;
}

std::vector<FuzzyHit> FuzzyIndex::merge(
    const std::vector<FuzzyHit>& a, const std::vector<FuzzyHit>& b, size_t limit)
{
    std::vector<FuzzyHit> all;
    all.reserve(a.size() + b.size());
    std::merge(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(all),
        [](const FuzzyHit& x, const FuzzyHit& y) {
            return x.score != y.score ? x.score > y.score : x.entry < y.entry;
        });
    if (all.size() > limit)
        all.resize(limit);
    return all;
}

} // namespace pilothouse::ui
