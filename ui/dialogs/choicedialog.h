// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A question with several ways to go on and one to stay, which has the focus and is what Esc means.
// Never blocks: open() it; it deletes itself.

#include <QtCore/QStringList>
#include <QtWidgets/QDialog>

namespace pilothouse::ui
{

class ChoiceDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceDialog)

public:
    ChoiceDialog(const QString& question, const QString& detail, const QStringList& choices,
        const QString& stay, QWidget* over);

Q_SIGNALS:
    void chosen(int index); // of `choices`; staying is rejected()

private:
    void buildLayout(const QString& question, const QString& detail, const QStringList& choices,
        const QString& stay);
};

} // namespace pilothouse::ui
