// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

QString pathOf(const QString& name)
{
    return u":/pilothouse/icons/"_s + name + u".svg"_s;
}

// Renders one icon at a size in device pixels; null when the name is unknown.
QPixmap render(const QString& name, const QColor& color, QSize pixels)
{
    const QString key = u"ph/%1/%2/%3x%4"_s.arg(name, color.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(pathOf(name));
    if (pixels.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray source = file.readAll();
    source.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(source);
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TokenIconEngine final : public QIconEngine
{
public:
    TokenIconEngine(const Theme& theme, QString name, Token color, int size)
        : m_theme(&theme)
        , m_name(std::move(name))
        , m_color(color)
        , m_size(size)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, colorFor(mode));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    // Before 6.8 Qt asks in device pixels, since then in those of the layout.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const bool inDevicePixels = QT_VERSION < QT_VERSION_CHECK(6, 8, 0);
        return render(m_name, colorFor(mode), inDevicePixels ? size : size * scale);
    }

    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override { return {{m_size, m_size}}; }
    QString key() const override { return u"pilothouse"_s; }
    bool isNull() override { return false; }
    QIconEngine* clone() const override
    {
        return new TokenIconEngine(*m_theme, m_name, m_color, m_size);
    }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        return m_theme->color(mode == QIcon::Disabled ? Token::TextOff : m_color);
    }

    const Theme* m_theme;
    QString m_name;
    Token m_color;
    int m_size;
};

} // namespace

QIcon icon(const Theme& theme, const QString& name, Token color, int size)
{
    if (name.isEmpty() || !QFile::exists(pathOf(name)))
        return {};
    return QIcon(new TokenIconEngine(theme, name, color, size));
}

QPixmap iconPixmap(
    const Theme& theme, const QString& name, Token color, int size, qreal devicePixelRatio)
{
    const int pixels = static_cast<int>(std::lround(size * devicePixelRatio));
    QPixmap pixmap = render(name, theme.color(color), {pixels, pixels});
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintIcon(QPainter& painter, const QRectF& box, const QString& name, const QColor& color)
{
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    QPixmap pixmap = render(name, color, (box.size() * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(box.topLeft(), pixmap);
}

QStringList iconNames()
{
    loadEmbeddedFonts(); // makes the resources known
    QStringList names
        = QDir(u":/pilothouse/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name.chop(4);
    return names;
}

} // namespace pilothouse::ui
