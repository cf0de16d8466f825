// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/deployrows.h"

#include "pipelines/deploy/tableplan.h"
#include "ui/theme/tokens.h"
#include "ui/words.h"

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using Line = DeployDetail::Line;
using ui::Token;

namespace
{

struct Sign {
    QString icon;
    Token tone = Token::Text3;
};

Sign signOf(ChangeKind change)
{
    switch (change) {
    case ChangeKind::Create:
        return {u"plus"_s, Token::Accent};
    case ChangeKind::Change:
        return {u"edit"_s, Token::Accent};
    case ChangeKind::Remove:
        return {u"minus"_s, Token::StatusError};
    case ChangeKind::None:
        return {u"check"_s, Token::Text3};
    }
    return {};
}

Sign signOf(const DeployStep& step)
{
    switch (step.state) {
    case DeployStep::State::Running:
        return {u"refresh"_s, Token::StatusRunning};
    case DeployStep::State::Done:
        return {u"check"_s, Token::StatusOk};
    case DeployStep::State::Failed:
        return {u"warning"_s, Token::StatusError};
    case DeployStep::State::Unknown:
        return {u"help"_s, Token::StatusWarn};
    case DeployStep::State::Undone:
        return {u"undo"_s, Token::StatusWarn};
    case DeployStep::State::Waiting:
    case DeployStep::State::Cancelled:
        return {u"clock"_s, Token::Text3};
    }
    return {};
}

ui::TreeNode made(const QString& id, const QString& name, const Sign& sign)
{
    ui::TreeNode node;
    node.id = id;
    node.name = name;
    node.icon = sign.icon;
    node.iconToken = int(sign.tone);
    return node;
}

void append(std::vector<Line>& lines, Line::Kind kind, const QByteArray& text)
{
    for (const QByteArray& line : text.split('\n'))
        lines.push_back({kind, QString::fromUtf8(line)});
    if (text.endsWith('\n'))
        lines.pop_back();
}

} // namespace

const DeployStep* DeployRows::stepOf(const QString& unit) const
{
    const DeployStep* found = nullptr;
    if (m_desk.run())
        for (const DeployStep& step : m_desk.run()->steps())
            if (step.units.contains(unit) && (!found || step.state != DeployStep::State::Waiting))
                found = &step; // the last that has begun: of a DAG first its files, then the parse
    return found;
}

ui::TreeNode DeployRows::fileNode(const FilePlan& file) const
{
    ui::TreeNode node = made(file.path, file.path, signOf(file.change));
    node.mono = true;
    if (file.origin == FilePlan::Origin::ByHand && file.change != ChangeKind::None)
        node.tag = tr("by hand");
    else if (file.origin == FilePlan::Origin::Foreign)
        node.tag = tr("not ours");
    const DiffCount count
        = countOf(diffLines(file.before.value_or(QByteArray()), file.after.value_or(QByteArray())));
    if (file.change != ChangeKind::None)
        node.value = u"+%1 \u2212%2"_s.arg(count.added).arg(count.removed);
    node.data = file.path;
    return node;
}

ui::TreeNode DeployRows::unitNode(const UnitPlan& unit) const
{
    const QString key = unitKey(unit.unit);
    const DeployStep* step = stepOf(key);
    Sign sign = step ? signOf(*step) : signOf(unit.change);
    if (!step && unit.isBlocked())
        sign = {u"warning"_s, Token::StatusError};
    ui::TreeNode node = made(key, unit.unit.name, sign);
    node.hasChildren = !unit.files.empty();
    if (unit.leftOut) {
        node.iconToken = int(Token::Text3);
        node.icon = u"minus"_s;
        node.tag = tr("left out");
    }
    switch (unit.change) {
    case ChangeKind::None:
        node.value = tr("no change");
        break;
    case ChangeKind::Remove:
        node.value = tr("leaves");
        break;
    case ChangeKind::Create:
    case ChangeKind::Change:
        if (unit.unit.kind == UnitKind::Table) {
            node.value = unit.change == ChangeKind::Create
                ? tr("%n column(s)", nullptr, int(columnsOf(unit.unit).size()))
                : tr("%n new column(s)", nullptr, int(unit.statements.size()));
        } else if (unit.unit.kind == UnitKind::Topic) {
            QStringList parts;
            for (const ConfigPlan& config : unit.config)
                parts.append(config.name + u' '
                    + (config.before.isEmpty() ? QString() : config.before + u" → "_s)
                    + config.after);
            node.value = parts.join(u", "_s);
        } else if (unit.unit.kind == UnitKind::StreamJob) {
            node.value = unit.change == ChangeKind::Create ? tr("starts")
                : unit.running == JobPhase::Stopped        ? tr("stays stopped")
                                                           : tr("restarts from its checkpoint");
        } else {
            node.value = tr("%n file(s)", nullptr, int(unit.files.size()));
        }
    }
    if (step && step->state == DeployStep::State::Done)
        node.value = ui::words(step->words);
    else if (step && step->error)
        node.value = step->error->detail;
    node.toolTip = node.value;
    node.data = key;
    return node;
}

std::vector<DeployGroup> DeployRows::groups() const
{
    struct Kind {
        UnitKind kind;
        QString title, icon;
    };
    const Kind kinds[] = {{UnitKind::Table, tr("Tables"), u"database"_s},
        {UnitKind::Topic, tr("Kafka topics"), u"waves"_s},
        {UnitKind::StreamJob, tr("Streaming jobs"), u"star"_s},
        {UnitKind::DbtProject, tr("dbt"), u"layers"_s}, {UnitKind::Dag, tr("Airflow"), u"share"_s}};
    std::vector<DeployGroup> groups;
    for (const Kind& kind : kinds) {
        DeployGroup group;
        for (const UnitPlan& unit : m_desk.plan().units) {
            if (unit.unit.kind != kind.kind)
                continue;
            group.units.push_back(unitNode(unit));
            for (const FilePlan& file : unit.files)
                group.files[unitKey(unit.unit)].push_back(fileNode(file));
        }
        if (group.units.empty())
            continue;
        group.node = made(
            u"group:"_s + QString::number(int(kind.kind)), kind.title, {kind.icon, Token::Text3});
        group.node.strong = true;
        group.node.hasChildren = true;
        group.node.value = kind.kind == UnitKind::Table    ? tr("one transaction")
            : kind.kind == UnitKind::Dag && m_desk.stage() ? m_desk.stage()->place
                                                           : QString();
        groups.push_back(std::move(group));
    }
    return groups;
}

std::vector<ui::TreeNode> DeployRows::checks() const
{
    std::vector<ui::TreeNode> failed, warned, passed;
    const auto add = [](std::vector<ui::TreeNode>& list, const QString& text, const Sign& sign,
                         const QString& value = {}) {
        ui::TreeNode node = made(QString::number(list.size()) + text, text, sign);
        node.toolTip = text;
        node.value = value;
        list.push_back(std::move(node));
    };
    const Sign bad{u"warning"_s, Token::StatusError};
    const Sign warn{u"warning"_s, Token::StatusWarn};
    const Sign good{u"check"_s, Token::StatusOk};
    for (const Problem& problem : m_desk.problems()) {
        const bool error = problem.severity == Problem::Severity::Error;
        if (problem.severity != Problem::Severity::Hint)
            add(error ? failed : warned, ui::words(problem.message), error ? bad : warn,
                problem.node);
    }
    for (const CheckedPart& part : m_desk.checked())
        if (part.found == 0)
            add(passed, ui::words(part.passed), good, ui::words(part.count));
    int files = 0, equal = 0, tables = 0, topics = 0;
    for (const UnitPlan& unit : m_desk.plan().units) {
        tables += unit.unit.kind == UnitKind::Table && unit.refusals.empty();
        topics += unit.unit.kind == UnitKind::Topic && unit.refusals.empty();
        for (const Text& refusal : unit.refusals)
            add(unit.leftOut ? warned : failed, ui::words(refusal), unit.leftOut ? warn : bad,
                unit.unit.name);
        for (const Text& note : unit.notes)
            add(warned, ui::words(note), {u"info"_s, Token::Text2}, unit.unit.name);
        for (const FilePlan& file : unit.files) {
            files += file.before.has_value();
            equal += file.before && (file.origin == FilePlan::Origin::Ours || unit.leftOut);
        }
    }
    for (const Text& note : m_desk.plan().notes)
        add(warned, ui::words(note), {u"info"_s, Token::Text2});
    if (files > 0)
        add(files == equal ? passed : failed,
            files == equal ? tr("No file there was changed by hand")
                           : tr("Files there were changed by hand, or are not ours"),
            files == equal ? good : bad, tr("%1 of %2 hashes").arg(equal).arg(files));
    else if (m_desk.generated().isUsable() && !m_desk.generated().files.empty())
        add(passed, tr("Nothing there is written over"), good);
    if (tables > 0)
        add(passed, tr("The tables there can take it"), good, tr("%n table(s)", nullptr, tables));
    if (topics > 0)
        add(passed, tr("The topics there fit"), good, tr("%n topic(s)", nullptr, topics));
    if (m_desk.generated().isUsable())
        add(passed, tr("The code for Airflow %1 is written").arg(m_desk.target().version), good,
            tr("%n file(s)", nullptr, int(m_desk.generated().files.size())));
    if (const auto& run = m_desk.run())
        for (const DeployStep& step : run->steps())
            if (step.what == DeployStep::What::Parse && step.state == DeployStep::State::Done)
                add(passed, tr("Airflow %1 has imported it").arg(m_desk.target().version), good);
    if (const auto& run = m_desk.run(); run && run->importError())
        add(failed, run->importError()->words, bad, run->importError()->node);
    failed.insert(failed.end(), warned.begin(), warned.end());
    failed.insert(failed.end(), passed.begin(), passed.end());
    return failed;
}

DeployDetail DeployRows::fileDetail(const FilePlan& file) const
{
    DeployDetail detail;
    detail.title = file.path;
    if (file.origin == FilePlan::Origin::Foreign)
        detail.note = tr("This file is not of this pipeline. It is never touched.");
    if (file.origin != FilePlan::Origin::ByHand || file.change == ChangeKind::None) {
        const QByteArray text
            = unifiedDiff(file.before.value_or(QByteArray()), file.after.value_or(QByteArray()),
                file.before ? file.path : QString(), file.after ? file.path : QString());
        for (const QByteArray& line : text.split('\n')) {
            const bool head
                = line.startsWith("@@") || line.startsWith("---") || line.startsWith("+++");
            detail.lines.push_back({head   ? Line::Kind::Head
                    : line.startsWith('+') ? Line::Kind::Added
                    : line.startsWith('-') ? Line::Kind::Removed
                                           : Line::Kind::Same,
                QString::fromUtf8(line)});
        }
        if (!detail.lines.empty() && detail.lines.back().text.isEmpty())
            detail.lines.pop_back();
        return detail;
    }
    detail.overwrite = file.path;
    detail.note = file.base
        ? tr("! was written by hand since the last deploy. + and \u2212 are what the pipeline "
             "changes.")
        : tr("Changed by hand. The text of its last deploy is not kept here any more: ! is what "
             "stands there now.");
    const QByteArray there = file.before.value_or(QByteArray());
    const QByteArray next = file.after.value_or(QByteArray());
    const auto pieces = threeWay(file.base.value_or(next), next, there);
    for (const MergePiece& piece : pieces) {
        using Kind = MergePiece::Kind;
        if (piece.kind == Kind::Same || piece.kind == Kind::Alike) {
            append(detail.lines, Line::Kind::Same, piece.ours);
            continue;
        }
        if (piece.kind == Kind::Ours || piece.kind == Kind::Conflict) {
            append(detail.lines, Line::Kind::Removed, piece.base);
            append(detail.lines, Line::Kind::Added, piece.ours);
        } else {
            append(detail.lines, Line::Kind::Same, piece.base);
        }
        if (piece.kind == Kind::Theirs || piece.kind == Kind::Conflict)
            append(detail.lines, Line::Kind::ByHand, piece.theirs);
    }
    for (Line& line : detail.lines)
        line.text.prepend(line.kind == Line::Kind::Added ? u"+ "_s
                : line.kind == Line::Kind::Removed       ? u"\u2212 "_s
                : line.kind == Line::Kind::ByHand        ? u"! "_s
                                                         : u"  "_s);
    return detail;
}

DeployDetail DeployRows::detail(const QString& unit, const QString& path) const
{
    for (const UnitPlan& plan : m_desk.plan().units) {
        if (unitKey(plan.unit) != unit)
            continue;
        DeployDetail detail;
        for (const FilePlan& file : plan.files)
            if (file.path == path || (path.isEmpty() && plan.files.size() == 1))
                detail = fileDetail(file);
        if (path.isEmpty() && (plan.change != ChangeKind::None || !plan.refusals.empty())) {
            detail.unit = unit;
            detail.leftOut = plan.leftOut;
        }
        if (!detail.title.isEmpty())
            return detail;
        detail.title = plan.unit.name;
        QStringList notes;
        for (const Text& refusal : plan.refusals)
            notes.append(ui::words(refusal));
        for (const Text& note : plan.notes)
            notes.append(ui::words(note));
        detail.note = notes.join(u' ');
        for (const QString& line : transactionOf(plan.statements).split(u'\n'))
            if (!line.isEmpty())
                detail.lines.push_back({Line::Kind::Same, line});
        for (const ConfigPlan& config : plan.config) {
            if (!config.before.isEmpty())
                detail.lines.push_back(
                    {Line::Kind::Removed, u"- "_s + config.name + u" = "_s + config.before});
            detail.lines.push_back(
                {Line::Kind::Added, u"+ "_s + config.name + u" = "_s + config.after});
        }
        return detail;
    }
    return {};
}

QString DeployRows::countWords() const
{
    const DeployPlan& plan = m_desk.plan();
    QStringList parts;
    if (const int count = plan.count(ChangeKind::Create); count > 0)
        parts.append(tr("%n created", nullptr, count));
    if (const int count = plan.count(ChangeKind::Change); count > 0)
        parts.append(tr("%n changed", nullptr, count));
    if (const int count = plan.count(ChangeKind::Remove); count > 0)
        parts.append(tr("%n removed", nullptr, count));
    return parts.join(u", "_s);
}

} // namespace pilothouse::pipelines
