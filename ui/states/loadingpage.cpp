// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/loadingpage.h"

#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/meters.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <array>

namespace pilothouse::ui
{

LoadingPage::LoadingPage(QWidget* parent)
    : QWidget(parent)
    , m_line(new ProgressLine(tr("Loading")))
    , m_row(new QWidget)
    , m_step(new ElidedLabel({}, TextStyle::Cell, Token::Text3))
    , m_count(new StatusChip(Glyph::Running, {}))
    , m_cancel(new Button(tr("Cancel"), ButtonVariant::Quiet))
{
    m_line->setThickness(2);
    m_line->setTone(Token::StatusRunning);
    m_cancel->setKey(Qt::Key_Escape, false); // the frame hears Esc
    connect(m_cancel, &Button::clicked, this, &LoadingPage::cancelRequested);
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_step, 1);
    row->addWidget(m_count);
    row->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_line);
    layout->addWidget(m_row);
    layout->addStretch(1);
    setProgress(Phase::Silent, {}, 0);
    followTheme(this);
}

void LoadingPage::setProgress(Phase phase, const LoadingInfo& info, qint64 elapsedMs)
{
    m_phase = phase;
    m_line->setVisible(m_words && phase != Phase::Silent);
    m_line->setFraction(info.total > 0 && info.done >= 0
            ? static_cast<double>(info.done) / static_cast<double>(info.total)
            : -1);
    m_row->setVisible(m_words && phase == Phase::Words);
    m_step->setText(loadingStepText(info, elapsedMs));
    m_count->setVisible(info.done >= 0);
    m_count->setText(loadingCountText(info));
    update();
}

void LoadingPage::setBarsVisible(bool visible)
{
    m_bars = visible;
    update();
}

void LoadingPage::setWordsVisible(bool visible)
{
    m_words = visible;
}

void LoadingPage::paintEvent(QPaintEvent*)
{
    if (!m_bars || m_phase == Phase::Silent)
        return;
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int pitch = theme.metric(Metric::GridRow);
    // Widths that look like words; the same ones every time, nothing moves.
    constexpr std::array<double, 7> shares{0.70, 0.86, 0.60, 0.77, 0.52, 0.80, 0.64};
    constexpr std::array<double, 4> columns{0.0, 0.34, 0.48, 0.86};
    int y = m_row->isHidden() ? 0 : m_row->geometry().bottom() + 1;
    for (std::size_t line = 0; y + pitch <= height() && line < 60; ++line, y += pitch) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const double next = i + 1 < columns.size() ? columns[i + 1] : 1.0;
            const double room = (next - columns[i]) * (width() - 24);
            const double share = shares[(line * 3 + i * 5) % shares.size()];
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(Token::Press));
            painter.drawRoundedRect(
                QRectF(12 + columns[i] * (width() - 24), y + pitch / 2.0 - 4, room * share, 8), 2,
                2);
        }
        painter.fillRect(0, y + pitch - 1, width(), 1, theme.color(Token::Line));
    }
}

QString loadingStepText(const LoadingInfo& info, qint64 elapsedMs)
{
    const QString step = info.step.isEmpty() ? LoadingPage::tr("loading") : info.step;
    return LoadingPage::tr("%1, %2").arg(step, elapsedText(elapsedMs));
}

QString loadingCountText(const LoadingInfo& info)
{
    const QLocale locale;
    return info.total > 0 ? LoadingPage::tr("Loading %1 of %2")
                                .arg(locale.toString(info.done), locale.toString(info.total))
                          : LoadingPage::tr("Loading %1").arg(locale.toString(info.done));
}

QString elapsedText(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 60000) {
        return LoadingPage::tr("%1 s").arg(
            locale.toString(static_cast<double>(milliseconds) / 1000.0, 'f', 1));
    }
    const qint64 seconds = milliseconds / 1000;
    return LoadingPage::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

} // namespace pilothouse::ui
