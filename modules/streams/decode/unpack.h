// SPDX-License-Identifier: GPL-3.0-or-later
// Values their writers have packed themselves: gzip, zstd, snappy, lz4. Pure but for the libraries.
#pragma once

#include "streams/api/decoding.h"
#include "streams/decode/decompress.h"

namespace pilothouse::streams
{

inline constexpr qsizetype kMostUnpacked = 16 << 20; // bytes of one value

// By the first bytes. Snappy without a frame has none.
Codec packedAs(QByteArrayView bytes);
struct Unpacked {
    QByteArray bytes;
    QStringList codecs; // in the order they were taken off
    std::optional<Error> problem;
};
Unpacked unpack(QByteArrayView bytes, DecodeChoice::Unpack how, Decompressor& with);

} // namespace pilothouse::streams
