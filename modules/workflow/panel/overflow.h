// SPDX-License-Identifier: GPL-3.0-or-later
// Overflow: the menu at the end of a header for the buttons it has no room for.
#pragma once

#include <QList>
#include <QObject>

class QAbstractButton;
class QMenu;

namespace pilothouse::ui
{
class IconButton;
class PanelHeader;
} // namespace pilothouse::ui

namespace pilothouse::workflow
{

class Overflow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Overflow)

public:
    static constexpr int kGap = 8; // between the parts of a header

    // Its button stands behind what the header has at the right by now.
    explicit Overflow(ui::PanelHeader& header);

    // Those that go together, after those that stay longer.
    void add(const QList<QAbstractButton*>& buttons);
    void clear();
    // Shows what goes into so many pixels, gaps included; the rest is in the menu.
    void fit(int room);
    bool isUsed() const;
    ui::IconButton* button() const { return m_more; }

private:
    void fillMenu();
    static int widthOf(const QList<QAbstractButton*>& buttons);

    ui::IconButton* m_more;
    QMenu* m_menu;
    QList<QList<QAbstractButton*>> m_buttons;
};

} // namespace pilothouse::workflow
