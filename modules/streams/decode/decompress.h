// SPDX-License-Identifier: GPL-3.0-or-later
// The codecs of record batches and of packed values. Pure but for the libraries.
// Source: kafka.apache.org, "Record Batch"; snappy comes in xerial's blocks (Java), in its own
// frames (github.com/google/snappy, framing_format.txt) or bare.
#pragma once

#include "core/error.h"

#include <QByteArray>

#include <memory>

namespace pilothouse::streams
{

enum class Codec { None = 0, Gzip = 1, Snappy = 2, Lz4 = 3, Zstd = 4 };
QString nameOf(Codec codec); // "gzip"

// Keeps its contexts between calls; one thread.
class Decompressor final
{
public:
    static constexpr qsizetype kMost = 256 << 20; // bytes; more is an error, not a full memory

    explicit Decompressor(qsizetype most = kMost);
    ~Decompressor();
    Decompressor(const Decompressor&) = delete;
    Decompressor& operator=(const Decompressor&) = delete;

    // The plain bytes, valid until the next call. Protocol when they cannot be made sense of.
    Result<QByteArrayView> run(Codec codec, QByteArrayView packed);

private:
    struct Contexts;
    const qsizetype m_most;
    std::unique_ptr<Contexts> m_contexts;
    QByteArray m_out;
};

} // namespace pilothouse::streams
