// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bars that close a panel: a header with title, subtitle and actions, and a footer for facts.

#include "ui/theme/glyphs.h"

#include <QtWidgets/QFrame>

class QHBoxLayout;
class QLabel;

namespace pilothouse::ui
{

class ElidedLabel;
class ProgressLine;

class PanelHeader final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelHeader)

public:
    explicit PanelHeader(const QString& title = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle); // text.3, cut first when narrow
    void setGlyph(Glyph glyph); // before the title; None removes it
    void setIconName(const QString& name);
    // Takes ownership. After the subtitle on the left, or at the right end in order of addition.
    void addLeft(QWidget* widget);
    void addRight(QWidget* widget);
    // The 2 px line under the header while something loads; see ProgressLine::setFraction.
    void showProgress(double fraction);
    void hideProgress();
    [[nodiscard]] QString title() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* m_title;
    ElidedLabel* m_subtitle;
    QHBoxLayout* m_left;
    QHBoxLayout* m_right;
    ProgressLine* m_progress;
    QWidget* m_sign;
    Glyph m_glyph = Glyph::None;
    QString m_iconName;
};

class PanelFooter final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelFooter)

public:
    explicit PanelFooter(QWidget* parent = nullptr);
    void addLeft(QWidget* widget);
    void addRight(QWidget* widget);
    QSize sizeHint() const override;

private:
    QHBoxLayout* m_left;
    QHBoxLayout* m_right;
};

} // namespace pilothouse::ui
