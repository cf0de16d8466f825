// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/wirecodec.h"

#include <algorithm>
#include <bit>

namespace pilothouse::streams
{

void WireWriter::float64(double v)
{
    big(std::bit_cast<quint64>(v));
}

void WireWriter::uvarint(quint32 v)
{
    while (v >= 0x80) {
        m_out.append(char((v & 0x7f) | 0x80));
        v >>= 7;
    }
    m_out.append(char(v));
}

void WireWriter::string(QStringView v)
{
    const QByteArray text = v.toUtf8();
    if (m_flexible)
        uvarint(quint32(text.size() + 1));
    else
        int16(qint16(text.size()));
    m_out.append(text);
}

void WireWriter::nullableString(const std::optional<QString>& v)
{
    if (v)
        string(*v);
    else if (m_flexible)
        uvarint(0);
    else
        int16(-1);
}

void WireWriter::bytes(const QByteArray& v)
{
    if (m_flexible)
        uvarint(v.isNull() ? 0 : quint32(v.size() + 1));
    else
        int32(v.isNull() ? -1 : qint32(v.size()));
    m_out.append(v);
}

void WireWriter::array(qsizetype count)
{
    if (m_flexible)
        uvarint(quint32(count + 1));
    else
        int32(qint32(count));
}

double WireReader::float64()
{
    return std::bit_cast<double>(big<quint64>());
}

QByteArrayView WireReader::raw(qsizetype n)
{
    if (n < 0 || left() < n) {
        m_ok = false;
        return {};
    }
    const QByteArrayView out = m_data.sliced(m_at, n);
    m_at += n;
    return out;
}

quint32 WireReader::uvarint()
{
    quint64 v = 0;
    for (int shift = 0; shift < 35; shift += 7) {
        const quint8 b = big<quint8>();
        v |= quint64(b & 0x7f) << shift;
        if (!(b & 0x80))
            return quint32(v);
    }
    m_ok = false;
    return 0;
}

qint64 WireReader::varlong()
{
    quint64 v = 0;
    for (int shift = 0; shift < 70; shift += 7) {
        const quint8 b = big<quint8>();
        v |= quint64(b & 0x7f) << shift;
        if (!(b & 0x80))
            return qint64(v >> 1) ^ -qint64(v & 1);
    }
    m_ok = false;
    return 0;
}

qsizetype WireReader::length(bool isString)
{
    if (m_flexible)
        return qsizetype(uvarint()) - 1;
    return isString ? qsizetype(int16()) : qsizetype(int32());
}

std::optional<QString> WireReader::nullableString()
{
    const qsizetype n = length(true);
    if (n < 0)
        return std::nullopt;
    return QString::fromUtf8(raw(n));
}

QByteArrayView WireReader::bytes()
{
    const qsizetype n = length(false);
    return n < 0 ? QByteArrayView() : raw(n);
}

qsizetype WireReader::array()
{
    const qsizetype n = length(false);
    if (!m_ok || n <= 0)
        return 0;
    if (n > left()) { // every element takes a byte at least
        m_ok = false;
        return 0;
    }
    return n;
}

void WireReader::end()
{
    if (!m_flexible)
        return;
    const quint32 fields = uvarint();
    for (quint32 i = 0; i < fields && m_ok; ++i) {
        (void)uvarint();
        skip(qsizetype(uvarint()));
    }
}

} // namespace pilothouse::streams
