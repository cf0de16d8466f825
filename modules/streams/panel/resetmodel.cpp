// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/resetmodel.h"

#include "streams/panel/sheettable.h"
#include "ui/theme/tokens.h"
#include "ui/words.h"

#include <QLocale>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

qint64 distance(const ResetStep& step)
{
    return step.committed ? step.target - *step.committed : 0;
}

bool worse(const ResetStep& a, const ResetStep& b)
{
    if (a.problem.has_value() != b.problem.has_value())
        return a.problem.has_value();
    if (a.committed.has_value() != b.committed.has_value())
        return !a.committed;
    const qint64 left = std::abs(distance(a));
    const qint64 right = std::abs(distance(b));
    if (left != right)
        return left > right;
    return a.topic != b.topic ? a.topic < b.topic : a.partition < b.partition;
}

} // namespace

ResetSum sumOf(const std::vector<ResetStep>& steps)
{
    ResetSum sum;
    for (const ResetStep& step : steps) {
        sum.failed += step.problem ? 1 : 0;
        sum.clipped += step.clipped ? 1 : 0;
        if (!step.committed) {
            ++sum.first;
            sum.before += step.problem ? 0 : step.target - step.begin;
            continue;
        }
        const qint64 by = distance(step);
        ++sum.counted;
        sum.difference += by;
        sum.again += std::max<qint64>(0, -by);
        sum.skipped += std::max<qint64>(0, by);
        sum.same += by == 0 ? 1 : 0;
    }
    return sum;
}

QString shownBytes(const QByteArray& bytes, qsizetype limit)
{
    if (bytes.isNull())
        return u"null"_s;
    const QByteArray head = bytes.left(limit);
    const QString text = QString::fromUtf8(head);
    const qsizetype cut = bytes.size() > limit ? 3 : 0; // a letter that was cut in the middle
    const QStringView sure = QStringView(text).chopped(std::min(cut, text.size()));
    const bool plain = std::all_of(sure.begin(), sure.end(),
        [](QChar c) { return c != QChar::ReplacementCharacter && (c.isPrint() || c.isSpace()); });
    if (!plain)
        return u"0x"_s + QString::fromLatin1(head.toHex()) + (cut > 0 ? u"…"_s : QString());
    return text.simplified() + (cut > 0 ? u"…"_s : QString());
}

void ResetModel::setSteps(std::vector<ResetStep> steps)
{
    beginResetModel();
    m_steps = std::move(steps);
    std::stable_sort(m_steps.begin(), m_steps.end(), worse);
    endResetModel();
}

void ResetModel::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    if (!m_steps.empty())
        Q_EMIT dataChanged(index(0, Record), index(rowCount() - 1, Record));
}

int ResetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int ResetModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ResetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= Partition && section <= Difference)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Topic:
        return tr("Topic");
    case Partition:
        return tr("Part.");
    case Committed:
        return tr("Committed");
    case New:
        return tr("New");
    case Difference:
        return tr("Difference");
    case Record:
        return tr("Record there: time, key");
    default:
        return {};
    }
}

QString ResetModel::recordText(const ResetStep& step, bool whole) const
{
    if (step.problem) {
        const QString hint = ui::words(step.problem->hint);
        return hint.isEmpty() ? step.problem->detail : hint;
    }
    if (step.target >= step.end)
        return tr("no record, the end");
    if (!step.timestamp)
        return tr("could not be read");
    const QString time = QDateTime::fromMSecsSinceEpoch(*step.timestamp, Qt::UTC)
                             .toTimeZone(m_zone)
                             .toString(whole ? u"yyyy-MM-dd HH:mm:ss.zzz"_s : u"MM-dd HH:mm:ss"_s);
    const QString key = step.key.isNull() ? tr("no key") : shownBytes(step.key, whole ? 4096 : 200);
    return (whole ? u"%1\n%2"_s : u"%1 %2"_s).arg(time, key);
}

QString ResetModel::text(const ResetStep& step, int column) const
{
    const QLocale locale;
    switch (column) {
    case Topic:
        return step.topic;
    case Partition:
        return QString::number(step.partition);
    case Committed:
        return step.committed ? QString::number(*step.committed) : tr("none");
    case New:
        return step.problem ? u"–"_s : QString::number(step.target);
    case Difference:
        if (step.problem)
            return u"–"_s;
        if (!step.committed)
            return tr("first");
        return (distance(step) > 0 ? u"+"_s : QString()) + locale.toString(distance(step));
    case Record:
        return recordText(step, false);
    default:
        return {};
    }
}

QVariant ResetModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const ResetStep& step = m_steps[size_t(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(step, column);
    case Qt::ToolTipRole:
        if (column == New && step.clipped)
            return tr("What was asked for lies outside the log, which holds %1 to %2")
                .arg(step.begin)
                .arg(step.end);
        if (column == Difference && !step.committed && !step.problem)
            return tr("The first commit of this partition");
        return column == Record ? recordText(step, true) : text(step, column);
    case Qt::TextAlignmentRole:
        return column >= Partition && column <= Difference ? int(Qt::AlignRight | Qt::AlignVCenter)
                                                           : int(Qt::AlignLeft | Qt::AlignVCenter);
    case SheetTable::MonoRole:
        return column != Topic;
    case SheetTable::ItalicRole:
        return column == Committed && !step.committed;
    case SheetTable::ToneRole:
        if (step.problem)
            return int(Token::StatusError);
        if (column == New && step.clipped)
            return int(Token::StatusWarn);
        if (column == Committed || (column == Difference && !step.committed)
            || (column == Record && step.target >= step.end))
            return int(Token::Text3);
        return column == Partition ? int(Token::Text2) : int(Token::Text);
    default:
        return {};
    }
}

} // namespace pilothouse::streams
