// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts: unsaved work (SQL, edits) on disk within two seconds of a change, so that a kill -9 loses
// nothing older. One file per draft, replaced whole on a lane and synced later.
#pragma once

#include "core/lane.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <map>

namespace pilothouse::ui
{

class Drafts final : public QObject
{
    Q_OBJECT

public:
    // `folder` is $XDG_STATE_HOME/pilothouse/drafts.
    Drafts(Runtime& runtime, QString folder, QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(Drafts)

    // Remembers the newest content; written within two seconds (usually 300 ms).
    void put(const QString& key, const QJsonObject& content);
    void remove(const QString& key);
    // The content last put, or found on disk at start; empty when there is none.
    QJsonObject get(const QString& key) const;
    QStringList keys() const;
    QString folder() const { return m_folder; }
    bool isWritten(const QString& key) const; // the newest content is on the disk

    // Writes what is pending now; used when the application quits.
    void flush();

Q_SIGNALS:
    void flushing(); // whoever holds something back puts it now
    void written(const QString& key);
    // The disk is full or read-only; drafts stay in memory and are tried again.
    void failed(const pilothouse::Error& error);

private:
    struct Draft {
        QJsonObject content;
        quint64 revision = 0;
        quint64 writtenRevision = 0;
        bool removed = false;
    };
    struct Job {
        QString key;
        QString path;
        QJsonObject content;
        bool removed = false;
        quint64 revision = 0;
    };
    using Written = std::vector<std::pair<QString, quint64>>;

    static VoidResult perform(const Job& job);
    std::vector<Job> dirty() const;
    void writeDirty();
    void onWritten(Result<Written> result);
    void sync(const Written& written);
    QString pathOf(const QString& key) const;
    void load();

    const QString m_folder;
    std::map<QString, Draft> m_drafts;
    QTimer m_timer;
    QElapsedTimer m_writing; // since the last write began
    Lane<> m_lane;
    Lane<> m_syncLane;
    Call<Written> m_write;
    Call<bool> m_sync;
};

} // namespace pilothouse::ui
