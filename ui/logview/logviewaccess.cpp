// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logview/logviewaccess.h"

#include "ui/logview/logview.h"

#include <QtCore/QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

class LineAccess final : public QAccessibleInterface
{
public:
    LineAccess(LogView* view, qint64 row)
        : m_view(view)
        , m_row(row)
    {
    }
    qint64 row() const { return m_row; }
    bool isValid() const override { return m_view && m_view->store(); }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && m_view ? m_view->rowWords(m_row) : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    QRect rect() const override
    {
        if (m_view)
            for (const auto& [row, box] : m_view->visibleRows())
                if (row == m_row)
                    return box.translated(m_view->viewport()->mapToGlobal(QPoint()));
        return {};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.readOnly = true;
        state.focused = m_view && m_view->currentRow() == m_row && m_view->hasFocus();
        state.offscreen = rect().isEmpty();
        return state;
    }

private:
    QPointer<LogView> m_view;
    qint64 m_row;
};

QAccessibleInterface* make(const QString& className, QObject* object)
{
    if (className == "pilothouse::ui::LogView"_L1)
        if (auto* view = qobject_cast<LogView*>(object))
            return new LogViewAccess(view);
    return nullptr;
}

} // namespace

LogViewAccess::LogViewAccess(LogView* view)
    : QAccessibleWidget(view, QAccessible::List)
{
    // Only the current line is spoken by itself; the others are there when asked for.
    QObject::connect(view, &LogView::currentRowChanged, view, [this](qint64 row) {
        if (QAccessibleInterface* now = row >= 0 ? line(row) : nullptr) {
            QAccessibleEvent event(now, QAccessible::Focus);
            QAccessible::updateAccessibility(&event);
        }
    });
}

LogViewAccess::~LogViewAccess()
{
    for (const auto& [row, id] : m_lines)
        QAccessible::deleteAccessibleInterface(id);
}

void LogViewAccess::install()
{
    QAccessible::removeFactory(make);
    QAccessible::installFactory(make);
}

LogView* LogViewAccess::view() const
{
    return static_cast<LogView*>(widget());
}

QAccessibleInterface* LogViewAccess::line(qint64 row) const
{
    const auto known = m_lines.find(row);
    if (known != m_lines.end())
        return QAccessible::accessibleInterface(known->second);
    if (m_lines.size() > 2000) { // of screens long gone
        for (const auto& [old, id] : m_lines)
            QAccessible::deleteAccessibleInterface(id);
        m_lines.clear();
    }
    auto* made = new LineAccess(view(), row);
    m_lines[row] = QAccessible::registerAccessibleInterface(made);
    return made;
}

int LogViewAccess::childCount() const
{
    return int(view()->visibleRows().size());
}

QAccessibleInterface* LogViewAccess::child(int index) const
{
    const auto rows = view()->visibleRows();
    return index >= 0 && index < int(rows.size()) ? line(rows[size_t(index)].first) : nullptr;
}

int LogViewAccess::indexOfChild(const QAccessibleInterface* child) const
{
    const auto* one = dynamic_cast<const LineAccess*>(child);
    const auto rows = view()->visibleRows();
    const auto at = std::find_if(rows.begin(), rows.end(),
        [one](const auto& row) { return one && row.first == one->row(); });
    return at == rows.end() ? -1 : int(at - rows.begin());
}

QAccessibleInterface* LogViewAccess::childAt(int x, int y) const
{
    const QPoint at = view()->viewport()->mapFromGlobal(QPoint(x, y));
    for (const auto& [row, box] : view()->visibleRows())
        if (box.contains(at))
            return line(row);
    return nullptr;
}

QAccessibleInterface* LogViewAccess::focusChild() const
{
    return view()->hasFocus() && view()->currentRow() >= 0 ? line(view()->currentRow()) : nullptr;
}

QString LogViewAccess::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Description && view()->store())
        return LogView::tr("%1 lines, %2 warnings, %3 errors")
            .arg(view()->store()->rowCount())
            .arg(view()->store()->warnings())
            .arg(view()->store()->errors());
    return QAccessibleWidget::text(kind);
}

QString LogView::rowWords(qint64 row) const
{
    const LogLine line = m_store ? m_store->line(row) : LogLine{};
    if (line.loading)
        return tr("line %1, loading").arg(row + 1);
    QStringList words{tr("line %1").arg(row + 1)};
    if (line.facts.time != 0)
        words << m_rows.timeText(line.facts.time, false);
    switch (line.facts.level) {
    case LogLevel::Debug:
        words << tr("debug");
        break;
    case LogLevel::Info:
        words << tr("info");
        break;
    case LogLevel::Warning:
        words << tr("warning");
        break;
    case LogLevel::Error:
        words << tr("error");
        break;
    case LogLevel::Critical:
        words << tr("fatal error");
        break;
    case LogLevel::None:
        if (m_store && line.facts.continued && m_store->mark(row).kind() == LogFilter::Errors)
            words << tr("of the error above");
        break;
    }
    if (!line.facts.source.isEmpty())
        words << QString::fromUtf8(line.facts.source);
    const LogMark mark = m_store ? m_store->mark(row) : LogMark{};
    const QString text = shownLine(line.text, 1024).text;
    if (mark.groupBegin())
        words << tr("group %1").arg(text.mid("::group::"_L1.size()));
    else if (mark.groupEnd())
        words << tr("end of the group");
    else
        words << text;
    return words.join(u", "_s);
}

} // namespace pilothouse::ui
