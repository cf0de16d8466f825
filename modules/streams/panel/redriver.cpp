// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/redriver.h"

#include "core/servicehub.h"
#include "ui/errors/errorwords.h"
#include "ui/workbench.h"

#include <algorithm>

namespace pilothouse::streams
{

Redriver::Redriver(ui::Workbench& workbench, ServiceId service, QObject* parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_service(std::move(service))
{
    m_drain.setInterval(50);
    connect(&m_drain, &QTimer::timeout, this, &Redriver::drain);
}

void Redriver::start(const QString& from, std::vector<Letter> letters, int perSecond)
{
    if (m_running || letters.empty())
        return;
    m_from = from;
    m_letters = std::move(letters);
    m_perSecond = perSecond;
    m_running = true;
    readWhole();
}

void Redriver::readWhole()
{
    const auto cut = std::find_if(
        m_letters.begin(), m_letters.end(), [](const Letter& letter) { return letter.cut; });
    if (cut == m_letters.end()) {
        sendNext();
        return;
    }
    auto* messages = m_workbench.hub().contract<Messages>(m_service);
    if (!messages) {
        end(tr("Not connected"));
        return;
    }
    const auto at = size_t(cut - m_letters.begin());
    m_whole = messages->message(m_from, cut->id.first, cut->id.second)
                  .onDone(this, [this, at](Result<Message> whole) {
                      if (!whole) {
                          const auto id = m_letters[at].id;
                          Q_EMIT failed(id.first, id.second, whole.error());
                          m_letters.erase(m_letters.begin() + qsizetype(at));
                      } else {
                          m_letters[at].draft.value = whole->value;
                          m_letters[at].cut = false;
                      }
                      readWhole();
                  });
}

void Redriver::sendNext()
{
    auto* acts = m_workbench.hub().contract<TopicActs>(m_service);
    if (m_letters.empty() || !acts) {
        end(m_letters.empty() ? QString() : tr("Not connected"));
        return;
    }
    const QString to = m_letters.front().to;
    const auto others = std::stable_partition(m_letters.begin(), m_letters.end(),
        [&to](const Letter& letter) { return letter.to == to; });
    m_sending.assign(m_letters.begin(), others);
    m_letters.erase(m_letters.begin(), others);
    ProduceRequest request;
    request.topic = to;
    for (const Letter& letter : m_sending)
        request.drafts.push_back(letter.draft);
    request.perSecond = m_perSecond;
    m_box = std::make_shared<WrittenBox>();
    request.onWritten = WrittenBox::listener(m_box);
    m_drain.start();
    m_workbench.confirm(acts->produce(request), this, [this](Task* task) {
        m_drain.stop();
        drain();
        if (!task) { // the user said no, to the rest too
            end({});
            return;
        }
        const auto& outcome = task->outcome();
        m_sending.clear();
        if (!outcome)
            end(ui::ErrorWords::line(outcome.error(), m_service));
        else
            sendNext();
    });
}

void Redriver::drain()
{
    for (const Written& one : m_box->take()) {
        if (one.index >= m_sending.size())
            continue;
        const Letter& letter = m_sending[one.index];
        if (one.problem)
            Q_EMIT failed(letter.id.first, letter.id.second, *one.problem);
        else
            Q_EMIT written(letter.id.first, letter.id.second, letter.to);
    }
}

void Redriver::end(const QString& error)
{
    m_letters.clear();
    m_sending.clear();
    m_running = false;
    Q_EMIT finished(error);
}

} // namespace pilothouse::streams
