// SPDX-License-Identifier: GPL-3.0-or-later
// TopicSearch: one search through a topic: its run, what it found, how fast it is, and enough of it
// on record that a search that was cut off or closed goes on where it was. GUI thread.
#pragma once

#include "core/servicehub.h"
#include "streams/panel/hitstore.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QTimer>

#include <deque>

namespace pilothouse::streams
{

class TopicSearch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicSearch)

public:
    enum class State {
        Idle, // nothing was looked for yet
        Running,
        Paused,
        CutOff, // by an error, a full disk or the end of the program; goOn() reads the rest
        Cancelled, // by the user; goOn() reads the rest
        Done,
    };

    TopicSearch(ServiceHub& hub, ServiceId service, QObject* parent = nullptr);
    ~TopicSearch() override;

    void start(SearchQuery query); // forgets what was found before
    void goOn(); // the rest of a search that was cut off or cancelled
    void setPaused(bool paused);
    void cancel();

    State state() const { return m_state; }
    bool isActive() const { return m_state == State::Running || m_state == State::Paused; }
    bool canGoOn() const { return m_state == State::CutOff || m_state == State::Cancelled; }
    const SearchQuery& query() const { return m_query; }
    // With what earlier parts of it have read.
    const SearchProgress& progress() const { return m_progress; }
    qint64 hits() const; // found in all
    qint64 lostHits() const { return m_lostHits; } // found before the program ended; not listed
    std::map<int, qint64> hitsBy() const;
    const std::optional<Error>& error() const { return m_error; }
    QDateTime endedAt() const { return m_endedAt; } // UTC; of what is not active
    milliseconds took() const;
    HitStore* store() const { return m_store.get(); }

    // From the last ten seconds; none: too early to say.
    struct Rates {
        double bytes = 0; // a second
        double messages = 0;
        std::optional<milliseconds> left;
    };
    std::optional<Rates> rates() const;

    // What is needed to go on, or to tell of a search that is done; empty before the first.
    QJsonObject saved() const;
    bool restore(const QJsonObject& saved); // as cut off, or as done; nothing is asked

Q_SIGNALS:
    void storeChanged(); // start() made another
    void changed(); // state or progress; at most 20 times a second
    void saveDue(); // every five seconds while it runs, and at its end

private:
    struct Sample {
        qint64 ms;
        qint64 offsets;
        qint64 bytes;
        qint64 messages;
    };

    void makeStore();
    void run();
    void take(std::vector<SearchBatch>&& batches);
    void ended(const VoidResult& end);
    void stopWith(State state, std::optional<Error> error);
    void sample();

    ServiceHub& m_hub;
    const ServiceId m_service;
    SearchQuery m_query;
    SearchProgress m_progress;
    ReadState m_earlier; // read by parts of the search before this one
    std::map<int, qint64> m_lostBy;
    qint64 m_lostHits = 0;
    std::unique_ptr<HitStore> m_store;
    Stream<SearchBatch> m_stream;
    std::shared_ptr<std::atomic<bool>> m_hold;
    State m_state = State::Idle;
    bool m_cancelled = false; // its end is still to come
    std::optional<Error> m_error;
    QDateTime m_endedAt;
    QElapsedTimer m_clock; // of the part that runs
    milliseconds m_tookBefore{0};
    std::deque<Sample> m_samples;
    QTimer m_save;
};

// Plain forms for saved state, also of panels.
QJsonObject placeJson(const TopicPlace& place);
TopicPlace placeOf(const QJsonObject& json, TopicPlace::Kind otherwise);
QJsonObject patternJson(const MessagePattern& pattern);
MessagePattern patternOf(const QJsonObject& json);
QJsonObject queryJson(const SearchQuery& query);
SearchQuery queryOf(const QJsonObject& json);

} // namespace pilothouse::streams
