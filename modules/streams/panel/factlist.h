// SPDX-License-Identifier: GPL-3.0-or-later
// FactList: names and values below each other, with headings between; Ctrl+C copies a value.
#pragma once

#include <QTableView>

#include <vector>

namespace pilothouse::streams
{

struct Fact {
    QString name;
    QString value;
    QString note; // quieter, after the value
    bool heading = false; // only the name, and the note after it
    bool operator==(const Fact&) const = default;
};

class FactList final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactList)

public:
    explicit FactList(const QString& accessibleName, QWidget* parent = nullptr);

    void setFacts(std::vector<Fact> facts);
    const std::vector<Fact>& facts() const;
    int wantedHeight() const; // that shows all of it

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    class Model;
    class Delegate;
    void applyTheme();

    Model* m_model;
};

} // namespace pilothouse::streams
