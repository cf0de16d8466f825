// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/session/edithistory.h"

#include <algorithm>

namespace pilothouse::pipelines
{

namespace
{
constexpr size_t kBases = 6; // texts that are remembered
} // namespace

bool EditStep::isLayoutOnly() const
{
    return !replacement && std::ranges::all_of(redo, &pipelines::isLayoutOnly);
}

bool EditHistory::add(EditStep step)
{
    if (m_open && canUndo() && !canRedo() && last().key == step.key) {
        EditStep& merged = m_steps.back();
        merged.redo = std::move(step.redo);
        merged.title = std::move(step.title);
        return true;
    }
    cutBranch();
    m_open = !step.key.isEmpty();
    m_steps.push_back(std::move(step));
    ++m_position;
    return false;
}

void EditHistory::undone()
{
    --m_position;
    m_open = false;
}

void EditHistory::redone()
{
    ++m_position;
    m_open = false;
}

bool EditHistory::rescue(Mark& mark) const
{
    if (mark.position <= m_position)
        return true;
    const auto back = between(mark.position, m_position);
    if (!back)
        return false;
    mark.path.insert(mark.path.end(), back->begin(), back->end());
    mark.position = m_position;
    return true;
}

// What was undone is now written over. Texts of that branch lead back to where it began.
void EditHistory::cutBranch()
{
    if (!canRedo())
        return;
    std::erase_if(m_bases, [this](Base& base) { return !rescue(base.mark); });
    for (auto* mark : {&m_saved, &m_saving})
        if (*mark && !rescue(**mark))
            mark->reset();
    m_steps.resize(size_t(m_position));
}

void EditHistory::addText(NamedText text, Mark mark)
{
    m_open = m_open && mark.position != m_position;
    std::erase_if(m_bases, [&](const Base& base) { return base.mark == mark; });
    m_bases.push_back({std::move(text), std::move(mark)});
    if (m_bases.size() > kBases)
        m_bases.erase(m_bases.begin() + 1); // the first is what was opened
}

std::optional<Edits> EditHistory::between(int from, int to) const
{
    Edits edits;
    for (; from < to; ++from) {
        const EditStep& step = m_steps[size_t(from)];
        if (step.replacement)
            return {};
        edits.insert(edits.end(), step.redo.begin(), step.redo.end());
    }
    for (; from > to; --from) {
        const EditStep& step = m_steps[size_t(from) - 1];
        if (step.replacement)
            return {};
        edits.insert(edits.end(), step.undo.begin(), step.undo.end());
    }
    return edits;
}

EditHistory::Way EditHistory::way() const
{
    std::optional<Way> best;
    const auto offer = [&](const NamedText& text, const Mark& mark) {
        auto rest = between(mark.position, m_position);
        if (!rest)
            return;
        rest->insert(rest->begin(), mark.path.begin(), mark.path.end());
        if (!best || rest->size() < best->edits.size())
            best = Way{text, std::move(*rest)};
    };
    for (const Base& base : m_bases)
        offer(base.text, base.mark);
    // The document as it was replaced last before here, and first after here.
    for (int at = m_position; at > 0; --at) {
        if (const auto& replaced = m_steps[size_t(at) - 1].replacement) {
            offer(replaced->after, {at, {}});
            break;
        }
    }
    for (int at = m_position; at < int(m_steps.size()); ++at) {
        if (const auto& replaced = m_steps[size_t(at)].replacement) {
            offer(replaced->before, {at, {}});
            break;
        }
    }
    return best.value_or(Way{});
}

void EditHistory::beginSave()
{
    m_saving = Mark{m_position, {}};
    m_open = false;
}

void EditHistory::endSave(bool saved)
{
    if (saved)
        m_saved = m_saving;
    m_saving.reset();
}

bool EditHistory::isSaved() const
{
    return m_saved && m_saved->position == m_position && m_saved->path.empty();
}

int EditHistory::changes() const
{
    if (isSaved())
        return 0;
    if (!m_saved)
        return std::max(m_position, 1);
    return std::abs(m_position - m_saved->position) + (m_saved->path.empty() ? 0 : 1);
}

void EditHistory::restore(std::vector<EditStep> steps, int position, std::optional<Mark> saved)
{
    m_steps = std::move(steps);
    m_position = std::clamp(position, 0, int(m_steps.size()));
    m_saved = std::move(saved);
    m_saving.reset();
    m_open = false;
    m_bases.clear();
}

} // namespace pilothouse::pipelines
