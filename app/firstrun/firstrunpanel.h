// SPDX-License-Identifier: GPL-3.0-or-later
// FirstRunPanel: where should Pilothouse connect? Three ways in, each looked at before its button
// is pressed, and the look of the window below.
#pragma once

#include "app/firstrun/firstruncontext.h"
#include "ui/panel.h"

class QBoxLayout;

namespace pilothouse::app
{

class ChoiceCard;
class LookBar;
class SandboxCard;

class FirstRunPanel final : public ui::Panel
{
    Q_OBJECT

public:
    FirstRunPanel(ui::Workbench& workbench, FirstRunContext context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(FirstRunPanel)

    static QString panelKind() { return QString::fromLatin1("app.firstrun"); }

    QString title() const override { return tr("Welcome"); }
    QString iconName() const override { return QString::fromLatin1("anchor"); }
    QString kind() const override { return panelKind(); }
    QList<QAction*> panelActions() const override { return m_actions; }
    void refresh() override;
    qint64 drawnRows() const override { return m_cards.size(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    void choose(int index);
    void focusFirst();

    FirstRunContext m_context;
    QList<ChoiceCard*> m_cards;
    QList<QAction*> m_actions;
    SandboxCard* m_sandbox = nullptr;
    QBoxLayout* m_row = nullptr;
    LookBar* m_look = nullptr;
    bool m_begun = false; // the user has pressed a key or a button here
};

} // namespace pilothouse::app
