// SPDX-License-Identifier: GPL-3.0-or-later
// A name is first held against the letters of the query as a bit set, which drops nearly all of two
// million names at memory speed; what is left is matched letter by letter.
#include "ui/palette/fuzzyindex.h"

#include <QChar>

#include <algorithm>
#include <bit>
#include <utility>

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

// Whether the word begins where a word of the name begins, with at most one error: a letter too
// many, missing or another one, or two that changed places. Bit i of `exact` and `erred`: the first
// i + 1 letters of the word were just read, without an error and with one; of `swapped`: the
// letters before i, and then the one after i instead of it. Separators of the name are passed over.
bool holdsNearly(
    const FuzzyQuery::Word& word, const char16_t* name, const char16_t* folded, size_t length)
{
    const bool mayErr = word.mayErr();
    const std::uint64_t last = std::uint64_t(1) << (word.letters.size() - 1);
    std::uint64_t exact = 0;
    std::uint64_t erred = 0;
    std::uint64_t swapped = 0;
    for (size_t i = 0; i < length; ++i) {
        if (isSeparator(folded[i]))
            continue;
        const std::uint64_t begin = startsWord(name, i) ? 1 : 0;
        const std::uint64_t here = word.placesOf(folded[i]);
        const std::uint64_t next = (exact << 1) | begin; // letters that may come now
        const std::uint64_t read = next & here;
        if (mayErr) {
            erred = (((erred | begin) << 1) & here) // after the error
                | next // another letter
                | exact // one too many in the name
                | (read << 1) // one that the name does not have
                | ((swapped & here) << 1);
            swapped = next & (here >> 1);
        }
        exact = read;
        if ((exact | erred) & last)
            return true;
    }
    return false;
}

// Below every match of all letters.
int matchNearly(
    const FuzzyQuery& query, const char16_t* name, const char16_t* folded, size_t length)
{
    if (query.errors() == 0)
        return -1;
    for (const FuzzyQuery::Word& word : query.words())
        if (!holdsNearly(word, name, folded, length))
            return -1;
    const FuzzyQuery::Word& first = query.words().front();
    const size_t start = std::min(length, first.letters.size() + 1);
    const int atStart = holdsNearly(first, name, folded, start) ? 5 : 0;
    return 2 + atStart + std::max(0, 64 - static_cast<int>(length)) / 8;
}

} // namespace

std::uint64_t FuzzyQuery::Word::placesOf(char16_t folded) const
{
    if (folded < places.size())
        return places[folded];
    std::uint64_t found = 0;
    for (size_t i = 0; i < letters.size(); ++i)
        if (letters[i] == folded)
            found |= std::uint64_t(1) << i;
    return found;
}

FuzzyQuery::FuzzyQuery(QStringView text)
{
    std::u16string word;
    for (const QChar c : text.trimmed()) {
        if (c.isSpace()) {
            addWord(std::exchange(word, {}));
            continue; // "fct ord" finds fct_orders
        }
        if (m_folded.size() == kMaxQuery)
            break;
        m_folded.push_back(fold(c.unicode()));
        m_letters |= bitOf(m_folded.back());
        if (!isSeparator(m_folded.back()))
            word.push_back(m_folded.back());
    }
    addWord(std::move(word));
}

void FuzzyQuery::addWord(std::u16string letters)
{
    if (letters.empty())
        return;
    Word& word = m_words.emplace_back();
    word.letters = std::move(letters);
    for (size_t i = 0; i < word.letters.size(); ++i) {
        m_wordLetters |= bitOf(word.letters[i]);
        if (word.letters[i] < word.places.size())
            word.places[word.letters[i]] |= std::uint64_t(1) << i;
    }
    m_errors += word.mayErr() ? 1 : 0;
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
    const int score = match(query, cut.utf16(), folded.data(), folded.size(), places);
    return score >= 0 ? score : matchNearly(query, cut.utf16(), folded.data(), folded.size());
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
        const char16_t* name = m_names.data() + entry.begin;
        const char16_t* folded = m_folded.data() + entry.begin;
        int score = query.isEmpty() ? 0 : -1;
        if (score < 0 && (entry.letters & letters) == letters)
            score = match(query, name, folded, entry.length, nullptr);
        // Each error brings in one letter at most that the name does not have.
        if (score < 0 && query.errors() > 0
            && (hits.size() < limit || hits.front().score <= kNearMost)
            && std::popcount(query.wordLetters() & ~entry.letters) <= query.errors())
            score = matchNearly(query, name, folded, entry.length);
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
