// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/recordssheet.h"

#include "streams/panel/partitiontext.h"
#include "streams/panel/sheettable.h"
#include "streams/panel/timetext.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"

#include <QAbstractTableModel>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::TextStyle;
using ui::Token;

// One row for each partition that is concerned, the most first.
class RecordsSheet::Rows final : public QAbstractTableModel
{
    Q_DECLARE_TR_FUNCTIONS(RecordsSheet)

public:
    enum Column { Partition, Begin, Kept, End, Gone, ColumnCount };
    struct Row {
        int partition = 0;
        qint64 begin = 0;
        qint64 kept = 0; // the first that stays
        qint64 end = 0;
        QString problem;
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row& a, const Row& b) {
            return a.problem.isEmpty() != b.problem.isEmpty() ? !a.problem.isEmpty()
                                                              : a.kept - a.begin > b.kept - b.begin;
        });
        endResetModel();
    }
    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        if (role != Qt::DisplayRole)
            return {};
        const QStringList names{
            tr("Part."), tr("Begin now"), tr("First kept"), tr("End"), tr("Offsets gone")};
        return names.value(section);
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid())
            return {};
        const Row& row = m_rows[size_t(index.row())];
        const int column = index.column();
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        if (role == SheetTable::MonoRole)
            return true;
        if (role == Qt::ToolTipRole && !row.problem.isEmpty())
            return row.problem;
        if (role == SheetTable::ToneRole)
            return int(!row.problem.isEmpty()          ? Token::StatusError
                    : column == Gone || column == Kept ? Token::Text
                                                       : Token::Text3);
        if (role != Qt::DisplayRole)
            return {};
        if (column != Partition && !row.problem.isEmpty())
            return u"–"_s;
        const qint64 values[] = {row.partition, row.begin, row.kept, row.end, row.kept - row.begin};
        return column == Gone ? QLocale().toString(values[column])
                              : QString::number(values[column]);
    }

private:
    std::vector<Row> m_rows;
};

RecordsSheet::RecordsSheet(ui::Workbench& bench, const ServiceId& service, QWidget* parent)
    : Sheet(bench, service, tr("Delete messages"), parent)
{
    buildLayout();
    m_soon.setSingleShot(true);
    m_soon.setInterval(300);
    connect(&m_soon, &QTimer::timeout, this, &RecordsSheet::look);
    connect(m_kind, &ui::SegmentedControl::currentChanged, this, [this] {
        m_value->clear();
        changed();
        m_value->setFocus();
    });
    connect(m_value, &QLineEdit::textEdited, this, &RecordsSheet::changed);
    connect(m_partitions, &QLineEdit::textEdited, this, &RecordsSheet::changed);
    judge();
}

void RecordsSheet::buildLayout()
{
    auto* form = addForm();
    m_partitions = new QLineEdit(this);
    m_partitions->setAccessibleName(tr("Partitions"));
    m_partitions->setPlaceholderText(tr("all partitions"));
    ui::setTextStyle(m_partitions, TextStyle::Mono);
    form->addRow(tr("Partitions"), m_partitions);
    m_kind = new ui::SegmentedControl(tr("All before"), this);
    m_kind->addSegment(tr("Time"));
    m_kind->addSegment(tr("Offset"));
    m_kind->addSegment(tr("The end"));
    form->addRow(tr("All before"), m_kind);
    auto* row = new QHBoxLayout;
    m_value = new QLineEdit(this);
    m_value->setAccessibleName(tr("Time or offset"));
    ui::setTextStyle(m_value, TextStyle::Mono);
    m_meaning = new ui::ElidedLabel({}, TextStyle::MonoSmall, Token::Text3, this);
    row->addWidget(m_value, 3);
    row->addWidget(m_meaning, 2);
    form->addRow(QString(), row);
    m_rows = new Rows(this);
    m_table = new SheetTable(tr("What would be deleted, by partition"), this);
    m_table->setModel(m_rows);
    m_table->setColumnWidth(Rows::Partition, 60);
    body()->addWidget(m_table, 1);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(12, 8, 12, 4);
    m_checks = new CheckList(this);
    below->addWidget(m_checks);
    body()->addLayout(below);
}

void RecordsSheet::open(const QString& topic)
{
    m_topic = topic;
    setSubject(topic);
    {
        const QSignalBlocker quiet(m_kind);
        m_kind->setCurrentIndex(int(Before::Time));
    }
    m_partitions->clear();
    m_value->clear();
    changed();
    beginAt(m_value);
}

void RecordsSheet::changed()
{
    const auto kind = Before(std::clamp(m_kind->currentIndex(), 0, 2));
    m_value->setVisible(kind != Before::Everything);
    m_value->setPlaceholderText(
        kind == Before::Time ? tr("2026-03-17 13:40, or -7 d") : tr("an offset"));
    m_wrong.clear();
    m_failed.reset();
    m_known = false;
    m_before.clear();
    m_endsCall = {};
    m_timesCall = {};
    m_soon.stop();
    const QString typed = m_value->text().trimmed();
    const auto zone = workbench().timeContext().zone();
    m_meaning->setText({});
    const auto partitions = readPartitions(m_partitions->text());
    bool complete = kind == Before::Everything || !typed.isEmpty();
    if (!partitions)
        m_wrong = tr("Partitions are written 0, 3, 7-9; empty means all");
    else
        m_chosen = *partitions;
    if (complete && kind == Before::Time) {
        const auto time = readTime(typed, zone, QDateTime::currentDateTimeUtc());
        if (time) {
            m_time = *time;
            m_meaning->setText(u"%1 %2"_s.arg(timeText(*time, zone), zoneText(zone, *time)));
        } else {
            m_wrong = tr("A time is written 2026-03-17 13:40, or -7 d for seven days ago");
        }
    } else if (complete && kind == Before::Offset) {
        bool good = false;
        m_offset = typed.toLongLong(&good);
        if (!good || m_offset < 0)
            m_wrong = tr("An offset is a number from 0");
    }
    if (complete && m_wrong.isEmpty())
        m_soon.start();
    settle();
}

void RecordsSheet::look()
{
    m_soon.stop();
    if (!m_wrong.isEmpty())
        return;
    m_known = false;
    m_failed.reset();
    askEnds();
    settle();
}

void RecordsSheet::askEnds()
{
    auto* topics = contract<Topics>();
    if (!topics)
        return;
    m_endsCall = topics->offsets({m_topic}).onDone(
        this, [this](Result<std::vector<PartitionOffsets>> ends) {
            if (!ends) {
                m_failed = ends.error();
                settle();
                return;
            }
            m_ends = std::move(*ends);
            if (m_kind->currentIndex() == int(Before::Time)) {
                askTimes();
                return;
            }
            m_known = true;
            settle();
        });
}

void RecordsSheet::askTimes()
{
    auto* topics = contract<Topics>();
    if (!topics)
        return;
    m_timesCall = topics->offsetsAt({m_topic}, m_time)
                      .onDone(this, [this](Result<std::vector<TimeOffset>> times) {
                          m_times.clear();
                          m_known = times.has_value();
                          if (times)
                              for (const TimeOffset& one : *times)
                                  m_times[one.partition] = one;
                          else
                              m_failed = times.error();
                          settle();
                      });
}

void RecordsSheet::settle()
{
    std::vector<Rows::Row> rows;
    m_before.clear();
    m_gone = 0;
    int failed = 0;
    const auto kind = Before(std::clamp(m_kind->currentIndex(), 0, 2));
    for (const PartitionOffsets& one : m_known ? m_ends : std::vector<PartitionOffsets>()) {
        if (!m_chosen.empty()
            && std::find(m_chosen.begin(), m_chosen.end(), one.partition) == m_chosen.end())
            continue;
        const TimeOffset time = kind == Before::Time ? m_times[one.partition] : TimeOffset{};
        const std::optional<Error> problem = one.problem ? one.problem : time.problem;
        Rows::Row row{one.partition, one.begin.value_or(0), 0, one.end.value_or(0), {}};
        if (problem || !one.begin || !one.end) {
            row.problem = problem ? line(*problem) : tr("Its leader did not tell");
            ++failed;
            rows.push_back(row);
            continue;
        }
        const qint64 wanted = kind == Before::Everything ? row.end
            : kind == Before::Offset                     ? m_offset
                                                         : time.offset.value_or(row.end);
        row.kept = std::clamp(wanted, row.begin, row.end);
        m_gone += row.kept - row.begin;
        if (row.kept > row.begin)
            m_before[row.partition] = row.kept;
        rows.push_back(row);
    }
    m_rows->setRows(std::move(rows));
    std::vector<Check> checks;
    if (m_known && failed > 0) {
        checks.push_back(
            {Glyph::Error, tr("%n partitions cannot be read now", nullptr, failed), {}});
        m_before.clear(); // all of them, or none
    } else if (m_known) {
        checks.push_back({m_gone > 0 ? Glyph::Warn : Glyph::Ok,
            m_gone > 0 ? tr("%1 offsets are gone for good, for every reader")
                             .arg(QLocale().toString(m_gone))
                       : tr("There is nothing before that"),
            tr("%n partitions", nullptr, int(m_before.size()))});
    } else if (m_soon.isActive() || m_endsCall.running() || m_timesCall.running()) {
        checks.push_back({Glyph::Queued, tr("Asking the brokers where that is")});
    }
    m_checks->setChecks(std::move(checks));
    judge();
}

void RecordsSheet::judge()
{
    setAct(tr("Delete…"), !m_before.empty());
    setNote(m_failed ? line(*m_failed) : m_wrong,
        m_failed || !m_wrong.isEmpty() ? Token::StatusError : Token::Text2);
}

void RecordsSheet::apply()
{
    auto* acts = contract<TopicActs>();
    if (!acts || m_before.empty() || isBusy())
        return;
    confirm(acts->deleteRecords(m_topic, m_before), [this](const Result<Text>& outcome) {
        if (!outcome) {
            m_failed = outcome.error();
            m_known = false;
            settle();
            return;
        }
        Q_EMIT deleted(m_topic);
        Q_EMIT closed();
    });
}

} // namespace pilothouse::streams
