// SPDX-License-Identifier: GPL-3.0-or-later
// session.json: what was open, per profile, and where the window stood. Written within two seconds
// of a change, on a lane, whole or not at all.
#pragma once

#include "core/lane.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>

namespace pilothouse::app
{

class Session final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    static constexpr int kSchema = 1;

    // `collect` gives the content to write; it is asked shortly after touch().
    Session(Runtime& runtime, QString file, QObject* parent = nullptr);

    // What the last run left, then what was written last; empty when there is none, or a newer
    // version wrote it.
    const QJsonObject& content() const { return m_content; }
    // None: nothing is written.
    void setCollector(std::function<QJsonObject()> collect) { m_collect = std::move(collect); }

    void touch(); // something changed: written in a second at the latest
    void flush(); // now; when the application quits
    bool isWritten() const { return m_writtenBytes == m_bytes && !m_timer.isActive(); }

Q_SIGNALS:
    void written();
    void failed(const pilothouse::Error& error);

private:
    QByteArray collectBytes();
    void write();
    static VoidResult writeFile(const QString& file, const QByteArray& bytes);

    const QString m_file;
    QJsonObject m_content;
    std::function<QJsonObject()> m_collect;
    QTimer m_timer;
    QByteArray m_bytes; // newest collected
    QByteArray m_writtenBytes; // on the disk
    bool m_failing = false;
    bool m_mayWrite = true; // false: a newer version's file is left alone
    Lane<> m_lane;
    Call<bool> m_write;
};

} // namespace pilothouse::app
