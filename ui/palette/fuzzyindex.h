// SPDX-License-Identifier: GPL-3.0-or-later
// FuzzyIndex: finds names by their letters in order, best first, and below them those that are
// meant by a word with a typing error in it. Pure and immutable once built, so a lane may search it
// while the window shows what was found before.
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace pilothouse::ui
{

struct FuzzyHit {
    std::uint32_t entry = 0;
    int score = 0; // higher is better
    bool operator==(const FuzzyHit&) const = default;
};

// Hits of at most this score are words with a typing error; all others are above.
inline constexpr int kNearMost = 15;
inline bool isNear(int score)
{
    return score > 0 && score <= kNearMost;
}

// A query prepared once: case folded, with the letters it needs as bits.
class FuzzyQuery final
{
public:
    explicit FuzzyQuery(QStringView text);

    bool isEmpty() const { return m_folded.empty(); }
    const std::u16string& folded() const { return m_folded; }
    std::uint64_t letters() const { return m_letters; }

    // Each word, without its separators: where each of its letters stands in it, as bits.
    struct Word {
        std::u16string letters;
        std::array<std::uint64_t, 128> places{};
        std::uint64_t placesOf(char16_t folded) const;
        bool mayErr() const { return letters.size() >= 5; }
    };
    const std::vector<Word>& words() const { return m_words; }
    std::uint64_t wordLetters() const { return m_wordLetters; }
    int errors() const { return m_errors; } // one for each word that is long enough

private:
    void addWord(std::u16string letters);

    std::u16string m_folded;
    std::uint64_t m_letters = 0;
    std::vector<Word> m_words;
    std::uint64_t m_wordLetters = 0;
    int m_errors = 0;
};

// One name against a query: the score, or below zero when it does not match. The places are indices
// into the name; they are filled only when asked for, and not for a word with an error.
int fuzzyMatch(const FuzzyQuery& query, QStringView name, std::vector<int>* places = nullptr);

class FuzzyIndex final
{
public:
    // Names may hold anything; a name keeps its first 1,000 characters.
    void reserve(size_t names, size_t characters);
    void add(QStringView name);
    size_t size() const { return m_entries.size(); }
    QString name(size_t entry) const;

    // The best `limit` of the entries [from, to), best first; equal scores keep their order.
    std::vector<FuzzyHit> search(
        const FuzzyQuery& query, size_t limit, size_t from = 0, size_t to = SIZE_MAX) const;

    // The best of two lists, both best first.
    static std::vector<FuzzyHit> merge(
        const std::vector<FuzzyHit>& a, const std::vector<FuzzyHit>& b, size_t limit);

private:
    struct Entry {
        std::uint64_t letters;
        std::uint32_t begin;
        std::uint16_t length;
    };

    std::vector<Entry> m_entries;
    std::u16string m_names;
    std::u16string m_folded; // same places as m_names
};

} // namespace pilothouse::ui
