// SPDX-License-Identifier: GPL-3.0-or-later
// The common frame of settings, help and shortcuts: a titled dialog over the window with a
// scrolling body, closed by Esc; it deletes itself.
#pragma once

#include <QDialog>

class QScrollArea;
class QVBoxLayout;

namespace pilothouse::app
{

class Sheet : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sheet)

public:
    Sheet(const QString& title, int width, QWidget* window);

protected:
    QVBoxLayout* body() const { return m_body; }
    QWidget* bodyWidget() const { return m_inner; }
    void addSection(const QString& heading);
    // A label at the left, its control at the right; the label names the control.
    void addRow(const QString& label, QWidget* control, const QString& hint = {});
    // Where nothing is to be filled in: the keys scroll at once.
    void focusBody();
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QScrollArea* m_scroll;
    QVBoxLayout* m_body;
    QWidget* m_inner;
};

} // namespace pilothouse::app
