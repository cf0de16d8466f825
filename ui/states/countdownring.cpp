// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/countdownring.h"

#include "ui/theme/theme.h"

#include <QtGui/QPainter>

#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

CountdownRing::CountdownRing(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_timer.setInterval(250); // four repaints a second, as everywhere
    connect(&m_timer, &QTimer::timeout, this, &CountdownRing::tick);
    followTheme(this);
}

void CountdownRing::start(int waitMs)
{
    m_waitMs = std::max(waitMs, 1);
    m_since.start();
    m_shown = secondsLeft();
    m_timer.start();
    setAccessibleName(tr("%n second(s) to the next try", nullptr, m_shown));
    update();
}

void CountdownRing::stop()
{
    m_timer.stop();
    m_waitMs = 0;
    setAccessibleName(tr("Not retrying"));
    update();
}

int CountdownRing::secondsLeft() const
{
    if (m_waitMs == 0)
        return 0;
    const qint64 left = std::max<qint64>(0, m_waitMs - m_since.elapsed());
    return static_cast<int>((left + 999) / 1000);
}

void CountdownRing::tick()
{
    if (m_since.elapsed() >= m_waitMs) {
        m_timer.stop();
        update();
        Q_EMIT finished();
        return;
    }
    const int left = secondsLeft();
    if (std::exchange(m_shown, left) != left) {
        setAccessibleName(tr("%n second(s) to the next try", nullptr, left));
        Q_EMIT secondPassed(left);
    }
    update();
}

QSize CountdownRing::sizeHint() const
{
    return {54, 54};
}

void CountdownRing::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5);
    painter.setPen(QPen(theme.color(Token::Press), 3));
    painter.drawEllipse(ring);
    if (m_waitMs == 0)
        return;
    const double left
        = std::clamp(1.0 - static_cast<double>(m_since.elapsed()) / m_waitMs, 0.0, 1.0);
    QPen pen(theme.color(Token::StatusError), 3);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.drawArc(ring, 90 * 16, -static_cast<int>(std::lround(left * 360 * 16)));
    painter.setPen(theme.color(Token::Text));
    painter.setFont(theme.font(TextStyle::Mono));
    painter.drawText(rect(), Qt::AlignCenter, tr("%1 s").arg(secondsLeft()));
}

} // namespace pilothouse::ui
