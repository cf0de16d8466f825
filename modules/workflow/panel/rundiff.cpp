// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/rundiff.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

QString textOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isNull() || value.isUndefined())
        return u"null"_s;
    return value.toVariant().toString();
}

class Fields final
{
public:
    explicit Fields(RunDiff& diff)
        : m_diff(diff)
    {
    }
    void compare(const QString& task, const QString& field, const QString& a, const QString& b)
    {
        if (a == b) {
            m_diff.equalFields += a.isEmpty() ? 0 : 1;
            return;
        }
        if (differsByDateOnly(a, b)) {
            ++m_diff.byDate;
            return;
        }
        m_diff.fields.push_back({task, field, a, b});
    }
    void compare(
        const QString& task, const QString& prefix, const QJsonObject& a, const QJsonObject& b)
    {
        QStringList keys = a.keys();
        for (const QString& key : b.keys())
            if (!keys.contains(key))
                keys.append(key);
        for (const QString& key : keys) {
            const QString name = prefix + key;
            if (a.value(key).isObject() && b.value(key).isObject())
                compare(
                    task, QString(name + u'.'), a.value(key).toObject(), b.value(key).toObject());
            else
                compare(task, name, a.contains(key) ? textOf(a.value(key)) : QString(),
                    b.contains(key) ? textOf(b.value(key)) : QString());
        }
    }

private:
    RunDiff& m_diff;
};

// A mapped task stands in one row: its first instance for the fields, all of them for the time.
struct Side {
    std::vector<const TaskInstance*> instances;
    StateWord state;
};

QHash<QString, Side> byTask(const RunSide& run)
{
    QHash<QString, Side> tasks;
    for (const TaskInstance& one : run.instances) {
        Side& side = tasks[one.ref.task];
        side.instances.push_back(&one);
        side.state = side.state.isEmpty() ? one.state : worseOf(side.state, one.state);
    }
    return tasks;
}

std::vector<DiffTry> triesOf(
    const RunSide& run, const QString& task, const Side& side, const QDateTime& now)
{
    std::vector<DiffTry> tries;
    if (side.instances.size() == 1) {
        const TaskInstance& last = *side.instances.front();
        if (const auto told = run.tries.find(task); told != run.tries.end())
            for (const TaskInstance& one : told->second)
                if (one.tryNumber < last.tryNumber && one.start.isValid())
                    tries.push_back({one.state, spanOf(one.start, one.end, one.end)});
        if (last.start.isValid())
            tries.push_back({last.state, spanOf(last.start, last.end, now)});
        return tries;
    }
    double sum = 0;
    bool started = false;
    for (const TaskInstance* one : side.instances) {
        started = started || one->start.isValid();
        sum += std::max(0.0, spanOf(one->start, one->end, now));
    }
    if (started)
        tries.push_back({side.state, sum});
    return tries;
}

double sumOf(const std::vector<DiffTry>& tries)
{
    double sum = 0;
    for (const DiffTry& one : tries)
        sum += one.seconds;
    return tries.empty() ? -1 : sum;
}

double lateOf(const RunInfo& run)
{
    return run.start.isValid() && run.after.isValid() ? double(run.after.msecsTo(run.start)) / 1000
                                                      : -1;
}

} // namespace

bool differsByDateOnly(const QString& a, const QString& b)
{
    static const QRegularExpression kDates(
        u"\\d{4}-\\d{2}-\\d{2}(?:[T _]\\d{2}[:-]?\\d{2}(?:[:-]?\\d{2}(?:[.,]\\d+)?)?)?"
        "(?:Z|[+-]\\d{2}:?\\d{2})?|\\d{8}T\\d{4,6}Z?|\\b20\\d{6}\\b|\\b\\d{1,2}:\\d{2}(?::\\d{2})?"
        "\\b"
        "|\\b1[4-9]\\d{8}(?:\\d{3})?\\b"_s);
    if (a == b || a.isEmpty() || b.isEmpty())
        return false;
    QString x = a;
    QString y = b;
    x.replace(kDates, u"\x1f"_s);
    y.replace(kDates, u"\x1f"_s);
    return x == y;
}

int RunDiff::changed() const
{
    return int(std::count_if(rows.begin(), rows.end(), [](const DiffRow& r) { return r.changed; }));
}

RunDiff compareRuns(const RunSide& a, const RunSide& b, const std::vector<QString>& order,
    const QHash<QString, Usual>& usual, const QDateTime& now)
{
    RunDiff diff;
    Fields fields(diff);
    fields.compare({}, u"conf."_s, a.run.conf, b.run.conf);
    fields.compare({}, u"type"_s, a.run.type, b.run.type);
    const auto tasksA = byTask(a);
    const auto tasksB = byTask(b);
    std::vector<QString> tasks = order;
    for (const auto* side : {&tasksA, &tasksB})
        for (auto it = side->cbegin(); it != side->cend(); ++it)
            if (std::find(tasks.begin(), tasks.end(), it.key()) == tasks.end())
                tasks.push_back(it.key());
    for (const QString& task : tasks) {
        const Side x = tasksA.value(task);
        const Side y = tasksB.value(task);
        if (x.instances.empty() && y.instances.empty())
            continue;
        DiffRow row;
        row.task = task;
        row.a = x.state;
        row.b = y.state;
        row.triesA = triesOf(a, task, x, now);
        row.triesB = triesOf(b, task, y, now);
        row.secondsA = sumOf(row.triesA);
        row.secondsB = sumOf(row.triesB);
        const Usual known = usual.value(task);
        const double difference = row.secondsB - row.secondsA;
        const bool both = row.secondsA >= 0 && row.secondsB >= 0;
        // Beyond what is usual; where that is not known, half as long again and five seconds.
        const bool longer = known.isKnown() ? row.secondsB > known.high * 1.2 + 1
                                            : row.secondsB > row.secondsA * 1.5 + 5;
        row.beyond = both && difference > 1 && longer;
        row.changed = row.a != row.b || row.beyond;
        diff.longest = std::max({diff.longest, row.secondsA, row.secondsB});
        diff.workA += std::max(0.0, row.secondsA);
        diff.workB += std::max(0.0, row.secondsB);
        if (!x.instances.empty() && !y.instances.empty()) {
            const TaskInstance& p = *x.instances.front();
            const TaskInstance& q = *y.instances.front();
            fields.compare(task, u"operator"_s, p.operatorName, q.operatorName);
            fields.compare(task, u"pool"_s, p.pool, q.pool);
            fields.compare(
                task, u"pool_slots"_s, QString::number(p.poolSlots), QString::number(q.poolSlots));
            fields.compare(task, u"queue"_s, p.queue, q.queue);
            fields.compare(
                task, u"priority"_s, QString::number(p.priority), QString::number(q.priority));
            fields.compare(task, u"hostname"_s, p.host, q.host);
            fields.compare(task, u"executor"_s, p.executor, q.executor);
            fields.compare(task, u"rendered "_s, p.rendered, q.rendered);
        }
        diff.rows.push_back(std::move(row));
    }
    diff.runA = spanOf(a.run.start, a.run.end, now);
    diff.runB = spanOf(b.run.start, b.run.end, now);
    diff.lateA = lateOf(a.run);
    diff.lateB = lateOf(b.run);
    diff.versionA = a.run.versions.empty() ? 0 : a.run.versions.back();
    diff.versionB = b.run.versions.empty() ? 0 : b.run.versions.back();
    return diff;
}

namespace
{

constexpr int kMostEdits = 2000; // beyond, the whole middle counts as rewritten

// Myers' greedy script over lines (E. Myers, "An O(ND) difference algorithm", 1986).
std::vector<CodeLine> script(const QStringList& a, const QStringList& b)
{
    const int n = int(a.size());
    const int m = int(b.size());
    std::vector<std::vector<int>> trace;
    std::vector<int> v(size_t(2 * (n + m) + 3), 0);
    const int offset = n + m + 1;
    int found = -1;
    for (int d = 0; d <= std::min(n + m, kMostEdits) && found < 0; ++d) {
        trace.push_back(std::vector<int>(v.begin() + offset - d - 1, v.begin() + offset + d + 2));
        for (int k = -d; k <= d; k += 2) {
            const bool down
                = k == -d || (k != d && v[size_t(offset + k - 1)] < v[size_t(offset + k + 1)]);
            int x = down ? v[size_t(offset + k + 1)] : v[size_t(offset + k - 1)] + 1;
            while (x < n && x - k < m && a[x] == b[x - k])
                ++x;
            v[size_t(offset + k)] = x;
            if (x >= n && x - k >= m) {
                found = d;
                break;
            }
        }
    }
    std::vector<CodeLine> lines;
    if (found < 0) {
        for (int i = 0; i < n; ++i)
            lines.push_back({CodeLine::Kind::Removed, i + 1, 0, a[i]});
        for (int i = 0; i < m; ++i)
            lines.push_back({CodeLine::Kind::Added, 0, i + 1, b[i]});
        return lines;
    }
    int x = n;
    int y = m;
    for (int d = found; d >= 0; --d) {
        const auto& before = trace[size_t(d)]; // index 0 is diagonal -d-1
        const auto at = [&before, d](int k) {
            return before[size_t(k + d + 1)];
        };
        const int k = x - y;
        const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
        const int fromK = down ? k + 1 : k - 1;
        const int fromX = d == 0 ? 0 : at(fromK);
        const int fromY = d == 0 ? 0 : fromX - fromK;
        while (x > fromX && y > fromY) {
            lines.push_back({CodeLine::Kind::Same, x, y, a[x - 1]});
            --x;
            --y;
        }
        if (d == 0)
            break;
        if (down) {
            lines.push_back({CodeLine::Kind::Added, 0, y, b[y - 1]});
            --y;
        } else {
            lines.push_back({CodeLine::Kind::Removed, x, 0, a[x - 1]});
            --x;
        }
    }
    std::reverse(lines.begin(), lines.end());
    return lines;
}

} // namespace

std::vector<CodeLine> compareCode(const QString& a, const QString& b, int context)
{
    if (a == b)
        return {};
    const auto all = script(a.split(u'\n'), b.split(u'\n'));
    std::vector<bool> keep(all.size(), false);
    for (size_t i = 0; i < all.size(); ++i) {
        if (all[i].kind == CodeLine::Kind::Same)
            continue;
        const size_t from = i >= size_t(context) ? i - size_t(context) : 0;
        for (size_t k = from; k <= std::min(all.size() - 1, i + size_t(context)); ++k)
            keep[k] = true;
    }
    std::vector<CodeLine> shown;
    for (size_t i = 0; i < all.size(); ++i) {
        if (keep[i])
            shown.push_back(all[i]);
        else if (!shown.empty() && shown.back().kind != CodeLine::Kind::Gap)
            shown.push_back({CodeLine::Kind::Gap, 0, 0, {}});
    }
    if (!shown.empty() && shown.back().kind == CodeLine::Kind::Gap)
        shown.pop_back();
    return shown;
}

QString DiffText::markdown(const RunDiff& diff, const QString& dag, const QString& nameA,
    const QString& nameB, const std::vector<CodeLine>& code)
{
    const auto cell = [](QString text) {
        return text.replace(u'|', u"\\|"_s).replace(u'\n', u' ');
    };
    QString out = u"## %1: %2 → %3\n\n"_s.arg(dag, nameA, nameB);
    out += tr("Run time %1 → %2, task time %3 → %4.")
               .arg(durationText(diff.runA), durationText(diff.runB), durationText(diff.workA),
                   durationText(diff.workB));
    out += u"\n\n| %1 | A | B | A | B | %2 |\n|---|---|---|--:|--:|--:|\n"_s.arg(
        tr("Task"), tr("Difference"));
    for (const DiffRow& row : diff.rows) {
        const bool both = row.secondsA >= 0 && row.secondsB >= 0;
        const QString mark = row.changed ? u"**"_s : QString();
        out += u"| %1%2%1 | %3 | %4 | %5 | %6 | %7 |\n"_s.arg(mark, cell(row.task), row.a, row.b,
            durationText(row.secondsA), durationText(row.secondsB),
            both ? differenceText(row.secondsB - row.secondsA) : u"–"_s);
    }
    if (!diff.fields.empty()) {
        out += u"\n| %1 | %2 | A | B |\n|---|---|---|---|\n"_s.arg(tr("Task"), tr("Field"));
        for (const DiffField& field : diff.fields)
            out += u"| %1 | %2 | `%3` | `%4` |\n"_s.arg(
                cell(field.task), cell(field.field), cell(field.a), cell(field.b));
        if (diff.byDate > 0)
            out += u'\n'
                + tr("%n differences follow from the date and are left out.", nullptr, diff.byDate)
                + u'\n';
    }
    if (!code.empty()) {
        out += u"\n```diff\n"_s;
        for (const CodeLine& line : code) {
            const QString sign = line.kind == CodeLine::Kind::Added ? u"+"_s
                : line.kind == CodeLine::Kind::Removed              ? u"-"_s
                : line.kind == CodeLine::Kind::Gap                  ? u"@@"_s
                                                                    : u" "_s;
            out += sign + line.text + u'\n';
        }
        out += u"```\n"_s;
    }
    return out;
}

} // namespace pilothouse::workflow
