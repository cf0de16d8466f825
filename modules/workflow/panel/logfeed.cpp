// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/logfeed.h"

#include "ui/logview/logstore.h"

#include <QHashFunctions>

namespace pilothouse::workflow
{

static_assert(int(LogLevel::Critical) == int(ui::LogLevel::Critical), "the same levels");

LogFeed::LogFeed(
    std::shared_ptr<ui::LogStore> store, Runtime& runtime, std::function<void()> onDiffers)
    : m_store(std::move(store))
{
    m_state->post = runtime.post();
    m_state->onDiffers = std::move(onDiffers);
}

LogFeed::~LogFeed()
{
    m_state->onDiffers = {};
}

void LogFeed::tell(const std::shared_ptr<State>& state)
{
    if (state->differs.exchange(true))
        return;
    state->post->run([state] {
        if (const auto f = state->onDiffers)
            f();
    });
}

void LogFeed::add(LogLines&& lines)
{
    const qint64 bytes = lines.text.size() + lines.size() * qint64(sizeof(LogLines::Row));
    const auto kept = std::make_shared<const LogLines>(std::move(lines));
    m_store->feed(bytes, [kept, state = m_state](ui::LogWriter& writer) {
        for (qsizetype i = 0; i < kept->size(); ++i) {
            const QByteArrayView text = kept->at(i);
            const LogLines::Row& row = kept->rows[size_t(i)];
            if (state->skip > 0) {
                state->skipChain = qHashBits(text.data(), size_t(text.size()), state->skipChain);
                if (--state->skip == 0 && state->skipChain != state->chain)
                    tell(state);
                continue;
            }
            if (state->differs)
                return;
            state->chain = qHashBits(text.data(), size_t(text.size()), state->chain);
            ++state->taken;
            const QByteArrayView source = row.source < quint32(kept->sources.size())
                ? QByteArrayView(kept->sources[row.source])
                : QByteArrayView();
            if (!writer.add(text,
                    {row.time, source, static_cast<ui::LogLevel>(row.level), row.continued,
                        row.cut}))
                return;
        }
    });
}

void LogFeed::startOver()
{
    m_store->feed(0, [state = m_state](ui::LogWriter&) {
        state->skip = state->taken;
        state->skipChain = 0;
    });
}

void LogFeed::ended()
{
    m_store->feed(0, [state = m_state](ui::LogWriter&) {
        if (state->skip > 0) // shorter than what was taken
            tell(state);
    });
}

} // namespace pilothouse::workflow
