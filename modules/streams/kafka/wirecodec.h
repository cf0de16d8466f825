// SPDX-License-Identifier: GPL-3.0-or-later
// WireWriter and WireReader: the primitive types of Kafka's protocol, in the classic and in the
// flexible (compact) encoding. Pure. Source: kafka.apache.org/protocol, "Protocol Primitive Types",
// and KIP-482 for compact lengths and tagged fields.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pilothouse::streams
{

// Appends; all integers big-endian. `flexible` decides how lengths and the ends of structures are
// written.
class WireWriter final
{
public:
    explicit WireWriter(bool flexible = false)
        : m_flexible(flexible)
    {
    }

    void int8(qint8 v) { m_out.append(char(v)); }
    void int16(qint16 v) { big(quint16(v)); }
    void int32(qint32 v) { big(quint32(v)); }
    void int64(qint64 v) { big(quint64(v)); }
    void float64(double v);
    void boolean(bool v) { int8(v ? 1 : 0); }
    void string(QStringView v);
    void nullableString(const std::optional<QString>& v);
    void bytes(const QByteArray& v); // null: a null array
    void array(qsizetype count); // -1: a null array
    void uvarint(quint32 v);
    // The end of a structure: no tagged fields. Writes nothing in the classic encoding.
    void end()
    {
        if (m_flexible)
            uvarint(0);
    }
    void raw(QByteArrayView v) { m_out.append(v); }

    bool isFlexible() const { return m_flexible; }
    const QByteArray& data() const { return m_out; }
    QByteArray take() { return std::move(m_out); }

private:
    template <class T>
    void big(T v)
    {
        for (int shift = int(sizeof(T)) * 8 - 8; shift >= 0; shift -= 8)
            m_out.append(char((v >> shift) & 0xff));
    }

    QByteArray m_out;
    bool m_flexible;
};

// Reads from bytes somebody else keeps. What runs past the end makes the reader bad: every further
// value is zero or empty, and counts are 0, so that loops end. Ask ok() before using what was read.
class WireReader final
{
public:
    explicit WireReader(QByteArrayView data, bool flexible = false)
        : m_data(data)
        , m_flexible(flexible)
    {
    }

    qint8 int8() { return qint8(big<quint8>()); }
    qint16 int16() { return qint16(big<quint16>()); }
    qint32 int32() { return qint32(big<quint32>()); }
    qint64 int64() { return qint64(big<quint64>()); }
    double float64();
    bool boolean() { return int8() != 0; }
    QString string() { return nullableString().value_or(QString()); }
    std::optional<QString> nullableString();
    QByteArrayView bytes(); // null when the array is null
    QByteArrayView uuid() { return raw(16); }
    // At most as many as there are bytes left; -1 (null) is told as 0.
    qsizetype array();
    quint32 uvarint();
    qint64 varlong(); // zigzag, as in record batches
    qint32 varint() { return qint32(varlong()); }
    void end(); // skips the tagged fields of a structure
    QByteArrayView raw(qsizetype n);
    void skip(qsizetype n) { (void)raw(n); }
    void setFlexible(bool flexible) { m_flexible = flexible; }

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at >= m_data.size(); }
    qsizetype left() const { return m_ok ? m_data.size() - m_at : 0; }
    qsizetype at() const { return m_at; }
    void spoil() { m_ok = false; }

private:
    template <class T>
    T big()
    {
        if (left() < qsizetype(sizeof(T))) {
            m_ok = false;
            return 0;
        }
        T v = 0;
        for (size_t i = 0; i < sizeof(T); ++i)
            v = T((quint64(v) << 8) | quint8(m_data[m_at++]));
        return v;
    }
    qsizetype length(bool isString); // -1: null

    QByteArrayView m_data;
    qsizetype m_at = 0;
    bool m_flexible;
    bool m_ok = true;
};

} // namespace pilothouse::streams
