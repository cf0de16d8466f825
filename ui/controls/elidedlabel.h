// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One line of text that gives way: cut with an ellipsis when narrow, the whole text as tooltip
// then.

#include "ui/theme/theme.h"

#include <QtWidgets/QFrame>

namespace pilothouse::ui
{

class ElidedLabel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedLabel)

public:
    explicit ElidedLabel(const QString& text = {}, TextStyle style = TextStyle::Cell,
        Token tone = Token::Text, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setTone(Token tone);
    void setElideMode(Qt::TextElideMode mode);
    void setAlignment(Qt::Alignment alignment);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool isCut() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString m_text;
    Token m_tone;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

} // namespace pilothouse::ui
