// SPDX-License-Identifier: GPL-3.0-or-later
// EditHistory: every change of a document since it was opened, to go back and forth in without end,
// and which edits lead from a text that was stored to the document as it is. Pure.
#pragma once

#include "pipelines/api/edits.h"

#include <QByteArray>

namespace pilothouse::pipelines
{

// A text, and which of the pipelines in it is meant.
struct NamedText {
    QByteArray text;
    QString pipeline;
    bool operator==(const NamedText&) const = default;
};

// The document was replaced as a whole: its text was edited, or read anew from the disk.
struct Replacement {
    NamedText before;
    NamedText after;
    Layout layout; // before
    Layout newLayout;
    bool operator==(const Replacement&) const = default;
};

struct EditStep {
    Text title; // "Connect orders and clean"
    Edits redo;
    Edits undo;
    QString key; // following steps with the same one are merged: what is typed into one field
    std::optional<Replacement> replacement = {}; // instead of edits
    bool operator==(const EditStep&) const = default;

    bool isLayoutOnly() const;
};

class EditHistory final
{
public:
    // A state of the document: a position in the steps, or near one on a branch that is gone.
    struct Mark {
        int position = 0;
        Edits path = {}; // from that state to `position`
        bool operator==(const Mark&) const = default;
    };
    struct Way {
        NamedText from;
        Edits edits;
    };

    const std::vector<EditStep>& steps() const { return m_steps; }
    int position() const { return m_position; } // steps that are done
    bool canUndo() const { return m_position > 0; }
    bool canRedo() const { return m_position < int(m_steps.size()); }
    const EditStep& last() const { return m_steps[size_t(m_position) - 1]; }
    const EditStep& next() const { return m_steps[size_t(m_position)]; }

    // True: it became part of the step before.
    bool add(EditStep step);
    void closeStep() { m_open = false; } // the next one is not merged, whatever its key
    void undone();
    void redone();

    // `text` is the document's at `mark`. A few are remembered.
    void addText(NamedText text, Mark mark);
    void addText(NamedText text) { addText(std::move(text), {m_position, {}}); }
    // A text, and the edits that lead from it to the document as it stands now: the fewer, the more
    // of the text stays as it is written.
    Way way() const;

    // Saving takes its time: what is written stands at the mark also when edits go on.
    void beginSave();
    void endSave(bool saved); // true: the marked state is what is stored
    void setSaved(std::optional<Mark> mark) { m_saved = std::move(mark); }
    const std::optional<Mark>& saved() const { return m_saved; }
    bool isSaved() const; // the document stands as it was saved
    int changes() const; // steps between what was saved and now

    void restore(std::vector<EditStep> steps, int position, std::optional<Mark> saved);

private:
    struct Base {
        NamedText text;
        Mark mark;
    };

    void cutBranch();
    bool rescue(Mark& mark) const; // of a branch that is being cut; false: no way leads back
    // The edits from one position to another; none where the document was replaced between them.
    std::optional<Edits> between(int from, int to) const;

    std::vector<EditStep> m_steps;
    int m_position = 0;
    bool m_open = false;
    std::vector<Base> m_bases; // the oldest first
    std::optional<Mark> m_saved;
    std::optional<Mark> m_saving;
};

} // namespace pilothouse::pipelines
