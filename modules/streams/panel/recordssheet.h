// SPDX-License-Identifier: GPL-3.0-or-later
// RecordsSheet: deletes the oldest messages of a topic: all before an offset, a time, or all there
// are; a dry run says for each partition how many offsets go.
#pragma once

#include "streams/api/acts.h"
#include "streams/panel/sheet.h"

class QLineEdit;

namespace pilothouse::ui
{
class SegmentedControl;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class ResetModel;
class SheetTable;

class RecordsSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordsSheet)

public:
    enum class Before { Time, Offset, Everything };

    RecordsSheet(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);

    void open(const QString& topic);
    const std::map<int, qint64>& before() const { return m_before; } // what would be sent
    ui::SegmentedControl* kind() const { return m_kind; }
    QLineEdit* valueField() const { return m_value; }
    QLineEdit* partitionField() const { return m_partitions; }
    SheetTable* table() const { return m_table; }
    CheckList* checks() const { return m_checks; }

Q_SIGNALS:
    void deleted(const QString& topic);

protected:
    void apply() override;
    void look() override;
    void judge() override;

private:
    class Rows;
    void buildLayout();
    void changed();
    void askEnds();
    void askTimes();
    void settle();

    QString m_topic;
    std::vector<PartitionOffsets> m_ends;
    std::map<int, TimeOffset> m_times;
    std::vector<int> m_chosen; // partitions; empty: all
    qint64 m_offset = 0;
    QDateTime m_time;
    std::map<int, qint64> m_before;
    qint64 m_gone = 0;
    QString m_wrong;
    std::optional<Error> m_failed;
    bool m_known = false;
    QTimer m_soon;
    Call<std::vector<PartitionOffsets>> m_endsCall;
    Call<std::vector<TimeOffset>> m_timesCall;

    QLineEdit* m_partitions = nullptr;
    ui::SegmentedControl* m_kind = nullptr;
    QLineEdit* m_value = nullptr;
    ui::ElidedLabel* m_meaning = nullptr;
    Rows* m_rows = nullptr;
    SheetTable* m_table = nullptr;
    CheckList* m_checks = nullptr;
};

} // namespace pilothouse::streams
