// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/deploysheet.h"

#include "pipelines/panel/plandiffview.h"
#include "pipelines/panel/stagechain.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/states/stateframe.h"
#include "ui/states/statestrip.h"
#include "ui/tree/treeview.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

constexpr int kVersionsOffered = 12;

Token toneOf(pilothouse::Environment environment)
{
    return environment == pilothouse::Environment::Production ? Token::EnvProduction
        : environment == pilothouse::Environment::Staging     ? Token::EnvStaging
                                                              : Token::EnvSandbox;
}

QString shown(const Error& error)
{
    const QString hint = ui::words(error.hint);
    return hint.isEmpty()        ? error.detail
        : error.detail.isEmpty() ? hint
                                 : QString(hint + u' ' + error.detail);
}

} // namespace

DeploySheet::DeploySheet(
    ui::Workbench& workbench, CataloguePtr catalogue, const QString& versions, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_desk(new DeployDesk(workbench.hub(), std::move(catalogue), versions, this))
    , m_unitModel(new ui::LazyTreeModel(this))
    , m_checkModel(new ui::LazyTreeModel(this))
{
    buildLayout();
    connect(m_desk, &DeployDesk::changed, this, &DeploySheet::fill);
    connect(m_frame, &ui::StateFrame::actionTriggered, this, [this] { refresh(); });
    fill();
}

void DeploySheet::open(const Pipeline& pipeline, const QByteArray& text)
{
    m_desk->open(pipeline, text);
}

void DeploySheet::refresh()
{
    m_desk->refresh();
}

void DeploySheet::rollBackTo(int version)
{
    m_desk->rollBackTo(version);
}

void DeploySheet::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous() && !m_asking)
        m_desk->close();
}

QString DeploySheet::said() const
{
    return m_said->text();
}

QString DeploySheet::title() const
{
    const QString& name = m_desk->pipeline().name;
    if (m_desk->backTo() > 0)
        return tr("Roll back %1 to v%2").arg(name).arg(m_desk->backTo());
    const int version = m_desk->run() && m_desk->run()->version() > 0 ? m_desk->run()->version()
                                                                      : m_desk->nextVersion();
    return tr("Deploy %1 v%2").arg(name).arg(version);
}

void DeploySheet::fill()
{
    m_header->setTitle(title());
    std::vector<StageText> stages;
    for (const DeployStage& stage : m_desk->stages()) {
        QString version = stage.version > 0 ? u"v%1"_s.arg(stage.version) : tr("nothing deployed");
        if (m_desk->stage() && stage.service == m_desk->stage()->service
            && m_desk->state() == DeployDesk::State::Ready && !m_desk->plan().isEmpty())
            version += u" → v%1"_s.arg(m_desk->nextVersion());
        stages.push_back({stage.service, stage.service, version, toneOf(stage.environment),
            stage.locked ? ui::words(*stage.locked) : QString()});
    }
    const DeployStage* stage = m_desk->stage();
    m_chain->setStages(stages, stage ? stage->service : QString());
    m_chain->setVisible(!stages.empty());
    const bool production = stage && stage->environment == pilothouse::Environment::Production;
    if (production)
        m_banner->say(ui::Glyph::Warn, tr("Production: %1").arg(stage->service));
    m_banner->setVisible(production);
    showState();
    showTree();
    showChecks();
    showDetail();
    showFooter();
    followRun();
}

void DeploySheet::showState()
{
    switch (m_desk->state()) {
    case DeployDesk::State::Idle:
    case DeployDesk::State::Working:
        m_frame->showLoading({tr("Looking what is there"), -1, -1});
        break;
    case DeployDesk::State::Failed: {
        ui::ErrorInfo info;
        info.heading = tr("It is not known what is there");
        info.original = m_desk->error()->detail;
        info.note = ui::words(m_desk->error()->hint);
        info.action = {u"again"_s, tr("Look again"), u"refresh"_s, {}, true};
        m_frame->showError(info);
        break;
    }
    case DeployDesk::State::Ready:
        if (m_desk->plan().isEmpty() && m_desk->generated().isUsable()
            && !m_desk->plan().isBlocked() && !m_desk->leavesOut()) {
            m_frame->showEmpty(
                {u"check"_s, tr("Nothing to deploy"), tr("What stands there is this version."),
                    {{u"again"_s, tr("Look again"), u"refresh"_s, {}, false}}});
            break;
        }
        [[fallthrough]];
    case DeployDesk::State::Running:
    case DeployDesk::State::Over:
        m_frame->showReady();
        break;
    }
}

void DeploySheet::showTree()
{
    const DeployRows rows(*m_desk);
    const auto groups = rows.groups();
    std::vector<ui::TreeNode> roots;
    for (const DeployGroup& group : groups)
        roots.push_back(group.node);
    const bool fresh = m_unitModel->rowCount() == 0;
    m_unitModel->setChildren({}, roots);
    for (const DeployGroup& group : groups) {
        const QModelIndex parent = m_unitModel->find({group.node.id});
        m_unitModel->setChildren(parent, group.units);
        m_units->expand(parent);
        for (const auto& [unit, files] : group.files) {
            const QModelIndex index = m_unitModel->find({group.node.id, unit});
            m_unitModel->setChildren(index, files);
            const bool changes = std::any_of(m_desk->plan().units.begin(),
                m_desk->plan().units.end(), [&key = unit](const UnitPlan& plan) {
                    return unitKey(plan.unit) == key && plan.change != ChangeKind::None;
                });
            if (changes)
                m_units->expand(index);
        }
    }
    m_changes->setSubtitle(rows.countWords());
    if (fresh && !m_units->currentIndex().isValid() && !groups.empty()) {
        // The first that changes, so that its difference is seen at once.
        for (const DeployGroup& group : groups)
            for (const UnitPlan& unit : m_desk->plan().units)
                if (!m_units->currentIndex().isValid() && unit.change != ChangeKind::None)
                    m_units->setCurrentIndex(
                        m_unitModel->find({group.node.id, unitKey(unit.unit)}));
    }
}

void DeploySheet::showChecks()
{
    const auto checks = DeployRows(*m_desk).checks();
    const auto count = [&checks](Token tone) {
        return int(std::ranges::count(checks, int(tone), &ui::TreeNode::iconToken));
    };
    QStringList words{tr("%n passed", nullptr, count(Token::StatusOk))};
    if (const int warned = count(Token::StatusWarn); warned > 0)
        words.prepend(tr("%n to look at", nullptr, warned));
    if (const int failed = count(Token::StatusError); failed > 0)
        words.prepend(tr("%n failed", nullptr, failed));
    m_checkModel->setChildren({}, checks);
    m_checksHeader->setSubtitle(words.join(u", "_s));
}

void DeploySheet::showDetail()
{
    const QStringList path
        = m_unitModel->data(m_units->currentIndex(), ui::LazyTreeModel::IdPathRole).toStringList();
    const DeployDetail detail = DeployRows(*m_desk).detail(path.value(1), path.value(2));
    m_detailHeader->setTitle(detail.title);
    m_detailNote->setText(detail.note);
    m_detailNote->setVisible(!detail.note.isEmpty());
    m_detail->setLines(detail.lines);
    m_tick->setProperty("unit", detail.unit);
    m_tick->setChecked(!detail.leftOut);
    m_tick->setVisible(!detail.unit.isEmpty() && m_desk->state() == DeployDesk::State::Ready);
    m_overwrite->setProperty("path", detail.overwrite);
    m_overwrite->setVisible(
        !detail.overwrite.isEmpty() && m_desk->state() == DeployDesk::State::Ready);
    for (const UnitPlan& unit : m_desk->plan().units)
        for (const FilePlan& file : unit.files)
            if (!detail.overwrite.isEmpty() && file.path == detail.overwrite)
                m_overwrite->setChecked(file.overwrite);
}

QString DeploySheet::why() const
{
    if (m_desk->state() == DeployDesk::State::Failed)
        return shown(*m_desk->error());
    const auto& run = m_desk->run();
    if (run) {
        using State = DeployRun::State;
        switch (run->state()) {
        case State::Done:
            return tr("Version %1 runs there.").arg(run->version());
        case State::Undone:
            return tr("What was done is taken back. Tables and topics stay.");
        case State::Failed:
        case State::Cancelled:
            return run->error() ? shown(*run->error()) : tr("Stopped.");
        case State::Undoing:
            return tr("Taking back what was done");
        case State::Waiting:
        case State::Running:
            break;
        }
        for (const DeployStep& step : run->steps())
            if (step.state == DeployStep::State::Running)
                return step.what == DeployStep::What::Parse
                    ? tr("Waiting until Airflow has read it")
                    : tr("Writing");
        return {};
    }
    if (m_desk->state() != DeployDesk::State::Ready)
        return {};
    const auto refusal = m_desk->refusal();
    return refusal ? ui::words(*refusal) : QString();
}

void DeploySheet::showFooter()
{
    const auto& run = m_desk->run();
    const bool runs = run && !run->isOver();
    const bool over = run && run->isOver();
    if (!run && m_desk->state() == DeployDesk::State::Ready) {
        const QString preset = m_desk->presetMessage();
        if (m_message->text().isEmpty() || m_message->text() == m_preset)
            m_message->setText(preset);
        m_preset = preset;
    }
    m_message->setVisible(m_desk->takesMessage());
    int files = 0;
    for (const UnitPlan& unit : m_desk->plan().units)
        files += int(std::count_if(unit.files.begin(), unit.files.end(),
            [](const FilePlan& file) { return file.change != ChangeKind::None; }));
    const QString place = m_desk->stage() ? m_desk->stage()->place : QString();
    m_place->setText(m_desk->takesMessage()
            ? tr("Branch %1, %n file(s)", nullptr, files).arg(m_desk->plan().branch)
            : tr("%n file(s) into %1", nullptr, files).arg(place));
    m_messageRow->setVisible(!run && m_desk->state() == DeployDesk::State::Ready && files > 0);

    const QString words = why();
    m_said->setText(words);
    m_said->setVisible(!words.isEmpty());
    const bool bad = (over && run->state() != DeployRun::State::Done)
        || m_desk->state() == DeployDesk::State::Failed;
    m_said->setTone(bad ? Token::StatusError : over ? Token::StatusOk : Token::Text2);
    m_back->setVisible(!runs);
    m_back->setEnabled(!m_desk->versions().empty());
    m_cancel->setVisible(runs && run->state() == DeployRun::State::Running);
    m_undo->setVisible(over && run->canUndo());
    m_deploy->setVisible(!run || over);
    const DeployStage* stage = m_desk->stage();
    if (over) {
        m_deploy->setText(tr("Look again"));
        m_deploy->setEnabled(true);
    } else {
        m_deploy->setText(
            m_desk->backTo() > 0 ? tr("Roll back to v%1").arg(m_desk->backTo()) : tr("Deploy"));
        m_deploy->setEnabled(!m_desk->refusal());
    }
    // The next target in the chain, once this one has the version.
    const auto& stages = m_desk->stages();
    const auto at = std::find_if(stages.begin(), stages.end(),
        [stage](const DeployStage& one) { return stage && one.service == stage->service; });
    const bool equal = m_desk->state() == DeployDesk::State::Ready && m_desk->plan().isEmpty();
    const bool next = at != stages.end() && at + 1 != stages.end()
        && ((over && run->state() == DeployRun::State::Done) || equal);
    m_promote->setVisible(next);
    if (next) {
        m_promote->setProperty("service", (at + 1)->service);
        m_promote->setToolTip(tr("Promote to %1").arg((at + 1)->service));
        m_promote->setText(tr("Promote…"));
    }
    if (runs) {
        const auto& steps = run->steps();
        const auto done = std::count_if(steps.begin(), steps.end(),
            [](const DeployStep& step) { return step.state == DeployStep::State::Done; });
        m_header->showProgress(double(done) / double(std::max<size_t>(1, steps.size())));
    } else {
        m_header->hideProgress();
    }
}

void DeploySheet::followRun()
{
    const auto run = m_desk->run();
    if (!run || !run->isOver() || m_told == run.get())
        return;
    m_told = run.get();
    if (run->state() == DeployRun::State::Done)
        Q_EMIT deployed(run->version());
    else if (run->importError())
        Q_EMIT importFailed(run->importError()->node, run->importError()->words);
}

void DeploySheet::deploy()
{
    if (m_desk->run() && m_desk->run()->isOver())
        return m_desk->refresh();
    if (m_asking || m_desk->run() || m_desk->refusal())
        return;
    m_asking = true;
    m_told = nullptr;
    m_workbench.confirm(m_desk->act(m_desk->takesMessage() ? m_message->text() : QString()), this,
        [this](Task*) { m_asking = false; });
}

void DeploySheet::offerVersions()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_desk->backTo() > 0)
        connect(menu->addAction(tr("The document as it is")), &QAction::triggered, this,
            [this] { rollBackTo(0); });
    int offered = 0;
    for (const DeployVersion& version : m_desk->versions()) {
        if (++offered > kVersionsOffered)
            break;
        const QString when = QLocale().toString(version.time.toLocalTime(), QLocale::ShortFormat);
        auto* action = menu->addAction(
            u"v%1  %2  %3"_s.arg(QString::number(version.number), when, version.message));
        // The newest is what runs there.
        action->setEnabled(offered > 1);
        connect(action, &QAction::triggered, this,
            [this, number = version.number] { rollBackTo(number); });
    }
    menu->popup(m_back->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

} // namespace pilothouse::pipelines
