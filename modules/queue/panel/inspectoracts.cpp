// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector changes: every act through the workbench, every unsent edit as a draft.
#include "queue/panel/inspector.h"

#include "core/servicehub.h"
#include "queue/api/commandline.h"
#include "queue/panel/conflictbar.h"
#include "queue/panel/editbar.h"
#include "queue/panel/streambar.h"
#include "queue/panel/textvalue.h"
#include "queue/panel/valueformats.h"
#include "queue/panel/valuemodel.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

#include <algorithm>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;
using Kind = ValueEdit::Kind;

void Inspector::confirm(Act act, std::function<void()> done, std::function<void()> refused)
{
    m_workbench.confirm(std::move(act), this,
        [this, done = std::move(done), refused = std::move(refused)](Task* task) {
            if (!task)
                return;
            if (task->status().state == TaskStatus::State::Done) {
                done();
                return;
            }
            if (refused && !task->outcome()
                && task->outcome().error().kind == Error::Kind::Conflict)
                return refused(); // what was typed stays, and so does what it was made from
            if (!task->outcome())
                m_workbench.report(task->outcome().error());
            refresh(); // what the server holds now is what counts
        });
}

bool Inspector::hasUnsavedWork() const
{
    return m_unsaved;
}

QString Inspector::ttlText() const
{
    return m_ttl->text();
}

milliseconds Inspector::remainingTtl() const
{
    const auto ttl = m_facts.detail.ttl.value_or(KeyDetail::kNoTtl);
    return milliseconds(
        ttl == KeyDetail::kNoTtl ? ttl : std::max<qint64>(0, ttl - m_factsAge.elapsed()));
}

void Inspector::showTtl()
{
    const milliseconds left = remainingTtl();
    const bool kept = left.count() == KeyDetail::kNoTtl;
    m_ttl->setText(kept ? tr("for ever") : durationText(left));
    if (kept || m_facts.detail.name != m_key)
        return m_ttlTick.stop();
    if (left.count() == 0 && !m_askFacts.running() && !m_unsaved)
        refresh(); // it says that the key is gone; what is being typed is not taken away
}

void Inspector::editTtl()
{
    Keyspace* keys = keyspace();
    if (m_key.isEmpty() || !keys)
        return;
    const milliseconds ttl = remainingTtl();
    EditBar::Ask ask;
    ask.title = tr("Time to live");
    ask.first = tr("e.g. 90, 1h 30m, 2d; empty: for ever");
    ask.firstText = ttl.count() > 0 ? durationText(ttl).remove(u' ') : QString();
    ask.button = tr("Apply…");
    m_bar->ask(
        ask,
        [this](const QString& text, const QString&) -> EditBar::Made {
            Keyspace* contract = keyspace();
            if (!contract)
                return tl::unexpected(tr("The connection is gone."));
            if (text.trimmed().isEmpty())
                return contract->persist(m_key);
            const auto time = parsedDuration(text);
            if (!time)
                return tl::unexpected(tr("This is no time."));
            return contract->expire(m_key, *time);
        },
        [this](Act act, const QString&) { confirm(std::move(act), [this] { refresh(); }); });
}

void Inspector::rename()
{
    if (m_key.isEmpty())
        return;
    m_bar->ask(
        {tr("Rename to"), tr("New name"), {}, entityName(m_key), tr("Rename…")},
        [this](const QString& text, const QString&) -> EditBar::Made {
            const QByteArray to = keyOfEntity(text);
            Keyspace* contract = keyspace();
            if (to.isEmpty() || to == m_key || !contract)
                return tl::unexpected(tr("Type another name."));
            return contract->rename(m_key, to);
        },
        [this](Act act, const QString& text) {
            confirm(std::move(act), [this, to = keyOfEntity(text)] {
                const QByteArray old = m_key;
                Q_EMIT keyRemoved(old);
                Q_EMIT keyAdded(to);
                show(to);
            });
        });
}

void Inspector::copyKey()
{
    if (m_key.isEmpty())
        return;
    m_bar->ask(
        {tr("Copy to"), tr("New name"), {}, entityName(m_key), tr("Copy…")},
        [this](const QString& text, const QString&) -> EditBar::Made {
            const QByteArray to = keyOfEntity(text);
            Keyspace* contract = keyspace();
            if (to.isEmpty() || to == m_key || !contract)
                return tl::unexpected(tr("Type another name."));
            return contract->copy(m_key, to);
        },
        [this](Act act, const QString& text) {
            confirm(std::move(act), [this, to = keyOfEntity(text)] { Q_EMIT keyAdded(to); });
        });
}

void Inspector::removeKey()
{
    Keyspace* keys = keyspace();
    if (m_key.isEmpty() || !keys)
        return;
    m_askRemoval = keys->remove({m_key}).onDone(this, [this](Result<Act> act) {
        if (!act)
            return failQuietly(act.error());
        confirm(*act, [this] {
            Q_EMIT keyRemoved(m_key);
            refresh();
        });
    });
}

void Inspector::addElement()
{
    if (m_facts.detail.name != m_key || m_key.isEmpty())
        return;
    ValueEdit edit;
    edit.key = m_key;
    EditBar::Ask ask;
    ask.button = tr("Add…");
    switch (m_facts.detail.type) {
    case KeyType::Hash:
        edit.kind = Kind::SetField;
        ask.title = tr("New field");
        ask.first = tr("Field");
        ask.second = tr("Value");
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
        edit.kind = Kind::SetScore;
        ask.title = tr("New member");
        ask.first = tr("Score");
        ask.second = tr("Member");
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
    m_bar->ask(
        ask,
        [this, edit](const QString& first, const QString& second) -> EditBar::Made {
            ValueEdit e = edit;
            Values* contract = values();
            if (!contract)
                return tl::unexpected(tr("The connection is gone."));
            bool number = false;
            switch (e.kind) {
            case Kind::SetField:
                e.field = first.toUtf8();
                e.value = second.toUtf8();
                break;
            case Kind::SetScore:
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
        [this](Act act, const QString&) { confirm(std::move(act), [this] { refresh(); }); });
}

// The element of the current row as an edit of its value; `field`, `index` or `value` say which.
ValueEdit Inspector::elementEdit() const
{
    ValueEdit edit;
    edit.key = m_key;
    const int row = currentRow();
    if (row < 0 || row >= m_model->rowCount())
        return edit;
    const ValueRow& r = m_model->row(row);
    edit.field = r.field;
    edit.index = r.index;
    edit.kind = m_model->type() == KeyType::List ? Kind::SetItem : Kind::SetField;
    return edit;
}

void Inspector::showElement()
{
    const int row = currentRow();
    if (row < 0 || row >= m_model->rowCount()) {
        m_element->setTitle(tr("No element chosen"));
        m_shownElement.clear();
        m_element->setValue({}, 0, 0);
        m_element->setWritable(false);
        updateWords();
        return;
    }
    const ValueRow& r = m_model->row(row);
    const KeyType type = m_model->type();
    const bool writable = type == KeyType::Hash || type == KeyType::List;
    const bool kept
        = m_element->isEdited() || m_element->conflict()->state() != ConflictBar::State::None;
    if (writable && kept && isShown(m_element, elementEdit())) {
        if (m_element->isEdited() && r.value != m_element->original())
            m_element->conflict()->setState(ConflictBar::State::Changed);
        return updateWords();
    }
    m_shownElement = writable ? draftKey(elementEdit()) : QString();
    QByteArray shown = r.value;
    qint64 full = r.fullSize;
    if (type == KeyType::Stream) {
        shown = m_table->currentIndex().data(ValueModel::BytesRole).toByteArray();
        full = shown.size();
        m_element->setTitle(QString::fromUtf8(r.field));
    } else {
        m_element->setTitle(type == KeyType::Hash ? entityName(r.field).left(60)
                : type == KeyType::List           ? tr("Item %1").arg(r.index)
                                                  : tr("Member"));
    }
    m_element->setWritable(writable);
    m_element->setValue(shown, 0, full);
    if (writable)
        restoreDraft(m_element, elementEdit());
    updateWords();
}

void Inspector::editElement()
{
    const int row = currentRow();
    if (row < 0)
        return;
    if (m_model->type() != KeyType::SortedSet) {
        m_element->editor()->setFocus(Qt::OtherFocusReason);
        return;
    }
    const ValueRow r = m_model->row(row);
    m_bar->ask(
        {tr("Score of %1").arg(entityName(r.value).left(40)), tr("Score"), {},
            QString::fromUtf8(r.score), tr("Save…")},
        [this, r](const QString& text, const QString&) -> EditBar::Made {
            bool number = false;
            text.toDouble(&number);
            Values* contract = values();
            if (!number || !contract)
                return tl::unexpected(tr("The score is no number."));
            ValueEdit edit;
            edit.kind = Kind::SetScore;
            edit.key = m_key;
            edit.value = r.value;
            edit.score = text.trimmed().toUtf8();
            edit.expected = r.score;
            return contract->edit(edit);
        },
        [this](Act act, const QString&) { confirm(std::move(act), [this] { refresh(); }); });
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
