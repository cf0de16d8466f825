// SPDX-License-Identifier: GPL-3.0-or-later
// ChoiceBar: segments of which some are not there: what a service does not offer is not shown.
#pragma once

#include <QList>
#include <QWidget>

#include <memory>

class QHBoxLayout;

namespace pilothouse::ui
{
class SegmentedControl;
}

namespace pilothouse::streams
{

class ChoiceBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceBar)

public:
    explicit ChoiceBar(const QString& accessibleName, QWidget* parent = nullptr);
    ~ChoiceBar() override;

    // By number of the choice; made anew only when they are others.
    void setChoices(const QList<std::pair<int, QString>>& choices);
    bool has(int choice) const { return m_ids.contains(choice); }
    int current() const { return m_current; }
    void choose(int choice); // one that is not there: nothing
    ui::SegmentedControl* control() const { return m_control.get(); }
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int choice);

private:
    const QString m_name;
    QList<int> m_ids;
    QList<QString> m_words;
    int m_current = -1;
    QHBoxLayout* m_layout;
    std::unique_ptr<ui::SegmentedControl> m_control;
};

} // namespace pilothouse::streams
