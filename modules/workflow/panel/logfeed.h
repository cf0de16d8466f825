// SPDX-License-Identifier: GPL-3.0-or-later
// LogFeed: hands the lines of a log from its stream to a log store; when the log has to be read
// again from its begin, lines that are there already are not taken twice.
#pragma once

#include "core/runtime.h"
#include "workflow/api/logs.h"

#include <atomic>
#include <functional>
#include <memory>

namespace pilothouse::ui
{
class LogStore;
}

namespace pilothouse::workflow
{

class LogFeed final
{
public:
    // `onDiffers` runs once on the GUI thread, never after the feed is gone: the log read again is
    // not the one that was taken. Then take a new store and begin anew.
    LogFeed(std::shared_ptr<ui::LogStore> store, Runtime& runtime, std::function<void()> onDiffers);
    ~LogFeed();
    Q_DISABLE_COPY_MOVE(LogFeed)

    void add(LogLines&& lines);
    void startOver(); // what is added from now on begins with the log's first line
    void ended(); // the log is complete
    bool differs() const { return m_state->differs; }

private:
    // Touched on the store's lane alone, but for `differs` and `onDiffers`.
    struct State {
        qint64 taken = 0;
        size_t chain = 0; // over the text of all lines taken
        qint64 skip = 0;
        size_t skipChain = 0;
        std::atomic<bool> differs{false};
        std::shared_ptr<detail::Post> post;
        std::function<void()> onDiffers; // GUI thread
    };
    static void tell(const std::shared_ptr<State>& state);

    std::shared_ptr<ui::LogStore> m_store;
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace pilothouse::workflow
