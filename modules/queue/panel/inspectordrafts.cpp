// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector does with edited text: saving it over the value it was made from and no other,
// the ways out when somebody else was faster, and its draft.
#include "queue/panel/inspector.h"

#include "core/servicehub.h"
#include "queue/api/console.h"
#include "queue/panel/commandpreview.h"
#include "queue/panel/conflictbar.h"
#include "queue/panel/textvalue.h"
#include "queue/panel/valuemodel.h"
#include "ui/drafts.h"

#include <QPlainTextEdit>
#include <QTableView>

#include <algorithm>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;
using Kind = ValueEdit::Kind;
using Conflict = ConflictBar::State;

Inspector::~Inspector()
{
    keepTyped();
}

void Inspector::connectEditor(TextValue* editor)
{
    const auto edit = [this, editor] {
        return shownEdit(editor);
    };
    connect(editor, &TextValue::edited, this, [this, editor] {
        if (editor->conflict()->state() == Conflict::TheirsShown)
            editor->conflict()->setState(Conflict::None); // typed over theirs, which was seen
        updateWords();
    });
    connect(editor, &TextValue::checked, this,
        [this, editor, edit] { putDraft(editor, edit(), editor->checkedDraft()); });
    connect(editor, &TextValue::saveRequested, this,
        [this, editor, edit](const QByteArray& value) { save(editor, edit(), value); });
    connect(editor, &TextValue::discarded, this, [this, editor, edit] { discard(editor, edit()); });
    const ConflictBar* bar = editor->conflict();
    connect(bar, &ConflictBar::theirsRequested, this,
        [this, editor, edit] { loadTheirs(editor, edit()); });
    connect(bar, &ConflictBar::overwriteRequested, this, [this, editor, edit] {
        editor->whenChecked(
            [this, editor, edit](const QByteArray& value) { overwrite(editor, edit(), value); });
    });
    connect(
        bar, &ConflictBar::mineRequested, this, [this, editor, edit] { showMine(editor, edit()); });
    connect(
        bar, &ConflictBar::mineDropped, this, [this, editor, edit] { discard(editor, edit()); });
}

ValueEdit Inspector::textEdit() const
{
    ValueEdit edit;
    edit.key = m_key;
    return edit;
}

// What an editor shows, also when the table has gone on to another row.
ValueEdit Inspector::shownEdit(const TextValue* editor) const
{
    return editor == m_text ? textEdit() : m_shownElement;
}

// The answer of a task or a call may come when the editor shows something else already.
bool Inspector::isShown(TextValue* editor, const ValueEdit& edit) const
{
    return edit.key == m_key
        && (editor == m_text
            || (edit.key == m_shownElement.key && draftKey(edit) == draftKey(m_shownElement)));
}

void Inspector::showText(const TextWindow& window)
{
    const bool whole = window.from == 0 && window.total == window.bytes.size();
    const bool theirsShown = m_text->conflict()->state() == Conflict::TheirsShown;
    const bool theirs = std::exchange(m_theirsWanted, false);
    if (whole && (theirs || theirsShown)) {
        leave(m_text);
        if (theirs || !m_text->holds(window.bytes, window.from, window.total))
            m_text->loadTheirs(window.bytes);
        const bool kept = !m_drafts.get(draftKey(textEdit())).isEmpty();
        m_text->conflict()->setState(kept ? Conflict::TheirsShown : Conflict::None);
        return;
    }
    if (m_text->isEdited() && !theirs) { // stays as it is, over the value it was made from
        const bool same = m_text->holds(window.bytes, window.from, window.total);
        m_text->conflict()->setState(same ? Conflict::None : Conflict::Changed);
        return;
    }
    if (!m_text->holds(window.bytes, window.from, window.total))
        m_text->setValue(window.bytes, window.from, window.total);
    if (!theirs) // else a part of a long value was asked for; the draft waits
        restoreDraft(m_text, textEdit());
}

void Inspector::save(TextValue* editor, ValueEdit edit, const QByteArray& value)
{
    Values* contract = values();
    if (!contract || edit.key.isEmpty())
        return;
    edit.value = value;
    edit.expected = editor->original();
    confirm(
        contract->edit(edit), [this, editor, edit] { saved(editor, edit); },
        [this, editor, edit](const Error& error) {
            const bool gone = error.kind == Error::Kind::NotFound;
            if (!gone && error.kind != Error::Kind::Conflict)
                return false;
            if (isShown(editor, edit))
                editor->conflict()->setState(gone ? Conflict::Gone : Conflict::Changed);
            return true;
        });
}

// Asked for in every mode: what others saved is lost by it.
void Inspector::overwrite(TextValue* editor, ValueEdit edit, const QByteArray& value)
{
    Values* contract = values();
    if (!contract || edit.key.isEmpty())
        return;
    edit.value = value;
    Act act = contract->edit(edit);
    act.consequence = editor->conflict()->state() == Conflict::Gone
        ? PH_TEXT("queue", "It is made anew.")
        : PH_TEXT("queue", "What somebody else saved meanwhile is lost.");
    act.destructive = true;
    act.typedName = act.target.name;
    confirm(std::move(act), [this, editor, edit] { saved(editor, edit); });
}

void Inspector::saved(TextValue* editor, const ValueEdit& edit)
{
    const bool shown = isShown(editor, edit);
    if (shown) {
        editor->setSaved(edit.value);
        tellCommand(editor, edit);
    }
    if (shown && editor->isEdited())
        keepDraft(editor, edit); // more was typed meanwhile
    else
        dropDraft(edit);
    if (editor == m_text)
        return refresh();
    const int row = currentRow();
    if (!shown || row < 0)
        return;
    ValueRow changed = m_model->row(row);
    changed.value = edit.value;
    changed.fullSize = edit.value.size();
    m_model->set(row, changed);
}

void Inspector::loadTheirs(TextValue* editor, const ValueEdit& edit)
{
    if (editor == m_text)
        return load(true);
    auto* console = m_workbench.hub().contract<Console>(m_service);
    if (!console)
        return;
    const Command ask = edit.kind == Kind::SetItem
        ? Command{"LINDEX", edit.key, QByteArray::number(edit.index)}
        : Command{"HGET", edit.key, edit.field};
    m_askElement = console->read(ask).onDone(this, [this, edit](Result<Reply> reply) {
        if (!reply)
            return failQuietly(reply.error());
        if (!isShown(m_element, edit) || currentRow() < 0)
            return;
        if (reply->isNull() || reply->isError())
            return refresh(); // the element or the key is gone; the draft is kept
        ValueRow row = m_model->row(currentRow());
        row.fullSize = reply->bytes.size();
        row.value = reply->bytes.first(std::min(row.fullSize, qint64(ValueRow::kPartLimit)));
        m_model->set(currentRow(), row);
        if (row.fullSize > row.value.size())
            return m_element->setValue(row.value, 0, row.fullSize);
        leave(m_element);
        m_element->loadTheirs(row.value);
        const bool kept = !m_drafts.get(draftKey(edit)).isEmpty();
        m_element->conflict()->setState(kept ? Conflict::TheirsShown : Conflict::None);
        updateWords();
    });
}

// The kept edit over theirs, which was seen: saving it now is a decision.
void Inspector::showMine(TextValue* editor, const ValueEdit& edit)
{
    const QByteArray base = editor->original();
    restoreDraft(editor, edit);
    editor->conflict()->setState(Conflict::None);
    if (!editor->isEdited())
        return updateWords(); // both are the same
    if (const auto mine = editor->value())
        editor->setEdited(*mine, base);
    else
        editor->setTyped(editor->draft().value(u"typed"_s).toString(), editor->format(), base);
    keepDraft(editor, edit);
}

void Inspector::discard(TextValue* editor, const ValueEdit& edit)
{
    dropDraft(edit);
    if (editor->conflict()->state() >= Conflict::Changed)
        return loadTheirs(editor, edit); // not the old value, which nobody holds any more
    editor->conflict()->setState(Conflict::None);
}

// One draft per value: the key, and the field or index inside it.
QString Inspector::draftKey(const ValueEdit& edit) const
{
    QByteArray part = "value";
    if (edit.kind == Kind::SetItem)
        part = "item-" + QByteArray::number(edit.index);
    else if (edit.kind != Kind::SetText)
        part = "field-" + edit.field.toHex();
    return draftsOf(edit.key) + QString::fromLatin1(part);
}

QString Inspector::draftsOf(const QByteArray& key) const
{
    return u"queue/"_s + m_service + u'/' + QString::fromLatin1(key.toHex()) + u'/';
}

void Inspector::keepDraft(TextValue* editor, const ValueEdit& edit)
{
    putDraft(editor, edit, editor->draft());
}

void Inspector::putDraft(TextValue* editor, const ValueEdit& edit, QJsonObject draft)
{
    if (edit.key.isEmpty())
        return;
    if (editor->isEdited())
        store(edit, std::move(draft));
    else
        m_drafts.remove(draftKey(edit));
    tellCommand(editor, edit);
    updateWords();
}

void Inspector::store(const ValueEdit& edit, QJsonObject draft)
{
    draft.insert(u"version"_s, 1);
    draft.insert(u"service"_s, m_service);
    draft.insert(u"title"_s, entityName(edit.key));
    m_drafts.put(draftKey(edit), draft);
}

// What a check that is under way has not kept yet. The workbench may be gone by now.
void Inspector::keepTyped()
{
    for (const TextValue* editor : {m_text, m_element}) {
        const ValueEdit edit = shownEdit(editor);
        if (editor->isChecking() && !edit.key.isEmpty())
            store(edit, editor->draft());
    }
}

// Before another value takes its place.
void Inspector::leave(TextValue* editor)
{
    editor->settle();
    if (editor->isChecking())
        keepDraft(editor, shownEdit(editor));
    editor->stopChecking();
}

// Beside the button that sends it, where no dialog would show it first.
void Inspector::tellCommand(TextValue* editor, ValueEdit edit)
{
    if (editor->isChecking())
        return; // told when that is over
    const bool asks = CommandPreview::asks(m_workbench.hub(), m_service);
    Values* contract = values();
    const auto value = editor->value();
    QString statement;
    if (!asks && contract && value && editor->isEdited()) {
        edit.value = *value;
        statement = contract->edit(edit).statement;
    }
    editor->setCommand(statement, asks);
}

void Inspector::restoreDraft(TextValue* editor, const ValueEdit& edit)
{
    const QJsonObject draft = m_drafts.get(draftKey(edit));
    if (draft.isEmpty())
        return;
    const auto bytes = [&](const QString& name) {
        return QByteArray::fromBase64(draft.value(name).toString().toLatin1());
    };
    const QByteArray now = editor->original();
    const QByteArray base = draft.contains(u"original"_s) ? bytes(u"original"_s) : now;
    if (draft.contains(u"typed"_s))
        editor->setTyped(draft.value(u"typed"_s).toString(),
            TextValue::Format(std::clamp(draft.value(u"format"_s).toInt(), 0, 2)), base);
    else if (bytes(u"value"_s) == now)
        return m_drafts.remove(draftKey(edit)); // it was saved by now
    else
        editor->setEdited(bytes(u"value"_s), base);
    editor->conflict()->setState(base == now ? Conflict::None : Conflict::Changed);
    tellCommand(editor, edit);
}

void Inspector::dropDraft(const ValueEdit& edit)
{
    m_drafts.remove(draftKey(edit));
    updateWords();
}

} // namespace pilothouse::queue
