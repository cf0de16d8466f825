// SPDX-License-Identifier: GPL-3.0-or-later
// CommandPreview: one mono line with the command that a button beside it sends. Where writes are
// simply on there is no dialog that shows it.
#pragma once

#include "core/entityid.h"

#include <QWidget>

namespace pilothouse
{
class ServiceHub;
}

namespace pilothouse::ui
{
class ElidedLabel;
}

namespace pilothouse::queue
{

class CommandPreview final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPreview)

public:
    explicit CommandPreview(QWidget* parent = nullptr);

    void setStatement(const QString& statement); // empty: nothing would be sent
    QString statement() const { return m_statement; }

    // True when the workbench shows each act of this service in a dialog first.
    static bool asks(ServiceHub& hub, const QString& service);
    // "Save…", or "Save" where no dialog follows.
    static QString buttonText(QString dotted, bool asks);

private:
    QString m_statement;
    ui::ElidedLabel* m_line;
};

} // namespace pilothouse::queue
