// SPDX-License-Identifier: GPL-3.0-or-later
// PairRows: names with values, one pair to a row, in order, names may repeat: settings of a topic,
// headers of a message. A row is added at the end and taken away at its own button.
#pragma once

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QAction;
class QCompleter;
class QLineEdit;
class QStringListModel;
class QVBoxLayout;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class IconButton;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class PairRows final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PairRows)

public:
    struct Pair {
        QString name;
        std::optional<QString> value; // none: null
        bool operator==(const Pair&) const = default;
    };

    // `nullable`: a row may say null instead of a value.
    PairRows(const QString& title, const QString& add, bool nullable, QWidget* parent = nullptr);

    void setPairs(const std::vector<Pair>& pairs);
    std::vector<Pair> pairs() const; // rows with neither name nor value are left out
    void setNames(const QStringList& names); // to complete with
    void setProblem(int row, const QString& problem); // empty: none
    QString problem(int row) const;
    int count() const { return int(m_rows.size()); }
    QLineEdit* nameField(int row) const { return m_rows[size_t(row)].name; }
    QLineEdit* valueField(int row) const { return m_rows[size_t(row)].value; }
    void addRow(); // and begins to type in it
    QString placeholder(const QString& name) const;
    void setPlaceholders(const std::vector<std::pair<QString, QString>>& values);

Q_SIGNALS:
    void edited();

private:
    struct Row {
        QWidget* line = nullptr;
        QLineEdit* name = nullptr;
        QLineEdit* value = nullptr;
        QAction* null = nullptr; // may be missing
        ui::ElidedLabel* problem = nullptr;
    };
    void append(const Pair& pair);
    void removeRow(QWidget* line);
    void judgeRow(const Row& row);

    const bool m_nullable;
    std::vector<Row> m_rows;
    std::vector<std::pair<QString, QString>> m_placeholders;
    QStringListModel* m_names;
    QVBoxLayout* m_lines;
    ui::Button* m_add;
};

} // namespace pilothouse::streams
