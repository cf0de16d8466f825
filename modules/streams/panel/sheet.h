// SPDX-License-Identifier: GPL-3.0-or-later
// Sheet: a form beside what it is about, for one act of a service: banner on production, what to
// say, the checks, one button. Ctrl+Enter applies, F5 looks again, Esc closes.
#pragma once

#include "core/act.h"
#include "core/servicehub.h"
#include "ui/theme/glyphs.h"
#include "ui/workbench.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <vector>

class QAction;
class QBoxLayout;
class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class PanelFooter;
class PanelHeader;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

// What was looked at before an act: a glyph, a sentence, and a fact at the right.
struct Check {
    ui::Glyph glyph = ui::Glyph::Ok;
    QString text;
    QString fact = {};
    bool operator==(const Check&) const = default;
};

class CheckList final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CheckList)

public:
    explicit CheckList(QWidget* parent = nullptr);
    void setChecks(std::vector<Check> checks);
    const std::vector<Check>& checks() const { return m_checks; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int place(int width, QPainter* painter) const; // the height it takes
    std::vector<Check> m_checks;
};

class Sheet : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sheet)

public:
    const ServiceId& service() const { return m_service; }
    ui::Button* button() const { return m_act; }
    QString note() const;
    QList<QAction*> sheetActions() const { return m_actions; }
    // Why nothing may be written now; empty: it may.
    static QString refusal(const ServiceHub& hub, const ServiceId& service);

Q_SIGNALS:
    void closed();

protected:
    Sheet(ui::Workbench& workbench, ServiceId service, const QString& title,
        QWidget* parent = nullptr);

    virtual void apply() = 0;
    virtual void look() { } // F5
    virtual void leave() { Q_EMIT closed(); }
    virtual void judge() = 0; // what the button says, whether it may be pressed

    ui::Workbench& workbench() const { return m_workbench; }
    template <class T>
    T* contract() const
    {
        return m_workbench.hub().contract<T>(m_service);
    }
    void setSubject(const QString& name);
    QVBoxLayout* body() const { return m_body; }
    QFormLayout* addForm();
    ui::Button* addButton(const QString& text); // left of the act, quiet
    void setAct(const QString& text, bool possible);
    void setNote(const QString& text, ui::Token tone = ui::Token::Text2);
    QAction* addAct(const QString& text, const QKeySequence& key, std::function<void()> run);
    // Through Workbench::confirm; `then` hears how it ended, nothing when the user said no.
    void confirm(Act act, std::function<void(const Result<Text>&)> then);
    void beginAt(QWidget* field); // it gets the focus, now or when the sheet is shown
    bool isBusy() const { return m_busy; }
    QString line(const Error& error) const;

    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    QAction* actionFor(const QKeyEvent& event) const; // null: none
    void buildBanner();
    void fillBanner();

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    bool m_busy = false;
    QTimer m_minute;
    QList<QAction*> m_actions;
    QWidget* m_banner = nullptr;
    ui::ElidedLabel* m_writes = nullptr;
    ui::PanelHeader* m_header;
    QVBoxLayout* m_body;
    QLabel* m_note;
    ui::PanelFooter* m_footer;
    ui::Button* m_act;
};

} // namespace pilothouse::streams
