// SPDX-License-Identifier: GPL-3.0-or-later
// RAII for libpq: the only place that frees what libpq allocates.
#pragma once

#include <libpq-fe.h>

#include <memory>

namespace pilothouse::database::postgres
{

struct FreeConn {
    void operator()(PGconn* c) const { PQfinish(c); }
};
struct FreeResult {
    void operator()(PGresult* r) const { PQclear(r); }
};
struct FreeCancel {
    void operator()(PGcancel* c) const { PQfreeCancel(c); }
};
struct FreeMemory {
    void operator()(void* p) const { PQfreemem(p); }
};

using ConnHandle = std::unique_ptr<PGconn, FreeConn>;
using ResultHandle = std::unique_ptr<PGresult, FreeResult>;
using CancelHandle = std::unique_ptr<PGcancel, FreeCancel>;
using BufferHandle = std::unique_ptr<char, FreeMemory>;

} // namespace pilothouse::database::postgres
