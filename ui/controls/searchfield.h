// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A filter field: magnifier or another icon, `/` cap while empty, clear mark while not. Esc clears
// first and only then gives the key on.

#include <QtWidgets/QLineEdit>

namespace pilothouse::ui
{

class IconButton;

class SearchField final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchField)

public:
    // The placeholder is the accessible name too.
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);

    void setIconName(const QString& name);
    // `/` pressed anywhere in the pane (no text field focused) brings the focus here.
    void answerSlashIn(QWidget* pane);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_iconName;
    QString m_cap;
    IconButton* m_clear;
};

} // namespace pilothouse::ui
