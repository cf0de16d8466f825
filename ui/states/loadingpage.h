// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands where rows will come: bars at row pitch, under a line with step, elapsed time and
// Cancel once the wait is longer than a second.

#include "ui/states/panelstate.h"

#include <QtWidgets/QWidget>

namespace pilothouse::ui
{

class Button;
class ElidedLabel;
class ProgressLine;
class StatusChip;

class LoadingPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoadingPage)

public:
    enum class Phase { Silent, Line, Words };

    explicit LoadingPage(QWidget* parent = nullptr);
    void setProgress(Phase phase, const LoadingInfo& info, qint64 elapsedMs);
    // Without bars it takes only the height of its words: it then stands over rows that came.
    void setBarsVisible(bool visible);
    // Not where a panel header says step, count and Cancel.
    void setWordsVisible(bool visible);

Q_SIGNALS:
    void cancelRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Phase m_phase = Phase::Silent;
    bool m_bars = true;
    bool m_words = true;
    ProgressLine* m_line;
    QWidget* m_row;
    ElidedLabel* m_step;
    StatusChip* m_count;
    Button* m_cancel;
};

// "asking kafka-1, 1.8 s" and "Loading 7 of 22".
[[nodiscard]] QString loadingStepText(const LoadingInfo& info, qint64 elapsedMs);
[[nodiscard]] QString loadingCountText(const LoadingInfo& info);
// "1.8 s", "2 min 5 s".
[[nodiscard]] QString elapsedText(qint64 milliseconds);

} // namespace pilothouse::ui
