// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small pictures of numbers: progress line, sparkline, size bar. Each also as a function for
// delegates. None animates; the owner sets values at most four times a second.

#include "ui/theme/tokens.h"

#include <QtCore/QList>
#include <QtWidgets/QWidget>

class QPainter;

namespace pilothouse::ui
{

class Theme;

// A NaN is a gap and is never joined. The last value gets a dot.
void paintSparkline(QPainter& painter, const QRectF& box, const QList<double>& values, Token tone,
    const Theme& theme);
// fraction 0 to 1 of the shared scale
void paintSizeBar(
    QPainter& painter, const QRectF& box, double fraction, Token tone, const Theme& theme);

class ProgressLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgressLine)

public:
    explicit ProgressLine(const QString& accessibleName, QWidget* parent = nullptr);
    void setFraction(double fraction); // 0 to 1; below 0: not known, drawn as a third of the line
    void setTone(Token tone);
    void setThickness(int pixels); // 4 in task rows, 2 under headers
    [[nodiscard]] double fraction() const { return m_fraction; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_fraction = 0;
    Token m_tone = Token::Accent;
    int m_thickness = 4;
};

class Sparkline final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sparkline)

public:
    explicit Sparkline(const QString& accessibleName, QWidget* parent = nullptr);
    void setValues(const QList<double>& values);
    void setTone(Token tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<double> m_values;
    Token m_tone = Token::Series1;
};

class SizeBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SizeBar)

public:
    explicit SizeBar(const QString& accessibleName, QWidget* parent = nullptr);
    void setFraction(double fraction);
    void setTone(Token tone);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_fraction = 0;
    Token m_tone = Token::Series5;
};

} // namespace pilothouse::ui
