// SPDX-License-Identifier: GPL-3.0-or-later
// The document of the panel: opened, followed, saved.
#include "pipelines/panel/editorpanel.h"

#include "core/servicehub.h"
#include "pipelines/check/check.h"
#include "pipelines/deploy/targetfacts.h"
#include "pipelines/generate/generate.h"
#include "pipelines/panel/belowpane.h"
#include "pipelines/panel/comparebar.h"
#include "pipelines/panel/deploydock.h"
#include "pipelines/panel/deployedchip.h"
#include "pipelines/panel/inspector.h"
#include "pipelines/panel/nodepalette.h"
#include "pipelines/panel/pipelinecanvas.h"
#include "pipelines/panel/problempane.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/states/stateframe.h"
#include "ui/states/statestrip.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QUuid>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr auto kCheckAfter = 150ms; // of the last edit
constexpr auto kCheckLimit = 30s;
constexpr auto kGoodNews = 8s; // is told so long
} // namespace

EditorPanel::EditorPanel(ui::Workbench& bench, std::shared_ptr<SessionBook> book,
    CataloguePtr catalogue, QWidget* parent)
    : Panel(bench, parent)
    , m_book(std::move(book))
    , m_catalogue(std::move(catalogue))
    , m_language(catalogueLanguage())
    , m_frame(new ui::StateFrame(this))
    , m_content(new QWidget(m_frame))
    , m_facts(new TargetFacts(bench.hub(), this))
    , m_lane(bench.hub().runtime(), u"pipeline-check"_s)
{
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(kCheckAfter);
    connect(&m_checkTimer, &QTimer::timeout, this, &EditorPanel::check);
    buildLayout();
    buildActions();
    onState();
}

EditorPanel::~EditorPanel() = default;

QString EditorPanel::title() const
{
    if (!m_session)
        return tr("Pipeline");
    const QString& name = m_session->pipeline().name;
    return name.isEmpty() ? QFileInfo(m_session->file()).fileName() : name;
}

QString EditorPanel::iconName() const
{
    return u"pipeline"_s;
}

QString EditorPanel::kind() const
{
    return u"pipelines.editor"_s;
}

bool EditorPanel::hasUnsavedWork() const
{
    return m_session && m_session->isDirty();
}

qint64 EditorPanel::drawnRows() const
{
    return m_session ? qint64(m_canvas->view()->shownNodes().size()) : 0;
}

QString EditorPanel::shownText() const
{
    return m_below->documentText();
}

void EditorPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    m_dock->setActive(true);
}

void EditorPanel::hideEvent(QHideEvent* event)
{
    Panel::hideEvent(event);
    m_dock->setActive(false);
}

void EditorPanel::refresh()
{
    if (m_session)
        m_session->checkDisk();
    if (m_dock->sheet()->isVisible())
        m_dock->sheet()->refresh();
    m_dock->watch()->refresh();
    m_facts->refresh();
    m_below->refresh();
}

QJsonObject EditorPanel::saveState() const
{
    QJsonObject state{{u"version"_s, 1}, {u"target"_s, m_target->currentIndex()}};
    if (!m_session)
        return state;
    if (m_session->file().isEmpty())
        state.insert(u"draft"_s, m_session->draft());
    else
        state.insert(u"file"_s, m_session->file());
    if (m_session->isFlow())
        state.insert(u"pipeline"_s, m_session->pipeline().name);
    return state;
}

bool EditorPanel::isFor(const Link&) const
{
    return false;
}

bool EditorPanel::shows(const QJsonObject& state) const
{
    const QString file = state[u"file"_s].toString();
    if (!m_session || file.isEmpty()
        || QFileInfo(m_session->file()).absoluteFilePath() != QFileInfo(file).absoluteFilePath())
        return false;
    const QString pipeline = state[u"pipeline"_s].toString();
    return !m_session->isFlow() || pipeline.isEmpty() || pipeline == m_session->pipeline().name;
}

void EditorPanel::restoreState(const QJsonObject& state)
{
    m_target->setCurrentIndex(state[u"target"_s].toInt());
    const QString file = state[u"file"_s].toString();
    const QString draft = state[u"draft"_s].toString();
    if (!file.isEmpty()) {
        openFile(file, state[u"pipeline"_s].toString());
    } else if (!draft.isEmpty()) {
        Pipeline pipeline;
        pipeline.id = draft;
        pipeline.name = u"pipeline"_s;
        take(m_book->create(draft, pipeline), false);
    }
}

void EditorPanel::setBrokenKinds(const QStringList& words)
{
    m_palette->setBroken(words);
}

void EditorPanel::openFile(const QString& file, const QString& pipeline)
{
    take(m_book->open(file, pipeline), true);
}

void EditorPanel::createNew(const Pipeline& pipeline)
{
    Pipeline fresh = pipeline;
    if (fresh.id.isEmpty())
        fresh.id = QUuid::createUuid().toString(QUuid::Id128).left(8);
    take(m_book->create(fresh.id, fresh), true);
}

void EditorPanel::askNew()
{
    Pipeline pipeline;
    pipeline.name = u"pipeline"_s;
    createNew(pipeline);
}

void EditorPanel::take(SessionPtr session, bool focus)
{
    if (m_session)
        m_session->disconnect(this);
    if (m_session)
        m_session->disconnect(m_compare);
    m_compare->close();
    m_session = std::move(session);
    const auto* from = m_session.get();
    connect(from, &DocumentSession::stateChanged, this, &EditorPanel::onState);
    connect(from, &DocumentSession::historyChanged, this, &EditorPanel::onHistory);
    connect(from, &DocumentSession::edited, this, &EditorPanel::checkSoon);
    connect(from, &DocumentSession::replaced, this, &EditorPanel::checkSoon);
    connect(from, &DocumentSession::edited, m_compare, &CompareBar::edited);
    connect(from, &DocumentSession::replaced, m_compare, &CompareBar::edited);
    connect(from, &DocumentSession::diskChanged, this, &EditorPanel::onDisk);
    connect(from, &DocumentSession::reloaded, this,
        [this] { tell(tr("The file was changed elsewhere and was read anew."), false); });
    const auto failed = [this](const Error& error) {
        const QString words = ui::words(error.hint);
        const QString told = words.isEmpty() ? error.detail
            : error.detail.isEmpty()         ? words
                                             : QString(words + u' ' + error.detail);
        tell(told, true);
    };
    connect(from, &DocumentSession::saveFailed, this, [this, failed](const Error& error) {
        failed(error);
        onDisk(); // the way out stays
    });
    connect(from, &DocumentSession::refused, this, failed);
    connect(from, &DocumentSession::journalFailed, this, failed);
    connect(from, &DocumentSession::saved, this, [this] { m_strip->hide(); });
    m_canvas->setSession(m_session);
    m_inspector->setSession(m_session);
    m_deployed->setSession(m_session);
    m_dock->setSession(m_session);
    m_below->setSession(m_session);
    onState();
    onHistory();
    checkSoon();
    if (focus)
        setFocus(Qt::OtherFocusReason);
}

void EditorPanel::onState()
{
    if (!m_session) {
        m_frame->showEmpty({u"pipeline"_s, tr("No pipeline is open"),
            tr("A pipeline is one file that can be read, reviewed and merged."),
            {{u"new"_s, tr("New pipeline"), u"plus"_s, {}, true},
                {u"open"_s, tr("Open a file…"), u"folder"_s, {}, false}}});
        setState(State::Empty);
        return;
    }
    switch (m_session->state()) {
    case DocumentSession::State::Loading:
        m_frame->showLoading({tr("Reading %1").arg(m_session->file()), -1, -1});
        setState(State::Loading);
        break;
    case DocumentSession::State::Failed: {
        ui::ErrorInfo info;
        info.heading = tr("The pipeline cannot be opened");
        info.original = m_session->error().detail;
        info.note = ui::words(m_session->error().hint);
        info.action = {u"open"_s, tr("Open another file…"), u"folder"_s, {}, false};
        m_frame->showError(info);
        setState(State::Error);
        break;
    }
    case DocumentSession::State::Unreadable:
        tell(tr("The file cannot be read as it is. Mend it in an editor: it is read anew by "
                "itself."),
            true);
        m_frame->showReady();
        setState(State::Ready);
        break;
    case DocumentSession::State::Ready:
        if (state() == State::Ready)
            break; // it was saved
        m_frame->showReady();
        setState(State::Ready);
        if (m_session->wasRecovered())
            tell(tr("Unsaved work of the last time is back."), false);
        break;
    }
    Q_EMIT titleChanged();
    onHistory();
    onDisk();
}

void EditorPanel::onHistory()
{
    if (!m_session)
        return;
    const bool dirty = m_session->isDirty();
    m_name->setText(m_session->pipeline().shownTitle());
    m_draft->setText(tr("Draft, %n change(s)", nullptr, m_session->history().changes()));
    m_draft->setVisible(dirty);
    const EditHistory& history = m_session->history();
    m_undo->setEnabled(history.canUndo());
    m_redo->setEnabled(history.canRedo());
    m_undo->setText(
        history.canUndo() ? tr("Undo: %1").arg(ui::words(history.last().title)) : tr("Undo"));
    m_redo->setText(
        history.canRedo() ? tr("Redo: %1").arg(ui::words(history.next().title)) : tr("Redo"));
    Q_EMIT unsavedWorkChanged(dirty);
    Q_EMIT titleChanged();
    m_below->soon();
    m_deployed->soon();
}

void EditorPanel::onDisk()
{
    if (!m_session || m_session->disk() == DocumentSession::Disk::Same)
        return;
    m_strip->say(ui::Glyph::Warn,
        m_session->disk() == DocumentSession::Disk::Gone
            ? tr("The file is not there any more.")
            : tr("Somebody else has changed the file. Saving waits for your word."));
    m_strip->setActionText(tr("Decide…"));
    m_strip->show();
}

void EditorPanel::tell(const QString& words, bool refused)
{
    m_said = words;
    m_strip->say(refused ? ui::Glyph::Warn : ui::Glyph::Ok, words);
    m_strip->setActionText({});
    m_strip->show();
    if (!refused)
        QTimer::singleShot(kGoodNews, this, [this, words] {
            if (m_said == words && m_session && m_session->disk() == DocumentSession::Disk::Same)
                m_strip->hide();
        });
}

void EditorPanel::chosenChanged()
{
    const Edge* edge = m_canvas->chosenEdge();
    m_inspector->showChosen(edge ? QStringList() : m_canvas->chosen(), edge);
    const QString node = edge ? QString() : m_canvas->view()->current();
    m_dock->setNode(node);
    m_below->setChosen(node, edge);
    // What flows along an edge is shown while one is chosen.
    if (edge && m_below->page() != BelowPane::Data) {
        m_pageBefore = m_below->page();
        m_below->showPage(BelowPane::Data);
    } else if (!edge && m_pageBefore >= 0) {
        if (m_below->page() == BelowPane::Data)
            m_below->showPage(BelowPane::Page(m_pageBefore));
        m_pageBefore = -1;
    }
}

Target EditorPanel::target() const
{
    return m_facts->target(majorVersion());
}

int EditorPanel::majorVersion() const
{
    return m_target->currentIndex() == 1 ? 2 : 3;
}

// Forms, code and checks are for what the target has. A server that is seen for the first time
// says which version that is; the user may look at the other.
void EditorPanel::onFacts()
{
    if (m_facts->major() > 0 && m_facts->service() != m_aimed) {
        m_aimed = m_facts->service();
        m_target->setCurrentIndex(m_facts->major() == 2 ? 1 : 0);
    }
    const Target now = target();
    m_target->setToolTip(m_facts->major() == majorVersion()
            ? tr("Airflow %1, as %2 has it").arg(now.version, m_facts->service())
            : tr("Airflow %1, as the sandbox installs it").arg(now.version));
    m_inspector->setTarget(now);
    m_inspector->setConnections(m_facts->connections());
    m_below->setTarget(now);
    checkSoon();
}

void EditorPanel::checkSoon()
{
    if (m_session && m_session->disk() == DocumentSession::Disk::Same)
        m_strip->hide();
    m_checkTimer.start();
    m_below->soon();
}

// What could not be read, and what does not make sense, on a lane.
void EditorPanel::check()
{
    if (!m_session)
        return;
    m_checkCall = m_lane
                      .run(kCheckLimit,
                          [catalogue = m_catalogue, aim = target(), language = m_language,
                              problems = m_session->problems(), pipeline = m_session->pipeline(),
                              isFlow = m_session->isFlow(),
                              readable = m_session->state() == DocumentSession::State::Ready](
                              NoConnection&, const Token&) -> Result<std::vector<Problem>> {
                              if (!readable)
                                  return problems;
                              auto found = pipelines::check(pipeline, *catalogue, aim, language);
                              found.insert(found.end(), problems.begin(), problems.end());
                              if (!isFlow)
                                  addObstacles(found, pipeline, *catalogue, aim);
                              return found;
                          })
                      .onDone(this, [this](Result<std::vector<Problem>> found) {
                          if (!found)
                              return;
                          m_problems->setProblems(*found);
                          m_canvas->setProblems(*found);
                          m_inspector->setProblems(*found);
                      });
}

void EditorPanel::saveFile()
{
    if (!m_session)
        return;
    if (m_session->file().isEmpty())
        saveFileAs();
    else
        m_session->save();
}

void EditorPanel::saveFileAs()
{
    if (!m_session)
        return;
    auto* dialog = new QFileDialog(this, tr("Save the pipeline"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Pipelines (*.pipeline.yaml)"));
    dialog->selectFile(m_session->file().isEmpty()
            ? m_session->pipeline().name + u".pipeline.yaml"_s
            : m_session->file());
    connect(dialog, &QFileDialog::fileSelected, this, [this](QString file) {
        if (!file.endsWith(u".pipeline.yaml"_s) && !file.endsWith(u".json"_s))
            file += u".pipeline.yaml"_s;
        m_session->saveAs(file);
    });
    dialog->open();
}

void EditorPanel::askFile()
{
    auto* dialog = new QFileDialog(this, tr("Open a pipeline"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Pipelines (*.pipeline.yaml *.pipeline.yml *.json)"), tr("All files (*)")});
    connect(
        dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { openFile(file); });
    dialog->open();
}

void EditorPanel::showExample()
{
    if (m_session)
        m_canvas->view()->fitReadable();
}

} // namespace pilothouse::pipelines
