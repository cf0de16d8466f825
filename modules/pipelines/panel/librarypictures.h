// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryPictures: the small pictures of pipelines. Made on a lane when they are first wanted, kept
// for as long as the file stays the same, a few hundred of them. GUI thread.
#pragma once

#include "core/lane.h"
#include "pipelines/panel/graphpicture.h"
#include "pipelines/panel/libraryscan.h"

#include <QCache>
#include <QObject>

#include <deque>

namespace pilothouse::pipelines
{

class LibraryPictures final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryPictures)

public:
    static constexpr QSize kSize{72, 36}; // points

    LibraryPictures(Runtime& runtime, QObject* parent = nullptr);

    // Null: not there yet, ready() follows; or there is nothing to draw.
    QImage picture(const LibraryItem& item, const PictureInks& inks, double ratio);
    void clear(); // the theme changed

Q_SIGNALS:
    void ready(const QString& id);

private:
    struct Wanted {
        LibraryItem item;
        QString key;
    };
    void next();

    QCache<QString, QImage> m_cache{400};
    std::deque<Wanted> m_wanted; // the newest first: what is on screen
    std::shared_ptr<const PictureInks> m_inks;
    double m_ratio = 1;
    QString m_making;
    Lane<> m_lane;
    Call<QImage> m_call;
};

} // namespace pilothouse::pipelines
