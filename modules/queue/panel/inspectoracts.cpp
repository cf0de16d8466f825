// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector changes: every act through the workbench, every unsent edit as a draft.
#include "queue/panel/inspector.h"

#include "core/servicehub.h"
#include "queue/api/commandline.h"
#include "queue/panel/editbar.h"
#include "queue/panel/streambar.h"
#include "queue/panel/textvalue.h"
#include "queue/panel/valueformats.h"
#include "ui/controls/elidedlabel.h"
#include "ui/drafts.h"

#include <algorithm>
#include <limits>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

void Inspector::confirm(Act act, std::function<void()> done, Refused refused)
{
    m_workbench.confirm(std::move(act), this,
        [this, key = m_key, done = std::move(done), refused = std::move(refused)](Task* task) {
            if (!task)
                return;
            if (task->status().state == TaskStatus::State::Done) {
                done();
                return;
            }
            if (!task->outcome()) {
                const Error error = task->outcome().error();
                if (refused && refused(error))
                    return; // what was typed stays, and so does what it was made from
                m_workbench.report(error);
                if (error.kind == Error::Kind::NotFound)
                    forgetIfGone(key);
            }
            refresh(); // what the server holds now is what counts
        });
}

// The key itself, or only a part of it: the tree has the key no longer than the server.
void Inspector::forgetIfGone(const QByteArray& key)
{
    if (Keyspace* keys = keyspace())
        m_askGone = keys->details({key}, DetailField::Type)
                        .onDone(this, [this, key](Result<std::vector<KeyDetail>> details) {
                            if (details && !details->empty() && details->front().gone)
                                Q_EMIT keyRemoved(key);
                        });
}

void Inspector::connectGroups()
{
    connect(m_groups, &StreamBar::claimRequested, this,
        [this](const QByteArray& group, const std::vector<QByteArray>& ids) {
            // What was touched after this was shown stays with whoever touched it.
            qint64 idle = std::numeric_limits<qint64>::max();
            for (const PendingEntry& entry : m_groups->pending())
                idle = std::min(idle, entry.idleMs);
            m_bar->ask(
                {tr("Claim for"), tr("Consumer"), {}, {}, tr("Claim…")},
                [this, group, ids, idle](const QString& consumer, const QString&) -> EditBar::Made {
                    auto* streams = m_workbench.hub().contract<Streams>(m_service);
                    if (consumer.trimmed().isEmpty() || !streams)
                        return tl::unexpected(tr("Name a consumer."));
                    return streams->claim(m_key, group, consumer.trimmed().toUtf8(), idle, ids);
                },
                [this](Act act, const QString&, const QString&) {
                    confirm(std::move(act), [this] { m_groups->refresh(); });
                });
        });
    connect(m_groups, &StreamBar::acknowledgeRequested, this,
        [this](const QByteArray& group, const std::vector<QByteArray>& ids) {
            auto* streams = m_workbench.hub().contract<Streams>(m_service);
            if (!streams)
                return;
            Act act = streams->acknowledge(m_key, group, ids);
            act.destructive = true; // nothing beside its button tells the command: always asked
            confirm(std::move(act), [this] { m_groups->refresh(); });
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
        [this](Act act, const QString&, const QString&) {
            confirm(std::move(act), [this] { refresh(); });
        });
}

void Inspector::rename()
{
    askName(entityName(m_key), {});
}

// Asked again with what was typed when a key of that name is there.
void Inspector::askName(const QString& name, const QString& note)
{
    if (m_key.isEmpty())
        return;
    m_bar->ask(
        {tr("Rename to"), tr("New name"), {}, name, tr("Rename…"), note},
        [this](const QString& text, const QString&) -> EditBar::Made {
            const QByteArray to = keyOfEntity(text);
            Keyspace* contract = keyspace();
            if (to.isEmpty() || to == m_key || !contract)
                return tl::unexpected(tr("Type another name."));
            return contract->rename(m_key, to);
        },
        [this](Act act, const QString& text, const QString&) {
            confirm(
                std::move(act), [this, from = m_key, to = keyOfEntity(text)] { renamed(from, to); },
                [this, from = m_key, text](const Error& error) {
                    if (error.kind != Error::Kind::Conflict)
                        return false;
                    if (from == m_key)
                        askName(text, tr("A key named %1 is there already.").arg(text));
                    return true;
                });
        });
}

// What was typed and not sent goes with the key, and so does the choice.
void Inspector::renamed(const QByteArray& from, const QByteArray& to)
{
    keepTyped();
    const QString before = draftsOf(from);
    for (const QString& key : m_drafts.keys()) {
        if (!key.startsWith(before))
            continue;
        QJsonObject draft = m_drafts.get(key);
        draft.insert(u"title"_s, entityName(to));
        m_drafts.put(draftsOf(to) + key.sliced(before.size()), draft);
        m_drafts.remove(key);
    }
    if (from == m_key)
        for (TextValue* editor : {m_text, m_element})
            editor->stopChecking(); // else it would be kept under the old name again
    Q_EMIT keyRemoved(from);
    if (from == m_key)
        show(to);
    Q_EMIT keyAdded(to);
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
        [this](Act act, const QString& text, const QString&) {
            confirm(std::move(act), [this, to = keyOfEntity(text)] { Q_EMIT keyAdded(to); });
        });
}

void Inspector::removeKey()
{
    Keyspace* keys = keyspace();
    if (m_key.isEmpty() || !keys)
        return;
    m_askRemoval = keys->remove({m_key}).onDone(this, [this, key = m_key](Result<Act> act) {
        if (!act)
            return failQuietly(act.error());
        confirm(*act, [this, key] {
            Q_EMIT keyRemoved(key);
            refresh();
        });
    });
}

} // namespace pilothouse::queue
