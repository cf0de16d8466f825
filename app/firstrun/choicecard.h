// SPDX-License-Identifier: GPL-3.0-or-later
// ChoiceCard: the frame of one way in: icon, title, its number as a key, a sentence, a body and a
// footer.
#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace pilothouse::app
{

class ChoiceCard : public QFrame
{
    Q_OBJECT

public:
    ChoiceCard(const QString& iconName, ui::Token tone, const QString& title, int number,
        QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ChoiceCard)

    // What gets the focus when the card is chosen by its number.
    virtual QWidget* firstControl() const = 0;

protected:
    void setDescription(const QString& text);
    QVBoxLayout* body() const { return m_body; }
    QHBoxLayout* footer() const { return m_footer; }
    static QFrame* line();

    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_description;
    QVBoxLayout* m_body;
    QHBoxLayout* m_footer;
};

} // namespace pilothouse::app
