// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/redriver.h"

#include "core/servicehub.h"
#include "streams/panel/servicename.h"
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
        send();
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

void Redriver::send()
{
    auto* acts = m_workbench.hub().contract<TopicActs>(m_service);
    if (m_letters.empty() || !acts) {
        end(m_letters.empty() ? QString() : tr("Not connected"));
        return;
    }
    m_sending = std::exchange(m_letters, {});
    std::stable_sort(m_sending.begin(), m_sending.end(),
        [](const Letter& a, const Letter& b) { return a.to < b.to; });
    m_box = std::make_shared<WrittenBox>();
    std::vector<ProduceRequest> requests;
    for (size_t i = 0; i < m_sending.size(); ++i) {
        const Letter& letter = m_sending[i];
        if (requests.empty() || requests.back().topic != letter.to) {
            ProduceRequest request;
            request.topic = letter.to;
            request.perSecond = m_perSecond;
            // Each request counts its own messages from 0.
            request.onWritten = [tell = WrittenBox::listener(m_box), begin = i](Written one) {
                one.index += begin;
                tell(one);
            };
            requests.push_back(std::move(request));
        }
        requests.back().drafts.push_back(letter.draft);
    }
    m_drain.start();
    m_workbench.confirm(acts->produceAll(requests), this, [this](Task* task) {
        m_drain.stop();
        drain();
        const bool refused = task && !task->outcome(); // no task: the user said no
        end(refused ? ui::ErrorWords::line(
                task->outcome().error(), serviceName(m_workbench.hub(), m_service))
                    : QString());
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
