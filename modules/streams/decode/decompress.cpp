// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/decode/decompress.h"

#include <QtEndian>

#include <algorithm>

#include <lz4frame.h>
#include <snappy-c.h>
#include <zlib.h>
#include <zstd.h>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

struct ZstdDeleter {
    void operator()(ZSTD_DCtx* c) const { ::ZSTD_freeDCtx(c); }
};
struct Lz4Deleter {
    void operator()(LZ4F_dctx* c) const { ::LZ4F_freeDecompressionContext(c); }
};

tl::unexpected<Error> broken(Codec codec, const QString& why)
{
    return fail(Error::Kind::Protocol, nameOf(codec) + u": "_s + why);
}

bool grow(QByteArray& out, qsizetype have, qsizetype most)
{
    if (have >= most)
        return false;
    out.resize(std::min(most, std::max<qsizetype>(have * 2, 64 << 10)));
    return true;
}

} // namespace

QString nameOf(Codec codec)
{
    switch (codec) {
    case Codec::None:
        return u"none"_s;
    case Codec::Gzip:
        return u"gzip"_s;
    case Codec::Snappy:
        return u"snappy"_s;
    case Codec::Lz4:
        return u"lz4"_s;
    case Codec::Zstd:
        return u"zstd"_s;
    }
    return u"unknown"_s;
}

struct Decompressor::Contexts {
    std::unique_ptr<ZSTD_DCtx, ZstdDeleter> zstd;
    std::unique_ptr<LZ4F_dctx, Lz4Deleter> lz4;
};

Decompressor::Decompressor(qsizetype most)
    : m_most(most)
    , m_contexts(std::make_unique<Contexts>())
{
}

Decompressor::~Decompressor() = default;

namespace
{

Result<qsizetype> gunzip(QByteArrayView packed, QByteArray& out, qsizetype most)
{
    z_stream stream{};
    if (::inflateInit2(&stream, 15 + 32) != Z_OK)
        return broken(Codec::Gzip, u"no memory"_s);
    const std::unique_ptr<z_stream, int (*)(z_streamp)> end(&stream, ::inflateEnd);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = uInt(packed.size());
    qsizetype have = 0;
    for (;;) {
        if (have == out.size() && !grow(out, have, most))
            return broken(Codec::Gzip, u"too large"_s);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + have);
        stream.avail_out = uInt(out.size() - have);
        const int result = ::inflate(&stream, Z_NO_FLUSH);
        have = out.size() - qsizetype(stream.avail_out);
        if (result == Z_STREAM_END)
            return have;
        if (result != Z_OK && !(result == Z_BUF_ERROR && stream.avail_out == 0))
            return broken(Codec::Gzip, QString::fromLatin1(stream.msg ? stream.msg : "cut off"));
    }
}

Result<qsizetype> unsnapBlock(
    QByteArrayView packed, QByteArray& out, qsizetype have, qsizetype most)
{
    size_t size = 0;
    if (::snappy_uncompressed_length(packed.data(), size_t(packed.size()), &size) != SNAPPY_OK
        || qsizetype(size) > most - have)
        return broken(Codec::Snappy, u"no length"_s);
    if (out.size() < have + qsizetype(size))
        out.resize(have + qsizetype(size));
    if (::snappy_uncompress(packed.data(), size_t(packed.size()), out.data() + have, &size)
        != SNAPPY_OK)
        return broken(Codec::Snappy, u"broken block"_s);
    return have + qsizetype(size);
}

constexpr QByteArrayView kFrameHead("\xff\x06\0\0sNaPpY", 10);

// Chunks of a type, three bytes of a length, and four of a sum before what is packed or plain.
Result<qsizetype> unsnapFrames(QByteArrayView packed, QByteArray& out, qsizetype most)
{
    constexpr qsizetype kHead = 4, kSum = 4;
    qsizetype have = 0;
    for (qsizetype at = 0; at < packed.size();) {
        if (packed.size() - at < kHead)
            return broken(Codec::Snappy, u"cut off"_s);
        const auto head = qFromLittleEndian<quint32>(packed.data() + at);
        const quint32 type = head & 0xff;
        const auto size = qsizetype(head >> 8);
        at += kHead;
        if (size > packed.size() - at || (type < 2 && size < kSum))
            return broken(Codec::Snappy, u"cut off"_s);
        const auto data = packed.sliced(at, size);
        at += size;
        if (type == 0) {
            const auto more = unsnapBlock(data.sliced(kSum), out, have, most);
            if (!more)
                return more;
            have = *more;
        } else if (type == 1) {
            if (size - kSum > most - have)
                return broken(Codec::Snappy, u"too large"_s);
            if (out.size() < have + size - kSum)
                out.resize(have + size - kSum);
            std::copy_n(data.data() + kSum, size - kSum, out.data() + have);
            have += size - kSum;
        } else if (type < 0x80) {
            return broken(Codec::Snappy, u"unknown chunk"_s);
        }
    }
    return have;
}

Result<qsizetype> unsnap(QByteArrayView packed, QByteArray& out, qsizetype most)
{
    constexpr qsizetype kHead = 16; // magic, version, compatible version
    if (packed.startsWith(kFrameHead))
        return unsnapFrames(packed.sliced(kFrameHead.size()), out, most);
    if (!packed.startsWith(QByteArrayView("\x82SNAPPY\0", 8)))
        return unsnapBlock(packed, out, 0, most);
    if (packed.size() < kHead)
        return broken(Codec::Snappy, u"cut off"_s);
    qsizetype have = 0;
    for (qsizetype at = kHead; at < packed.size();) {
        if (packed.size() - at < 4)
            return broken(Codec::Snappy, u"cut off"_s);
        const auto size = qFromBigEndian<qint32>(packed.data() + at);
        at += 4;
        if (size < 0 || size > packed.size() - at)
            return broken(Codec::Snappy, u"cut off"_s);
        const auto more = unsnapBlock(packed.sliced(at, size), out, have, most);
        if (!more)
            return more;
        have = *more;
        at += size;
    }
    return have;
}

Result<qsizetype> unlz4(LZ4F_dctx* context, QByteArrayView packed, QByteArray& out, qsizetype most)
{
    ::LZ4F_resetDecompressionContext(context);
    qsizetype have = 0;
    qsizetype taken = 0;
    for (;;) {
        if (have == out.size() && !grow(out, have, most))
            return broken(Codec::Lz4, u"too large"_s);
        size_t room = size_t(out.size() - have);
        size_t left = size_t(packed.size() - taken);
        const size_t hint = ::LZ4F_decompress(
            context, out.data() + have, &room, packed.data() + taken, &left, nullptr);
        if (::LZ4F_isError(hint))
            return broken(Codec::Lz4, QString::fromLatin1(::LZ4F_getErrorName(hint)));
        have += qsizetype(room);
        taken += qsizetype(left);
        if (hint == 0)
            return have;
        if (room == 0 && left == 0 && have < out.size())
            return broken(Codec::Lz4, u"cut off"_s);
    }
}

Result<qsizetype> unzstd(ZSTD_DCtx* context, QByteArrayView packed, QByteArray& out, qsizetype most)
{
    ::ZSTD_DCtx_reset(context, ZSTD_reset_session_only);
    ZSTD_inBuffer in{packed.data(), size_t(packed.size()), 0};
    qsizetype have = 0;
    for (;;) {
        if (have == out.size() && !grow(out, have, most))
            return broken(Codec::Zstd, u"too large"_s);
        ZSTD_outBuffer to{out.data(), size_t(out.size()), size_t(have)};
        const size_t before = in.pos;
        const size_t left = ::ZSTD_decompressStream(context, &to, &in);
        if (::ZSTD_isError(left))
            return broken(Codec::Zstd, QString::fromLatin1(::ZSTD_getErrorName(left)));
        const bool stuck = in.pos == before && qsizetype(to.pos) == have && have < out.size();
        have = qsizetype(to.pos);
        if (left == 0 && in.pos == in.size)
            return have;
        if (stuck)
            return broken(Codec::Zstd, u"cut off"_s);
    }
}

} // namespace

Result<QByteArrayView> Decompressor::run(Codec codec, QByteArrayView packed)
{
    if (m_out.size() < (64 << 10))
        m_out.resize(64 << 10);
    Result<qsizetype> size = broken(codec, u"unknown codec"_s);
    switch (codec) {
    case Codec::None:
        return packed;
    case Codec::Gzip:
        size = gunzip(packed, m_out, m_most);
        break;
    case Codec::Snappy:
        size = unsnap(packed, m_out, m_most);
        break;
    case Codec::Lz4:
        if (!m_contexts->lz4) {
            LZ4F_dctx* made = nullptr;
            if (::LZ4F_isError(::LZ4F_createDecompressionContext(&made, LZ4F_VERSION)))
                return broken(codec, u"no memory"_s);
            m_contexts->lz4.reset(made);
        }
        size = unlz4(m_contexts->lz4.get(), packed, m_out, m_most);
        break;
    case Codec::Zstd:
        if (!m_contexts->zstd)
            m_contexts->zstd.reset(::ZSTD_createDCtx());
        size = unzstd(m_contexts->zstd.get(), packed, m_out, m_most);
        break;
    }
    if (!size)
        return tl::unexpected(size.error());
    return QByteArrayView(m_out).first(*size);
}

} // namespace pilothouse::streams
