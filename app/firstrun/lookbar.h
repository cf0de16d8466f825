// SPDX-License-Identifier: GPL-3.0-or-later
// LookBar: language, appearance and density at the foot of the first run, and where everything else
// is.
#pragma once

#include "app/firstrun/firstruncontext.h"

#include <QWidget>

class QHBoxLayout;

namespace pilothouse::ui
{
class SegmentedControl;
}

namespace pilothouse::app
{

class LookBar final : public QWidget
{
    Q_OBJECT

public:
    explicit LookBar(const FirstRunContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(LookBar)

    void showHints(bool shown); // they go first when it is narrow

private:
    void buildLayout();
    ui::SegmentedControl* addSegments(
        QHBoxLayout* row, const QString& name, const QStringList& texts, int current);

    const FirstRunContext& m_context;
    QWidget* m_hints = nullptr;
};

} // namespace pilothouse::app
