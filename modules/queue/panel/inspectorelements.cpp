// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a value in the inspector: showing one, adding, changing and removing it.
#include "queue/panel/inspector.h"

#include "core/servicehub.h"
#include "queue/api/commandline.h"
#include "queue/api/console.h"
#include "queue/panel/conflictbar.h"
#include "queue/panel/editbar.h"
#include "queue/panel/entryview.h"
#include "queue/panel/textvalue.h"
#include "queue/panel/valuemodel.h"
#include "ui/drafts.h"
#include "ui/words.h"

#include <QPlainTextEdit>
#include <QTableView>

#include <algorithm>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;
using Kind = ValueEdit::Kind;

// The element of a row as an edit of its value; `field`, `index` or `value` say which.
ValueEdit Inspector::elementEdit(int row) const
{
    ValueEdit edit;
    edit.key = m_key;
    const ValueRow& r = m_model->row(row);
    edit.field = r.field;
    edit.index = r.index;
    edit.kind = m_model->type() == KeyType::List ? Kind::SetItem : Kind::SetField;
    return edit;
}

void Inspector::showElement()
{
    const int row = currentRow();
    const KeyType type = m_model->type();
    const bool there = row >= 0 && row < m_model->rowCount();
    const bool writable = there && (type == KeyType::Hash || type == KeyType::List);
    const bool kept
        = m_element->isEdited() || m_element->conflict()->state() != ConflictBar::State::None;
    if (writable && kept && isShown(m_element, elementEdit(row))) {
        if (m_element->isEdited() && m_model->row(row).value != m_element->original())
            m_element->conflict()->setState(ConflictBar::State::Changed);
        return updateWords();
    }
    leave(m_element);
    m_shownElement = writable ? elementEdit(row) : ValueEdit();
    m_element->setWritable(writable);
    if (!there) {
        m_element->setTitle(tr("No element chosen"));
        m_element->setValue({}, 0, 0);
        m_entry->clear();
        return updateWords();
    }
    const ValueRow& r = m_model->row(row);
    if (type == KeyType::Stream) {
        m_entry->setEntry(r);
        m_entry->showField(m_model->streamField(m_table->currentIndex().column()));
        return updateWords();
    }
    m_element->setTitle(type == KeyType::Hash ? entityName(r.field).left(60)
            : type == KeyType::List           ? tr("Item %1").arg(r.index)
                                              : tr("Member"));
    m_element->setValue(r.value, 0, r.fullSize);
    if (writable)
        restoreDraft(m_element, m_shownElement);
    updateWords();
}

void Inspector::addElement()
{
    askElement({}, {}, {});
}

// Asked again with what was typed, and `note`, when there is one of that name.
void Inspector::askElement(const QString& firstText, const QString& secondText, const QString& note)
{
    if (m_facts.detail.name != m_key || m_key.isEmpty())
        return;
    ValueEdit edit;
    edit.key = m_key;
    EditBar::Ask ask;
    ask.button = tr("Add…");
    switch (m_facts.detail.type) {
    case KeyType::Hash:
        edit.kind = Kind::AddField;
        ask.title = tr("New field");
        ask.first = tr("Field");
        ask.second = tr("Value");
        ask.takeWay = [this, firstText, secondText] {
            editFound(firstText.toUtf8(), secondText.toUtf8());
        };
        break;
    case KeyType::List:
        edit.kind = Kind::PushBack;
        ask.title = tr("New item at the end");
        ask.first = tr("Value");
        break;
    case KeyType::Set:
        edit.kind = Kind::AddMember;
        ask.title = tr("New member");
        ask.first = tr("Member");
        break;
    case KeyType::SortedSet:
        edit.kind = Kind::AddScored;
        ask.title = tr("New member");
        ask.first = tr("Score");
        ask.second = tr("Member");
        ask.takeWay = [this, firstText, secondText] {
            scoreFound(secondText.toUtf8(), firstText);
        };
        break;
    case KeyType::Stream:
        edit.kind = Kind::AddEntry;
        ask.title = tr("New entry");
        ask.first = tr("Id, * for the server's");
        ask.firstText = u"*"_s;
        ask.second = tr("field value field value, quoted where needed");
        break;
    default:
        return;
    }
    if (!note.isEmpty()) {
        ask.firstText = firstText;
        ask.secondText = secondText;
        ask.note = note;
        ask.way = ask.takeWay ? tr("Edit the existing one") : QString();
    }
    m_bar->ask(
        ask,
        [this, edit](const QString& first, const QString& second) -> EditBar::Made {
            ValueEdit e = edit;
            Values* contract = values();
            if (!contract)
                return tl::unexpected(tr("The connection is gone."));
            bool number = false;
            switch (e.kind) {
            case Kind::AddField:
                e.field = first.toUtf8();
                e.value = second.toUtf8();
                break;
            case Kind::AddScored:
                first.toDouble(&number);
                if (!number)
                    return tl::unexpected(tr("The score is no number."));
                e.score = first.trimmed().toUtf8();
                e.value = second.toUtf8();
                break;
            case Kind::AddEntry: {
                const auto words = parsed(second);
                if (!words || words->empty() || words->size() % 2 != 0)
                    return tl::unexpected(tr("Fields and values come in pairs."));
                e.field = first.trimmed().toUtf8();
                for (size_t i = 0; i + 1 < words->size(); i += 2)
                    e.pairs.emplace_back((*words)[i], (*words)[i + 1]);
                break;
            }
            default:
                e.value = first.toUtf8();
            }
            return contract->edit(e);
        },
        [this, key = m_key](Act act, const QString& first, const QString& second) {
            confirm(
                std::move(act), [this] { refresh(); },
                [this, key, first, second](const Error& error) {
                    if (error.code != ValueEdit::kTaken || key != m_key)
                        return false;
                    askElement(first, second, ui::words(error.hint));
                    return true;
                });
        });
}

// What is there is shown; what was typed for it waits as its draft, behind "Show mine".
void Inspector::editFound(const QByteArray& field, const QByteArray& typed)
{
    auto* console = m_workbench.hub().contract<Console>(m_service);
    if (!console)
        return;
    m_askElement = console->read({"HGET", m_key, field})
                       .onDone(this, [this, key = m_key, field, typed](Result<Reply> reply) {
                           if (key != m_key)
                               return;
                           if (!reply)
                               return failQuietly(reply.error());
                           if (reply->isNull() || reply->isError())
                               return refresh(); // gone since
                           showFound(field, reply->bytes, typed);
                       });
}

void Inspector::showFound(const QByteArray& field, const QByteArray& value, const QByteArray& typed)
{
    leave(m_element);
    const ValueRow found{field, value.left(ValueRow::kPartLimit), -1, {}, {}, value.size()};
    const int row = m_model->put(found);
    m_table->setCurrentIndex(m_model->index(row, 0));
    showElement(); // also when it was chosen already
    m_element->editor()->setFocus(Qt::OtherFocusReason);
    if (found.fullSize > found.value.size() || typed == value)
        return;
    const ValueEdit edit = elementEdit(row);
    if (m_drafts.get(draftKey(edit)).isEmpty()) // else an older edit of it waits
        store(edit,
            {{u"value"_s, QString::fromLatin1(typed.toBase64())},
                {u"original"_s, QString::fromLatin1(value.toBase64())}});
    m_element->loadTheirs(value);
    m_element->conflict()->setState(ConflictBar::State::TheirsShown);
    updateWords();
}

void Inspector::scoreFound(const QByteArray& member, const QString& typed)
{
    auto* console = m_workbench.hub().contract<Console>(m_service);
    if (!console)
        return;
    m_askElement = console->read({"ZSCORE", m_key, member})
                       .onDone(this, [this, key = m_key, member, typed](Result<Reply> reply) {
                           if (key != m_key)
                               return;
                           if (!reply)
                               return failQuietly(reply.error());
                           if (reply->isNull() || reply->isError())
                               return refresh();
                           askScore(member, reply->bytes, typed);
                       });
}

void Inspector::editElement()
{
    const int row = currentRow();
    if (row < 0)
        return;
    if (m_model->type() == KeyType::Stream)
        return m_entry->setFocus(Qt::OtherFocusReason); // entries are read, never changed
    if (m_model->type() != KeyType::SortedSet) {
        m_element->editor()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const ValueRow& r = m_model->row(row);
    askScore(r.value, r.score, {});
}

// `held` is what the edit is made from; `typed` stands in its place when there is something.
void Inspector::askScore(const QByteArray& member, const QByteArray& held, const QString& typed)
{
    const QString now = QString::fromUtf8(held);
    EditBar::Ask ask;
    ask.title = tr("Score of %1").arg(entityName(member).left(40));
    ask.first = tr("Score");
    ask.firstText = typed.isEmpty() ? now : typed;
    ask.button = tr("Save…");
    if (!typed.isEmpty())
        ask.note = tr("Its score is %1 now.").arg(now);
    m_bar->ask(
        ask,
        [this, member, held](const QString& text, const QString&) -> EditBar::Made {
            bool number = false;
            text.toDouble(&number);
            Values* contract = values();
            if (!number || !contract)
                return tl::unexpected(tr("The score is no number."));
            ValueEdit edit;
            edit.kind = Kind::SetScore;
            edit.key = m_key;
            edit.value = member;
            edit.score = text.trimmed().toUtf8();
            edit.expected = held;
            return contract->edit(edit);
        },
        [this](Act act, const QString&, const QString&) {
            confirm(std::move(act), [this] { refresh(); });
        });
}

void Inspector::removeElement()
{
    const int row = currentRow();
    Values* contract = values();
    if (row < 0 || !contract)
        return;
    const ValueRow& r = m_model->row(row);
    ValueEdit edit;
    edit.key = m_key;
    edit.field = r.field;
    edit.value = r.value;
    edit.index = r.index;
    const bool whole = r.fullSize == r.value.size();
    switch (m_model->type()) {
    case KeyType::Hash:
        edit.kind = Kind::RemoveField;
        break;
    case KeyType::List:
        edit.kind = Kind::RemoveItem;
        break;
    case KeyType::Set:
        edit.kind = Kind::RemoveMember;
        break;
    case KeyType::SortedSet:
        edit.kind = Kind::RemoveScored;
        break;
    case KeyType::Stream:
        edit.kind = Kind::RemoveEntry;
        break;
    default:
        return;
    }
    if (!whole && m_model->type() != KeyType::Hash && m_model->type() != KeyType::Stream)
        return; // named by its bytes, of which only the first are here
    if (whole && (edit.kind == Kind::RemoveField || edit.kind == Kind::RemoveItem))
        edit.expected = r.value;
    confirm(contract->edit(edit), [this] { refresh(); });
}

} // namespace pilothouse::queue
