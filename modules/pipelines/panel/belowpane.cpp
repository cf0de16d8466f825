// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/belowpane.h"

#include "pipelines/deploy/deployplaces.h"
#include "pipelines/generate/edgedata.h"
#include "pipelines/panel/datapane.h"
#include "pipelines/panel/plandiffview.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/editor/codeeditor.h"
#include "ui/states/stateframe.h"
#include "ui/theme/theme.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto kAfter = 300ms; // of the last edit
constexpr auto kLogPace = 2s;
constexpr int kLogBytes = 64 << 10;

qsizetype startOfLine(const QString& text, int line)
{
    qsizetype at = 0;
    for (int number = 1; number < line && at >= 0; ++number)
        at = text.indexOf(u'\n', at) + 1;
    return std::max<qsizetype>(0, at);
}

} // namespace

BelowPane::BelowPane(
    ui::Workbench& workbench, CataloguePtr catalogue, const QString& versions, QWidget* parent)
    : QFrame(parent)
    , m_workbench(workbench)
    , m_catalogue(std::move(catalogue))
    , m_draft(new CodeDraft(workbench.hub(), m_catalogue, versions, this))
    , m_lane(workbench.hub().runtime(), u"job-log"_s)
{
    buildLayout();
    m_soon.setSingleShot(true);
    m_soon.setInterval(kAfter);
    connect(&m_soon, &QTimer::timeout, this, &BelowPane::work);
    m_logPace.setSingleShot(true);
    m_logPace.setInterval(kLogPace);
    connect(&m_logPace, &QTimer::timeout, this, &BelowPane::readLog);
    connect(m_draft, &CodeDraft::changed, this, &BelowPane::onDraft);
}

void BelowPane::buildLayout()
{
    ui::setPlate(this, ui::Token::Surface);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new ui::PanelHeader({}, this);
    m_files = new QComboBox(m_header);
    m_files->setAccessibleName(tr("Generated file"));
    m_files->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_files->setMinimumContentsLength(12);
    m_files->setMaximumWidth(200);
    connect(m_files, &QComboBox::activated, this, &BelowPane::fill);
    m_header->addRight(m_files);
    m_pages = new ui::SegmentedControl(tr("What is shown below the canvas"), m_header);
    for (const QString& words : {tr("Code"), tr("Diff"), tr("Document"), tr("Data"), tr("Log")})
        m_pages->addSegment(words);
    m_pages->setCurrentIndex(Code);
    m_header->addRight(m_pages);
    m_again = new ui::IconButton(u"refresh"_s, tr("Ask again"), {}, m_header);
    connect(m_again, &QAbstractButton::clicked, this, &BelowPane::refresh);
    m_header->addRight(m_again);
    m_copy = new ui::IconButton(u"copy"_s, tr("Copy the text"), {}, m_header);
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        const Page shown = page();
        QGuiApplication::clipboard()->setText(shown == Code ? m_code->text()
                : shown == Difference                       ? m_difference->toPlainText()
                : shown == Log                              ? m_log->text()
                                                            : m_text->text());
    });
    m_header->addRight(m_copy);
    column->addWidget(m_header);

    m_stack = new QStackedWidget(this);
    auto* drafts = new QWidget(m_stack);
    auto* inside = new QVBoxLayout(drafts);
    inside->setContentsMargins(0, 0, 0, 0);
    m_frame = new ui::StateFrame(drafts);
    inside->addWidget(m_frame);
    auto* both = new QStackedWidget(m_frame);
    const auto reader = [](ui::CodeLanguage language, const QString& name, QWidget* parent) {
        auto* made = new ui::CodeEditor(language, name, parent);
        made->setReadOnly(true);
        return made;
    };
    m_code = reader(ui::CodeLanguage::Python, tr("Generated code"), both);
    m_difference = new PlanDiffView(both);
    both->addWidget(m_code);
    both->addWidget(m_difference);
    m_frame->setContent(both);
    m_text = reader(ui::CodeLanguage::Yaml, tr("Text of the document"), m_stack);
    m_data = new DataPane(m_workbench, m_stack);
    m_log = reader(ui::CodeLanguage::Plain, tr("Log of the streaming job"), m_stack);
    for (QWidget* one : std::initializer_list<QWidget*>{drafts, m_text, m_data, m_log})
        m_stack->addWidget(one);
    column->addWidget(m_stack, 1);
    const auto turn = [this, both, drafts](int index) {
        const std::array<QWidget*, 5> shown{drafts, drafts, m_text, m_data, m_log};
        both->setCurrentWidget(index == Code ? static_cast<QWidget*>(m_code) : m_difference);
        m_stack->setCurrentWidget(shown[size_t(index)]);
        m_again->setVisible(index == Data || index == Log);
        m_copy->setVisible(index != Data);
        m_files->setVisible(index == Code || index == Difference);
        m_logPace.stop();
        work();
    };
    connect(m_pages, &ui::SegmentedControl::currentChanged, this, turn);
    connect(m_data, &DataPane::changed, this, [this] {
        if (page() == Data)
            fill();
    });
    turn(Code);
}

void BelowPane::showEvent(QShowEvent* event)
{
    QFrame::showEvent(event);
    work();
}

void BelowPane::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    m_logPace.stop();
}

BelowPane::Page BelowPane::page() const
{
    return Page(m_pages->currentIndex());
}

QString BelowPane::title() const
{
    return m_header->title();
}

QString BelowPane::documentText() const
{
    return m_text->text();
}

void BelowPane::showPage(Page page)
{
    m_pages->setCurrentIndex(page);
}

void BelowPane::say(const QString& subtitle)
{
    m_subtitle = subtitle;
    m_header->setSubtitle(subtitle);
}

void BelowPane::setSession(SessionPtr session)
{
    m_session = std::move(session);
    m_node.clear();
    m_edge.reset();
    m_job.clear();
    m_data->chooseEdge();
    soon();
}

void BelowPane::setTarget(const Target& target)
{
    m_target = target;
    soon();
}

void BelowPane::setAirflow(const ServiceId& airflow)
{
    if (airflow == m_airflow)
        return;
    m_airflow = airflow;
    soon();
}

void BelowPane::setChosen(const QString& node, const Edge* edge)
{
    const bool same = node == m_node && (edge ? m_edge && m_edge->sameEnds(*edge) : !m_edge);
    if (same)
        return;
    m_node = node;
    m_edge = edge ? std::optional(*edge) : std::nullopt;
    m_newEdge = edge != nullptr;
    if (page() == Data)
        work();
    else if (!edge)
        chooseFile();
}

void BelowPane::showLog(const QString& job)
{
    m_job = job;
    m_log->setText({});
    if (page() == Log)
        work();
    else
        showPage(Log);
    m_log->setFocus(Qt::OtherFocusReason);
}

void BelowPane::showTheirs(const QByteArray& text)
{
    m_theirs = QString::fromUtf8(text);
    showPage(Document);
    m_soon.stop();
    m_text->setText(m_theirs);
    say(tr("theirs, on the disk"));
}

void BelowPane::soon()
{
    if (isVisible())
        m_soon.start();
}

// Only what is on screen is made.
void BelowPane::work()
{
    m_soon.stop();
    if (!m_session || !isVisible() || m_session->state() != DocumentSession::State::Ready) {
        if (m_session && isVisible() && m_session->state() == DocumentSession::State::Unreadable
            && page() == Document)
            readText();
        fill();
        return;
    }
    switch (page()) {
    case Code:
    case Difference:
        m_draft->make(m_session->pipeline(), m_airflow, m_target);
        break;
    case Document:
        readText();
        break;
    case Data:
        if (!m_edge)
            m_data->chooseEdge();
        else if (std::exchange(m_newEdge, false)) {
            Target target = m_target;
            if (m_draft->isMade())
                target.environment = m_draft->target().environment;
            m_data->look(edgeData(m_session->pipeline(), *m_catalogue, *m_edge, target), m_airflow,
                m_session->pipeline().name);
        }
        break;
    case Log:
        readLog();
        break;
    }
    fill();
}

void BelowPane::refresh()
{
    if (page() == Data)
        m_data->again();
    else
        work();
}

void BelowPane::onDraft()
{
    const QString was = m_files->currentText();
    QStringList paths;
    for (const GeneratedFile& file : m_draft->generated().files)
        paths.append(file.path);
    QStringList old;
    for (int at = 0; at < m_files->count(); ++at)
        old.append(m_files->itemText(at));
    if (paths != old) {
        m_files->clear();
        m_files->addItems(paths);
        if (paths.contains(was))
            m_files->setCurrentText(was);
        else
            chooseFile();
    }
    fill();
    Q_EMIT drafted();
}

void BelowPane::chooseFile()
{
    if (const GeneratedFile* found = m_draft->fileOf(m_node))
        m_files->setCurrentText(found->path);
    fill();
}

const GeneratedFile* BelowPane::file() const
{
    for (const GeneratedFile& one : m_draft->generated().files)
        if (one.path == m_files->currentText())
            return &one;
    return nullptr;
}

void BelowPane::fill()
{
    const Page shown = page();
    m_files->setVisible((shown == Code || shown == Difference) && m_files->count() > 1);
    switch (shown) {
    case Code:
    case Difference:
        m_header->setTitle(shown == Code ? tr("Code") : tr("Changes"));
        m_header->setIconName(u"terminal"_s);
        if (!m_draft->isMade())
            m_frame->showLoading({tr("writing the code"), -1, -1});
        else if (!m_draft->generated().isUsable()) {
            const auto& problems = m_draft->generated().problems;
            m_frame->showEmpty({u"terminal"_s, tr("No code is generated"),
                tr("First this has to be mended: %1").arg(ui::words(problems.front().message)),
                {}});
            say({});
        } else if (!file()) {
            m_frame->showEmpty({u"terminal"_s, tr("No code is generated"),
                tr("Nothing on the canvas runs yet."), {}});
            say({});
        } else {
            shown == Code ? fillCode() : fillDifference();
            m_frame->showReady();
        }
        break;
    case Document:
        m_header->setTitle(tr("Document"));
        m_header->setIconName(u"text"_s);
        if (m_session)
            say(m_session->file().isEmpty() ? tr("in no file yet")
                                            : QFileInfo(m_session->file()).fileName());
        break;
    case Data:
        m_header->setTitle(m_edge ? u"%1 → %2"_s.arg(m_edge->from, m_edge->to) : tr("Data"));
        m_header->setIconName(u"eye"_s);
        say(m_data->subtitle());
        break;
    case Log:
        m_header->setTitle(tr("Log"));
        m_header->setIconName(u"list"_s);
        if (m_job.isEmpty()) {
            say({});
            m_log->setText(tr("Choose a node that streams and ask for its log with Shift+Enter."));
        } else {
            say(m_job);
        }
        break;
    }
}

void BelowPane::fillCode()
{
    const QString text = QString::fromUtf8(file()->text);
    if (text != m_code->text())
        m_code->setText(text);
    const SourceRange lines = linesOf(*file(), m_node);
    if (lines.begin.line > 0) { // its end first, so that as much of it as fits is seen
        m_code->setCaret(startOfLine(text, std::max(lines.begin.line, lines.end.line)));
        m_code->setCaret(startOfLine(text, lines.begin.line));
    }
    const QString lead = m_files->count() > 1 ? QString() : file()->path;
    if (lines.begin.line == 0)
        return say(lead);
    const QString words = tr("lines %1 to %2")
                              .arg(QString::number(lines.begin.line),
                                  QString::number(std::max(lines.begin.line, lines.end.line - 1)));
    say(lead.isEmpty() ? words : QString(lead + u", "_s + words));
}

// The whole file, so that a node's lines are found where they are.
void BelowPane::fillDifference()
{
    using Line = DeployDetail::Line;
    const GeneratedFile* deployed = m_draft->deployedFile(file()->path);
    const auto lines = diffLines(deployed ? deployed->text : QByteArray(), file()->text);
    std::vector<Line> shown;
    const SourceRange wanted = linesOf(*file(), m_node);
    int focus = -1;
    const auto number = [](int value) -> QString {
        return value > 0 ? u"%1"_s.arg(value, 4) : u"    "_s;
    };
    for (const DiffLine& line : lines) {
        if (focus < 0 && wanted.begin.line > 0 && line.after >= wanted.begin.line)
            focus = int(shown.size());
        QString text = QString::fromUtf8(line.text);
        if (text.endsWith(u'\n'))
            text.chop(1);
        const QString sign = line.kind == DiffLine::Kind::Added ? u" + "_s
            : line.kind == DiffLine::Kind::Removed              ? u" \u2212 "_s
                                                                : u"   "_s;
        shown.push_back({line.kind == DiffLine::Kind::Added ? Line::Kind::Added
                : line.kind == DiffLine::Kind::Removed      ? Line::Kind::Removed
                                                            : Line::Kind::Same,
            QString(number(line.before) + u' ' + number(line.after) + sign + text)});
    }
    m_difference->setLines(shown);
    if (focus >= 0)
        m_difference->showLine(focus);
    const DiffCount count = countOf(lines);
    const QString counts = u"+%1 \u2212%2"_s.arg(count.added).arg(count.removed);
    say(m_draft->versions().empty()
            ? tr("never deployed")
            : tr("%1 against v%2 on %3")
                  .arg(counts, QString::number(m_draft->versions().front().number),
                      m_draft->service()));
}

void BelowPane::readText()
{
    m_textCall = m_session->text().onDone(this, [this](Result<QByteArray> text) {
        const QString words = text ? QString::fromUtf8(*text) : text.error().detail;
        if (words == m_text->text())
            return;
        const qsizetype caret = m_text->caret();
        m_text->setText(words);
        m_text->setCaret(std::min(caret, words.size()));
    });
}

// The log's end, as long as somebody looks at it.
void BelowPane::readLog()
{
    if (m_job.isEmpty() || page() != Log || !isVisible() || m_logCall.running())
        return;
    const auto places = placesOf(m_workbench.hub(), m_airflow);
    if (!places || !places->jobs) {
        m_log->setText(places ? tr("The profile names no supervisor of streaming jobs.")
                              : ui::words(places.error().hint));
        return;
    }
    m_logCall = m_lane
                    .run(15s,
                        [host = places->jobs, job = m_job](NoConnection&, const Token& token)
                            -> Result<QByteArray> { return host->log(job, kLogBytes, token); })
                    .onDone(this, [this](Result<QByteArray> text) {
                        QString words = text                ? QString::fromUtf8(*text)
                            : text.error().detail.isEmpty() ? ui::words(text.error().hint)
                                                            : text.error().detail;
                        if (words.isEmpty())
                            words = tr("The job has written nothing yet.");
                        // Lines are added at the end, unless the user reads further up.
                        const bool follows = m_log->caret() >= m_log->text().size() - 1;
                        if (words != m_log->text()) {
                            const qsizetype caret = m_log->caret();
                            m_log->setText(words);
                            m_log->setCaret(follows ? words.size() : std::min(caret, words.size()));
                        }
                        m_logPace.start();
                    });
}

} // namespace pilothouse::pipelines
