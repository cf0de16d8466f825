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

ValueEdit Inspector::textEdit() const
{
    ValueEdit edit;
    edit.key = m_key;
    return edit;
}

// The answer of a task or a call may come when the editor shows something else already.
bool Inspector::isShown(TextValue* editor, const ValueEdit& edit) const
{
    return edit.key == m_key && (editor == m_text || draftKey(edit) == m_shownElement);
}

void Inspector::showText(const TextWindow& window)
{
    const bool whole = window.from == 0 && window.total == window.bytes.size();
    const bool theirsShown = m_text->conflict()->state() == Conflict::TheirsShown;
    const bool theirs = std::exchange(m_theirsWanted, false);
    if (whole && (theirs || theirsShown)) {
        if (theirs || !m_text->holds(window.bytes, window.from, window.total))
            m_text->loadTheirs(window.bytes);
        const bool kept = !m_workbench.drafts().get(draftKey(textEdit())).isEmpty();
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

void Inspector::save(TextValue* editor, ValueEdit edit)
{
    const auto value = editor->value();
    Values* contract = values();
    if (!value || !contract || (editor == m_element && currentRow() < 0))
        return;
    edit.value = *value;
    edit.expected = editor->original();
    confirm(
        contract->edit(edit), [this, editor, edit] { saved(editor, edit); },
        [this, editor, edit] {
            if (isShown(editor, edit))
                editor->conflict()->setState(Conflict::Changed);
        });
}

// Asked for in every mode: what others saved is lost by it.
void Inspector::overwrite(TextValue* editor, ValueEdit edit)
{
    const auto value = editor->value();
    Values* contract = values();
    if (!value || !contract || (editor == m_element && currentRow() < 0))
        return;
    edit.value = *value;
    Act act = contract->edit(edit);
    act.consequence = PH_TEXT("queue", "What somebody else saved meanwhile is lost.");
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
        m_element->loadTheirs(row.value);
        const bool kept = !m_workbench.drafts().get(draftKey(edit)).isEmpty();
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
        editor->setTyped(editor->editor()->toPlainText(), editor->format(), base);
    keepDraft(editor, edit);
}

void Inspector::discard(TextValue* editor, const ValueEdit& edit)
{
    dropDraft(edit);
    if (editor->conflict()->state() == Conflict::Changed)
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
    return u"queue/"_s + m_service + u'/' + QString::fromLatin1(edit.key.toHex()) + u'/'
        + QString::fromLatin1(part);
}

void Inspector::keepDraft(TextValue* editor, const ValueEdit& edit)
{
    if (editor->conflict()->state() == Conflict::TheirsShown)
        editor->conflict()->setState(Conflict::None); // typed over theirs, which was seen
    if (editor->isEdited()) {
        QJsonObject draft;
        draft.insert(u"version"_s, 1);
        draft.insert(u"service"_s, m_service);
        draft.insert(u"title"_s, entityName(edit.key));
        if (const auto value = editor->value()) {
            draft.insert(u"value"_s, QString::fromLatin1(value->toBase64()));
        } else { // half of an edit: kept as it is typed
            draft.insert(u"typed"_s, editor->editor()->toPlainText());
            draft.insert(u"format"_s, int(editor->format()));
        }
        draft.insert(u"original"_s, QString::fromLatin1(editor->original().toBase64()));
        m_workbench.drafts().put(draftKey(edit), draft);
    } else {
        m_workbench.drafts().remove(draftKey(edit));
    }
    tellCommand(editor, edit);
    updateWords();
}

// Beside the button that sends it, where no dialog would show it first.
void Inspector::tellCommand(TextValue* editor, ValueEdit edit)
{
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
    const QJsonObject draft = m_workbench.drafts().get(draftKey(edit));
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
        return m_workbench.drafts().remove(draftKey(edit)); // it was saved by now
    else
        editor->setEdited(bytes(u"value"_s), base);
    editor->conflict()->setState(base == now ? Conflict::None : Conflict::Changed);
    tellCommand(editor, edit);
}

void Inspector::dropDraft(const ValueEdit& edit)
{
    m_workbench.drafts().remove(draftKey(edit));
    updateWords();
}

} // namespace pilothouse::queue
