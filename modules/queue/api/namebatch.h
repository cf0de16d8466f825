// SPDX-License-Identifier: GPL-3.0-or-later
// NameBatch: what one step of a keyspace walk found. Names lie packed in one buffer, so a million
// keys are a thousand allocations and not a million.
#pragma once

#include "queue/api/keytypes.h"

#include <vector>

namespace pilothouse::queue
{

struct NameBatch {
    QByteArray bytes;
    std::vector<quint32> ends; // end of each name in `bytes`

    qint64 visited = 0; // names seen so far in this walk (a server may repeat some)
    qint64 total = 0; // keys in the database when last asked
    int count = 0; // the COUNT of the step: how gently the walk goes
    double stepMs = 0; // the step's time at the server, as far as we can tell

    int size() const { return int(ends.size()); }
    QByteArrayView at(int i) const
    {
        const quint32 from = i == 0 ? 0 : ends[i - 1];
        return {bytes.constData() + from, qsizetype(ends[i] - from)};
    }
    void add(QByteArrayView name)
    {
        bytes.append(name);
        ends.push_back(quint32(bytes.size()));
    }
};

// Names with their details, for whole-keyspace facts.
struct DetailBatch {
    std::vector<KeyDetail> keys;
    qint64 visited = 0;
    qint64 total = 0;
};

} // namespace pilothouse::queue
