// SPDX-License-Identifier: GPL-3.0-or-later
// CodeDiffView: a comparison of two texts, line numbers of both, removed and added lines coloured
// and signed. Read only; text can be selected and copied.
#pragma once

#include "workflow/panel/rundiff.h"

#include <QPlainTextEdit>

namespace pilothouse::workflow
{

class CodeDiffView final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeDiffView)

public:
    explicit CodeDiffView(QWidget* parent = nullptr);

    void show(const std::vector<CodeLine>& lines);
    using QWidget::show;
    void scrollToText(const QString& text); // the task's line, where it is named

    void paintMargin(QPainter& p) const; // numbers and signs, beside the viewport

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void paintNumbers(QPainter& p, const QRect& block, const CodeLine& line) const;
    int margin() const;

    QWidget* m_margin;
    std::vector<CodeLine> m_lines;
};

} // namespace pilothouse::workflow
