// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/librarypictures.h"

#include "pipelines/catalogue/loader.h"
#include "pipelines/files/documentfile.h"
#include "pipelines/panel/pipelinescene.h"

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr size_t kMostWanted = 60;
constexpr int kMostNodes = 3000; // beyond, a small picture is noise

QImage drawn(const LibraryItem& item, const PictureInks& inks, double ratio)
{
    const auto read = readDocumentWithLayout(item.file);
    if (!read)
        return {};
    for (size_t at = 0; at < read->stored.pipelines.size(); ++at) {
        const Pipeline& pipeline = read->stored.pipelines[at].pipeline;
        if (pipeline.name != item.name || int(pipeline.nodes.size()) > kMostNodes)
            continue;
        const GraphPicture picture(
            sceneOf(pipeline, read->layouts[at], knownKinds().catalogue.get()),
            ui::layered::Quality::Quick);
        QImage image = picture.small((QSizeF(LibraryPictures::kSize) * ratio).toSize(), inks);
        image.setDevicePixelRatio(ratio);
        return image;
    }
    return {};
}

} // namespace

LibraryPictures::LibraryPictures(Runtime& runtime, QObject* parent)
    : QObject(parent)
    , m_lane(runtime, u"pipeline pictures"_s)
{
}

void LibraryPictures::clear()
{
    m_cache.clear();
    m_wanted.clear();
    m_inks.reset();
}

QImage LibraryPictures::picture(const LibraryItem& item, const PictureInks& inks, double ratio)
{
    const QString key = item.id() + u'\n' + QString::number(item.changed.toMSecsSinceEpoch());
    if (ratio != m_ratio)
        clear();
    m_ratio = ratio;
    if (const QImage* image = m_cache.object(key))
        return *image;
    if (!m_inks)
        m_inks = std::make_shared<const PictureInks>(inks);
    const bool waits = key == m_making
        || std::any_of(m_wanted.begin(), m_wanted.end(),
            [&](const Wanted& wanted) { return wanted.key == key; });
    if (!waits) {
        m_wanted.push_front({item, key});
        if (m_wanted.size() > kMostWanted)
            m_wanted.pop_back();
        next();
    }
    return {};
}

void LibraryPictures::next()
{
    if (m_call.running() || m_wanted.empty() || !m_inks)
        return;
    const Wanted wanted = std::move(m_wanted.front());
    m_wanted.pop_front();
    m_making = wanted.key;
    m_call
        = m_lane
              .run(std::chrono::seconds(30),
                  [item = wanted.item, inks = m_inks, ratio = m_ratio](NoConnection&,
                      const Token&) -> Result<QImage> { return drawn(item, *inks, ratio); })
              .onDone(this, [this, wanted, inks = m_inks](Result<QImage> image) {
                  m_making.clear();
                  if (inks == m_inks) {
                      m_cache.insert(wanted.key, new QImage(image ? std::move(*image) : QImage()));
                      Q_EMIT ready(wanted.item.id());
                  }
                  QMetaObject::invokeMethod(this, &LibraryPictures::next, Qt::QueuedConnection);
              });
}

} // namespace pilothouse::pipelines
