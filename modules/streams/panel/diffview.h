// SPDX-License-Identifier: GPL-3.0-or-later
// DiffView: a comparison by lines, in one column; each changed line signed and on its plate.
#pragma once

#include "streams/panel/textdiff.h"

#include <QPlainTextEdit>

namespace pilothouse::streams
{

class DiffView final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DiffView)

public:
    explicit DiffView(const QString& accessibleName, QWidget* parent = nullptr);

    void compare(const QString& before, const QString& after);
    int changes() const { return m_changes; } // lines

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintPlates();

    std::vector<DiffLine> m_lines;
    int m_changes = 0;
};

} // namespace pilothouse::streams
