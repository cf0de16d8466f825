// SPDX-License-Identifier: GPL-3.0-or-later
// The status bar: one pill per connection, the newest task, the bell. Pills that do not fit are
// behind "n more"; those in trouble always stay.
#pragma once

#include "app/shell/shellcontext.h"
#include "ui/theme/glyphs.h"

#include <QAbstractButton>

#include <vector>

namespace pilothouse
{
class Task;
}

namespace pilothouse::ui
{
class ElidedLabel;
class IconButton;
class Pill;
class ProgressLine;
} // namespace pilothouse::ui

namespace pilothouse::app
{

// Lays the pills out itself, because which of them show depends on the width.
class PillRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PillRow)

public:
    explicit PillRow(ServiceHub& hub, QWidget* parent = nullptr);

    ui::Pill* pill(const ServiceId& id) const;
    QList<ServiceId> hiddenServices() const { return m_hidden; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void clicked(const QString& service, QWidget* pill);
    void moreClicked(QWidget* at);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Entry {
        ServiceId id;
        ui::Pill* pill;
    };

    void rebuild();
    void refresh(const Entry& entry);
    void arrange();
    int severity(const ServiceId& id) const;

    ServiceHub& m_hub;
    std::vector<Entry> m_pills;
    QAbstractButton* m_more;
    QList<ServiceId> m_hidden;
};

// Icon, what it does, bar, percentage, amount, cancel; a count when there are more.
class TaskButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskButton)

public:
    explicit TaskButton(TaskList& tasks, QWidget* parent = nullptr);
    Task* shownTask() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void shownTaskChanged();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    TaskList& m_tasks;
    QString m_title;
    QString m_amount;
    int m_percent = -1; // -1: not known
    bool m_busy = false;
};

class StatusBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusBar)

public:
    explicit StatusBar(ShellContext& context, QWidget* parent = nullptr);

    PillRow* pills() const { return m_pills; }
    TaskButton* taskButton() const { return m_task; }
    QAbstractButton* bell() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Bell;

    PillRow* m_pills;
    TaskButton* m_task;
    ui::IconButton* m_cancel;
    Bell* m_bell;
};

// "refused since 14:05", "12 ms": what a pill says of a service.
QString pillDetail(const ServiceHub& hub, const ServiceId& id);
// The glyph of a service's health; Unknown where no adapter steers it.
ui::Glyph healthGlyph(const ServiceHub& hub, const ServiceId& id);
// "1.2 GB of 1.9 GB", "128,400 rows"; empty when nothing is known.
QString taskAmount(const Task& task);
QString taskStateWord(const Task& task);

} // namespace pilothouse::app
