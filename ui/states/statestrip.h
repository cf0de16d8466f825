// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The 30 px strip over a panel's content: a glyph, one sentence, perhaps one action. Stale data,
// write mode and other facts about everything below it.

#include "ui/theme/glyphs.h"

#include <QtWidgets/QFrame>

namespace pilothouse::ui
{

class Button;
class ElidedLabel;

class StateStrip final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StateStrip)

public:
    explicit StateStrip(QWidget* parent = nullptr);

    void say(Glyph glyph, const QString& text); // colours by the glyph
    void setActionText(const QString& text); // empty: no action

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Glyph m_glyph = Glyph::Warn;
    ElidedLabel* m_text;
    Button* m_action;
};

} // namespace pilothouse::ui
