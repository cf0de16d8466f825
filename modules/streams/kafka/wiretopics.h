// SPDX-License-Identifier: GPL-3.0-or-later
// Making, changing and removing topics: requests and answers. Pure.
#pragma once

#include "streams/api/acts.h"
#include "streams/kafka/wireapi.h"

namespace pilothouse::streams
{

// One answer per named thing: a code and the broker's own words.
struct NamedCode {
    QString name;
    qint16 code = 0;
    QString message;
};

// `dryRun`: the broker checks it and makes nothing.
WireCall createTopicCall(const NewTopic& topic, bool dryRun);
Result<std::vector<NamedCode>> createdTopicsOf(const WireAnswer& answer);

WireCall deleteTopicCall(const QString& topic);
Result<std::vector<NamedCode>> deletedTopicsOf(const WireAnswer& answer);

// `count`: of all partitions afterwards.
WireCall createPartitionsCall(const QString& topic, int count);
Result<std::vector<NamedCode>> createdPartitionsOf(const WireAnswer& answer);

// Only what is named changes; no value takes the topic's own away.
WireCall alterConfigCall(const QString& topic, const std::vector<ConfigChange>& changes);
Result<std::vector<NamedCode>> alteredConfigsOf(const WireAnswer& answer);

WireCall deleteRecordsCall(const QString& topic, const std::map<int, qint64>& before);
struct DeletedRecords {
    int partition = 0;
    qint64 begin = -1; // of what is kept
    qint16 code = 0;
};
Result<std::vector<DeletedRecords>> deletedRecordsOf(const WireAnswer& answer);

} // namespace pilothouse::streams
