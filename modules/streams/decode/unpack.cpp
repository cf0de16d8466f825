// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/decode/unpack.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

Codec chosen(DecodeChoice::Unpack how)
{
    switch (how) {
    case DecodeChoice::Unpack::Gzip:
        return Codec::Gzip;
    case DecodeChoice::Unpack::Zstd:
        return Codec::Zstd;
    case DecodeChoice::Unpack::Snappy:
        return Codec::Snappy;
    case DecodeChoice::Unpack::Lz4:
        return Codec::Lz4;
    case DecodeChoice::Unpack::ByItself:
    case DecodeChoice::Unpack::None:
        break;
    }
    return Codec::None;
}

} // namespace

Codec packedAs(QByteArrayView bytes)
{
    const auto begins = [bytes](QByteArrayView magic) {
        return bytes.startsWith(magic);
    };
    if (begins("\x1f\x8b\x08"))
        return Codec::Gzip;
    if (begins("\x28\xb5\x2f\xfd"))
        return Codec::Zstd;
    if (begins("\x04\x22\x4d\x18"))
        return Codec::Lz4;
    if (begins(QByteArrayView("\x82SNAPPY\0", 8))
        || begins(QByteArrayView("\xff\x06\0\0sNaPpY", 10)))
        return Codec::Snappy;
    return Codec::None;
}

Unpacked unpack(QByteArrayView bytes, DecodeChoice::Unpack how, Decompressor& with)
{
    constexpr int kMostLayers = 3;
    Unpacked out;
    out.bytes = bytes.toByteArray();
    const bool itself = how == DecodeChoice::Unpack::ByItself;
    for (int layer = 0; layer < (itself ? kMostLayers : 1); ++layer) {
        const Codec codec = itself ? packedAs(out.bytes) : chosen(how);
        if (codec == Codec::None)
            break;
        const auto plain = with.run(codec, out.bytes);
        if (!plain) {
            out.problem = plain.error();
            break;
        }
        out.bytes = plain->toByteArray();
        out.codecs.append(nameOf(codec));
    }
    return out;
}

} // namespace pilothouse::streams
