// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graphlines.h"

#include <QtGui/QImage>

#include <algorithm>
#include <cmath>
#include <vector>

namespace pilothouse::ui
{

namespace
{

// Shares of the way along and across for every step of a level curve.
struct Steps {
    std::vector<double> along;
    std::vector<double> across;
};

Steps stepsOf(int count)
{
    Steps steps;
    for (int i = 1; i <= count; ++i) {
        const double t = double(i) / count;
        steps.along.push_back(1.5 * t * (1 - t) + t * t * t);
        steps.across.push_back(t * t * (3 - 2 * t));
    }
    return steps;
}

// It bends most where it leaves and arrives: within a quarter of a pixel of the curve, but not more
// steps than can be told apart along the way.
const Steps& stepsFor(double along, double across)
{
    static const std::array<Steps, 7> kSteps{
        stepsOf(3), stepsOf(5), stepsOf(8), stepsOf(12), stepsOf(18), stepsOf(26), stepsOf(36)};
    const double wanted = std::min(std::sqrt(3 * across), along + 2);
    for (const Steps& steps : kSteps)
        if (wanted <= double(steps.along.size()))
            return steps;
    return kSteps.back();
}

constexpr int kOne = 65536; // 16.16

} // namespace

GraphLines::GraphLines(QImage& image)
    : m_bits(image.bits())
    , m_stride(image.bytesPerLine())
    , m_width(image.width())
    , m_height(image.height())
{
}

void GraphLines::setPen(QRgb color, double alpha, double width)
{
    m_color = color;
    m_redBlue = color & 0xff00ffU;
    m_green = color & 0x00ff00U;
    m_alpha = unsigned(std::lround(std::clamp(alpha, 0.0, 1.0) * 256));
    m_pen = std::max(1.0, width);
    m_parts = 0;
}

void GraphLines::setDash(const std::array<double, 4>& parts, int count, double offset)
{
    m_dash = parts;
    m_parts = count;
    m_period = 0;
    for (int i = 0; i < count; ++i)
        m_period += m_dash[size_t(i)];
    if (m_period <= 0.5)
        m_parts = 0;
    else
        m_offset = offset - std::floor(offset / m_period) * m_period;
}

void GraphLines::moveTo(QPointF at)
{
    m_at = at;
    m_along = m_offset;
}

void GraphLines::lineTo(QPointF to)
{
    if (m_smooth)
        segment(m_at, to);
    else
        plain(m_at, to);
    m_at = to;
}

void GraphLines::curveTo(QPointF to, bool topDown)
{
    const QPointF from = m_at;
    const QPointF way = to - from;
    const double across = std::abs(topDown ? way.x() : way.y());
    // Nothing of it can be seen: only the dashes go on.
    const bool outside = std::max(from.x(), to.x()) < -m_pen || std::max(from.y(), to.y()) < -m_pen
        || std::min(from.x(), to.x()) > m_width + m_pen
        || std::min(from.y(), to.y()) > m_height + m_pen;
    const double along = std::abs(topDown ? way.y() : way.x());
    if (!m_smooth || across < 0.5 || along < 1 || outside) {
        lineTo(to);
        return;
    }
    const Steps& steps = stepsFor(along, across);
    for (size_t i = 0; i < steps.along.size(); ++i)
        lineTo(from
            + (topDown ? QPointF(way.x() * steps.across[i], way.y() * steps.along[i])
                       : QPointF(way.x() * steps.along[i], way.y() * steps.across[i])));
}

// Liang and Barsky, with room for the width.
bool GraphLines::clip(QPointF& a, QPointF& b) const
{
    const double room = m_pen + 1;
    const auto within = [&](QPointF p) {
        return p.x() >= -room && p.y() >= -room && p.x() <= m_width + room
            && p.y() <= m_height + room;
    };
    if (within(a) && within(b))
        return true;
    const QPointF way = b - a;
    double enter = 0;
    double leave = 1;
    const auto edge = [&](double by, double room0) {
        if (by == 0)
            return room0 >= 0;
        const double t = room0 / by;
        if (by < 0)
            enter = std::max(enter, t);
        else
            leave = std::min(leave, t);
        return enter <= leave;
    };
    if (!edge(-way.x(), a.x() + room) || !edge(way.x(), m_width + room - a.x())
        || !edge(-way.y(), a.y() + room) || !edge(way.y(), m_height + room - a.y()))
        return false;
    b = a + way * leave;
    a += way * enter;
    return true;
}

inline void GraphLines::blend(uchar* at, unsigned cover) const
{
    QRgb& pixel = *reinterpret_cast<QRgb*>(at);
    const unsigned rest = 256 - cover;
    const unsigned rb = (m_redBlue * cover + (pixel & 0xff00ffU) * rest) >> 8U & 0xff00ffU;
    const unsigned g = (m_green * cover + (pixel & 0x00ff00U) * rest) >> 8U & 0x00ff00U;
    pixel = 0xff000000U | rb | g;
}

// From `from` to `to` in one column (one row, when upright), each pixel by what is covered of it.
void GraphLines::span(int major, double from, double to, double share, bool upright)
{
    if (major < 0 || major >= (upright ? m_height : m_width))
        return;
    const int limit = upright ? m_width : m_height;
    from = std::max(from, 0.0);
    to = std::min(to, double(limit));
    if (to <= from)
        return;
    const double full = share * m_alpha;
    const qsizetype step = upright ? qsizetype(sizeof(QRgb)) : m_stride;
    const int first = int(from);
    uchar* at = m_bits
        + (upright ? major * m_stride + first * qsizetype(sizeof(QRgb))
                   : first * m_stride + major * qsizetype(sizeof(QRgb)));
    for (int i = first; i < to; ++i, at += step) {
        const double cover = std::min(to, i + 1.0) - std::max(from, double(i));
        blend(at, unsigned(cover * full));
    }
}

void GraphLines::segment(QPointF a, QPointF b)
{
    const bool dashed = m_parts > 1;
    const QPointF begin = a;
    const double along = m_along;
    if (dashed) {
        m_along += std::hypot(b.x() - a.x(), b.y() - a.y());
        m_along -= std::floor(m_along / m_period) * m_period;
    }
    if (!clip(a, b))
        return;
    const bool upright = std::abs(b.y() - a.y()) > std::abs(b.x() - a.x());
    double u0 = upright ? a.y() : a.x();
    double u1 = upright ? b.y() : b.x();
    double v0 = upright ? a.x() : a.y();
    double v1 = upright ? b.x() : b.y();
    const bool turned = u1 < u0;
    if (turned) {
        std::swap(u0, u1);
        std::swap(v0, v1);
    }
    const double way = u1 - u0;
    if (way <= 0)
        return;
    const double slope = (v1 - v0) / way;
    const double length = std::sqrt(1 + slope * slope); // in one column
    const double half = m_pen / 2 * length;
    const auto exact = [&](int u, double weight) {
        const double share = std::min(u1, u + 1.0) - std::max(u0, double(u));
        const double middle = v0 + slope * (std::clamp(u + 0.5, u0, u1) - u0);
        span(u, middle - half, middle + half, share * weight, upright);
    };
    const int first = int(std::floor(u0));
    const int last = int(std::ceil(u1)) - 1;
    if (dashed) {
        const double from = along + std::hypot(a.x() - begin.x(), a.y() - begin.y());
        double at = from + (turned ? u1 - first : first - u0) * length;
        at -= std::floor(at / m_period) * m_period;
        const double step = turned ? -length : length;
        for (int u = first; u <= last; ++u, at += step) {
            at += at < 0 ? m_period : at >= m_period ? -m_period : 0;
            // How much of this column is drawn.
            const double rest = at < m_dash[0] ? m_dash[0] - at
                : m_parts > 2 && at >= m_dash[0] + m_dash[1]
                ? m_dash[0] + m_dash[1] + m_dash[2] - at
                : 0;
            if (rest > 0)
                exact(u, std::min(1.0, rest / length));
        }
        return;
    }
    const bool inside = std::min(v0, v1) - half >= 0
        && std::max(v0, v1) + half < (upright ? m_width : m_height) - 1 && first >= 0
        && last < (upright ? m_height : m_width);
    exact(first, 1);
    if (last <= first)
        return;
    if (inside)
        run(first + 1, last, v0 + slope * (first + 1.5 - u0) - half, slope, 2 * half, upright);
    else
        for (int u = first + 1; u < last; ++u)
            exact(u, 1);
    exact(last, 1);
}

// Columns (rows) that are crossed in their whole width, all within the picture.
void GraphLines::run(int from, int to, double top, double slope, double thick, bool upright)
{
    const qsizetype pixel = sizeof(QRgb);
    const qsizetype along = upright ? m_stride : pixel;
    const qsizetype across = upright ? pixel : m_stride;
    int v = int(top * kOne);
    const int step = int(slope * kOne);
    const int whole = int(thick * kOne);
    const unsigned alpha = m_alpha;
    uchar* row = m_bits + from * along;
    for (int u = from; u < to; ++u, v += step, row += along) {
        uchar* at = row + (v >> 16) * across;
        const int head = kOne - (v & (kOne - 1));
        if (whole <= head) {
            blend(at, unsigned(whole) * alpha >> 16U);
            continue;
        }
        blend(at, unsigned(head) * alpha >> 16U);
        int rest = whole - head;
        for (; rest > kOne; rest -= kOne)
            blend(at += across, alpha);
        blend(at + across, unsigned(rest) * alpha >> 16U);
    }
}

void GraphLines::plain(QPointF a, QPointF b)
{
    if (!clip(a, b))
        return;
    const bool upright = std::abs(b.y() - a.y()) > std::abs(b.x() - a.x());
    double u0 = upright ? a.y() : a.x();
    double u1 = upright ? b.y() : b.x();
    double v0 = upright ? a.x() : a.y();
    double v1 = upright ? b.x() : b.y();
    if (u1 < u0) {
        std::swap(u0, u1);
        std::swap(v0, v1);
    }
    const int limit = upright ? m_height : m_width;
    const int across = upright ? m_width : m_height;
    const int first = std::max(0, int(u0));
    const int last = std::min(limit - 1, int(u1));
    const double slope = u1 > u0 ? (v1 - v0) / (u1 - u0) : 0;
    // One addition for each pixel.
    qint64 v = qint64((v0 + slope * (first + 0.5 - u0)) * kOne);
    const auto step = qint64(slope * kOne);
    const qsizetype pixel = sizeof(QRgb);
    const qsizetype along = upright ? m_stride : pixel;
    const qsizetype beside = upright ? pixel : m_stride;
    const QRgb color = m_color | 0xff000000U;
    uchar* row = m_bits + first * along;
    for (int u = first; u <= last; ++u, v += step, row += along) {
        const qint64 w = v >> 16;
        if (w < 0 || w >= across)
            continue;
        if (m_alpha == 256)
            *reinterpret_cast<QRgb*>(row + w * beside) = color;
        else
            blend(row + w * beside, m_alpha);
    }
}

void GraphLines::fill(const QRectF& box, QRgb color)
{
    const int left = int(std::floor(box.left() + 0.499));
    const int top = int(std::floor(box.top() + 0.499));
    const int right = std::min(m_width, std::max(left + 1, left + int(std::lround(box.width()))));
    const int bottom = std::min(m_height, std::max(top + 1, top + int(std::lround(box.height()))));
    for (int y = std::max(0, top); y < bottom; ++y) {
        auto* row = reinterpret_cast<QRgb*>(m_bits + y * m_stride);
        if (right > std::max(left, 0))
            std::fill(row + std::max(left, 0), row + right, color);
    }
}

void GraphLines::head(QPointF tip, double length, double half, bool back, bool topDown)
{
    const double end = topDown ? tip.y() : tip.x();
    const double middle = topDown ? tip.x() : tip.y();
    const double low = back ? end : end - length;
    const double high = back ? end + length : end;
    for (int u = int(std::floor(low)); u < high; ++u) {
        const double from = std::max(low, double(u));
        const double to = std::min(high, u + 1.0);
        const double wide = half * std::abs((from + to) / 2 - end) / length;
        span(u, middle - wide, middle + wide, to - from, topDown);
    }
}

} // namespace pilothouse::ui
