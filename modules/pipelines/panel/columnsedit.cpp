// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/columnsedit.h"

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{
enum Column { Name, Type, Nullable };
constexpr int kRow = 26;
constexpr int kMostRows = 7; // then it scrolls
} // namespace

ColumnsEdit::ColumnsEdit(QWidget* parent)
    : FieldEditor(parent)
    , m_table(new QTableWidget(0, 3, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Type"), tr("Null")});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRow);
    m_table->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Type, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(Nullable, QHeaderView::ResizeToContents);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::AnyKeyPressed);
    ui::setTextStyle(m_table, ui::TextStyle::Mono);
    m_table->installEventFilter(this);
    connect(m_table, &QTableWidget::itemChanged, this, &ColumnsEdit::tell);
    setValue({});
}

void ColumnsEdit::addRow(const QString& name, const QString& type, bool nullable)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, Name, new QTableWidgetItem(name));
    m_table->setItem(row, Type, new QTableWidgetItem(type));
    auto* check = new QTableWidgetItem;
    check->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    check->setCheckState(nullable ? Qt::Checked : Qt::Unchecked);
    m_table->setItem(row, Nullable, check);
}

void ColumnsEdit::setValue(const std::optional<Value>& value)
{
    if (m_table->rowCount() > 0 && this->value() == value)
        return;
    m_setting = true;
    m_table->setRowCount(0);
    if (value) {
        for (const Value& item : value->items) {
            const auto text = [&](QStringView key) {
                const Value* found = item.find(key);
                return found ? found->text : QString();
            };
            const Value* nullable = item.find(u"nullable");
            addRow(text(u"name"), text(u"type"), !nullable || nullable->isTrue());
        }
    }
    addRow({}, {}, true);
    m_setting = false;
    const int rows = std::min(m_table->rowCount(), kMostRows);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * kRow + 4);
}

std::optional<Value> ColumnsEdit::value() const
{
    Value list{Value::Kind::List, {}, {}, {}};
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto text = [&](int column) {
            const QTableWidgetItem* item = m_table->item(row, column);
            return item ? item->text().trimmed() : QString();
        };
        if (text(Name).isEmpty())
            continue;
        Value entry{Value::Kind::Map, {}, {}, {}};
        entry.entries.emplace_back(u"name"_s, Value::ofText(text(Name)));
        if (!text(Type).isEmpty())
            entry.entries.emplace_back(u"type"_s, Value::ofText(text(Type)));
        if (m_table->item(row, Nullable)->checkState() == Qt::Unchecked)
            entry.entries.emplace_back(u"nullable"_s, Value::ofBool(false));
        list.items.push_back(std::move(entry));
    }
    return list.items.empty() ? std::nullopt : std::optional(std::move(list));
}

void ColumnsEdit::tell()
{
    if (m_setting)
        return;
    const int last = m_table->rowCount() - 1;
    if (last < 0 || !m_table->item(last, Name)->text().isEmpty()) {
        m_setting = true;
        addRow({}, {}, true);
        m_setting = false;
        const int rows = std::min(m_table->rowCount(), kMostRows);
        m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + rows * kRow + 4);
    }
    Q_EMIT edited();
    Q_EMIT finished();
}

void ColumnsEdit::setReadOnly(bool readOnly)
{
    m_table->setEditTriggers(readOnly ? QAbstractItemView::NoEditTriggers
                                      : QAbstractItemView::DoubleClicked
                | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
}

QWidget* ColumnsEdit::input() const
{
    return m_table;
}

// Delete takes a row away.
bool ColumnsEdit::eventFilter(QObject* watched, QEvent* event)
{
    const auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
    if (key && key->key() == Qt::Key_Delete && m_table->currentRow() >= 0
        && m_table->currentRow() < m_table->rowCount() - 1
        && m_table->editTriggers() != QAbstractItemView::NoEditTriggers) {
        m_table->removeRow(m_table->currentRow());
        tell();
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace pilothouse::pipelines
