// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages there are for what is chosen, and how their edits go into the session.
#include "pipelines/panel/inspector.h"

#include "pipelines/panel/fieldform.h"
#include "pipelines/panel/retryplot.h"
#include "ui/controls/chip.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

Inspector::Inspector(CataloguePtr catalogue, QString language, QWidget* parent)
    : QFrame(parent)
    , m_catalogue(std::move(catalogue))
    , m_language(std::move(language))
    , m_header(new ui::PanelHeader({}, this))
    , m_tried(new ui::StatusChip(ui::Glyph::Unknown, tr("not tried"), this))
    , m_pageRow(new QWidget(this))
    , m_scroll(new QScrollArea(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    m_header->addRight(m_tried);
    m_tried->setToolTip(tr("No sandbox starts a service this kind could be tried against."));
    m_tried->hide();
    auto* row = new QHBoxLayout(m_pageRow);
    row->setContentsMargins(14, 6, 14, 6);
    column->addWidget(m_pageRow);
    column->addWidget(m_scroll, 1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Settings of what is chosen"));
    m_scroll->setFocusPolicy(Qt::NoFocus);
}

void Inspector::setSession(SessionPtr session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = std::move(session);
    m_shownKey.clear();
    connect(m_session.get(), &DocumentSession::edited, this, &Inspector::refresh);
    connect(m_session.get(), &DocumentSession::replaced, this, &Inspector::refresh);
    refresh();
}

void Inspector::setTarget(const Target& target)
{
    m_target = target;
    refresh();
}

void Inspector::setConnections(const QStringList& names)
{
    m_connections = names;
    for (FieldForm* form : m_formList)
        form->setConnections(connections());
}

// Those of the target first; then what this document names, which may be of another target.
QStringList Inspector::connections() const
{
    QStringList names = m_connections;
    const auto take = [&names](const std::vector<FieldSpec>& fields, const Settings& settings) {
        for (const FieldSpec& field : fields) {
            const Setting* set = field.type == FieldType::Connection
                ? pipelines::find(settings, field.name)
                : nullptr;
            if (set && !set->source && !set->value.text.isEmpty()
                && !names.contains(set->value.text))
                names.append(set->value.text);
        }
    };
    for (const Node& node : m_session->pipeline().nodes) {
        if (m_subject == Subject::Node && node.id == m_id)
            continue; // what is being typed is no offer
        if (const NodeKind* kind = m_catalogue->kind(node.kind))
            take(kind->fields, node.params);
        take(m_catalogue->task, node.task);
    }
    take(m_catalogue->task, m_session->pipeline().task);
    return names;
}

void Inspector::showChosen(const QStringList& ids, const Edge* edge)
{
    if (!m_session)
        return;
    m_session->closeStep();
    const Pipeline& pipeline = m_session->pipeline();
    m_count = int(ids.size());
    m_id = ids.size() == 1 ? ids.front() : QString();
    if (edge) {
        m_subject = Subject::Edge;
        m_edge = *edge;
    } else if (ids.isEmpty()) {
        m_subject = Subject::Pipeline;
    } else if (ids.size() > 1) {
        m_subject = Subject::Many;
    } else {
        m_subject = pipeline.node(m_id) ? Subject::Node
            : pipeline.group(m_id)      ? Subject::Group
                                        : Subject::Note;
    }
    refresh();
}

// What is chosen may be gone, or have another kind.
void Inspector::refresh()
{
    if (!m_session)
        return;
    const Pipeline& pipeline = m_session->pipeline();
    const bool gone = (m_subject == Subject::Node && !pipeline.node(m_id))
        || (m_subject == Subject::Group && !pipeline.group(m_id))
        || (m_subject == Subject::Note && !pipeline.comment(m_id));
    if (gone) {
        m_subject = Subject::Pipeline;
        m_id.clear();
    }
    const Node* node = m_subject == Subject::Node ? pipeline.node(m_id) : nullptr;
    const NodeKind* kind = node ? m_catalogue->kind(node->kind) : nullptr;
    QString title = pipeline.shownTitle();
    QString icon = u"pipeline"_s;
    if (node) {
        title = node->shownTitle();
        icon = node->locked ? u"lock"_s : kind ? kind->icon : u"function"_s;
    } else if (m_subject == Subject::Edge) {
        title = m_edge.from + u" → "_s + m_edge.to;
        icon = u"arrow-right"_s;
    } else if (m_subject == Subject::Many) {
        title = tr("%n chosen", nullptr, m_count);
        icon = u"layers"_s;
    } else if (m_subject != Subject::Pipeline) {
        const Group* group = pipeline.group(m_id);
        title = group && !group->title.isEmpty() ? group->title : m_id;
        icon = group ? u"folder"_s : u"text"_s;
    }
    m_header->setTitle(title);
    m_header->setIconName(icon);
    m_header->setSubtitle(kind ? kind->title.in(m_language) : node ? node->kind : QString());
    m_tried->setVisible(kind && !kind->tried);
    const QString about = node ? node->kind : m_subject == Subject::Edge ? title : QString();
    const QString key = QString::number(int(m_subject)) + u'/' + m_id + u'/' + about;
    if (key != m_shownKey) {
        m_shownKey = key;
        rebuildPages();
    } else {
        for (const auto& refill : m_refill)
            refill();
    }
}

void Inspector::rebuildPages()
{
    const int before = m_pages ? m_pages->currentIndex() : 0;
    // The next node shows the same page; what is something else begins with its first.
    const bool alike = std::exchange(m_paged, m_subject) == m_subject;
    const Page was = alike && before >= 0 && before < int(m_pageList.size())
        ? m_pageList[size_t(before)]
        : Data;
    delete std::exchange(m_pages, nullptr);
    m_pageList.clear();
    std::vector<std::pair<Page, QString>> pages;
    const Node* node = m_subject == Subject::Node ? m_session->pipeline().node(m_id) : nullptr;
    const NodeKind* kind = node ? m_catalogue->kind(node->kind) : nullptr;
    if (node) {
        pages.emplace_back(Data, tr("Data"));
        if (!kind || kind->runs == Runs::Task)
            pages.emplace_back(Task, tr("Task"));
        pages.emplace_back(About, tr("Notes"));
    } else if (m_subject == Subject::Pipeline) {
        pages = {{Data, tr("Schedule")}, {Task, tr("Tasks")}, {About, tr("About")},
            {Environments, tr("Values")}};
    } else if (m_subject == Subject::Group || m_subject == Subject::Note) {
        pages.emplace_back(About, tr("Notes"));
    }
    m_pages = new ui::SegmentedControl(tr("Page of the inspector"), m_pageRow);
    int at = 0;
    for (const auto& [page, words] : pages) {
        m_pages->addSegment(words);
        if (page == was)
            at = int(m_pageList.size());
        m_pageList.push_back(page);
    }
    m_pageRow->layout()->addWidget(m_pages);
    m_pageRow->setVisible(pages.size() > 1);
    if (!pages.empty())
        m_pages->setCurrentIndex(at);
    connect(m_pages, &ui::SegmentedControl::currentChanged, this, &Inspector::showPage);
    showPage();
}

void Inspector::showPage()
{
    m_refill.clear();
    m_formList.clear();
    if (QWidget* old = m_scroll->takeWidget())
        old->deleteLater(); // one of its fields may be what asked for it
    m_body = new QWidget(m_scroll);
    ui::setPlate(m_body, ui::Token::Surface);
    m_forms = new QVBoxLayout(m_body);
    m_forms->setContentsMargins(0, 0, 0, 0);
    m_forms->setSpacing(0);
    const int index = m_pages->currentIndex();
    const Page page
        = index >= 0 && index < int(m_pageList.size()) ? m_pageList[size_t(index)] : Data;
    if (m_subject == Subject::Edge)
        showEdge();
    else if (page == About)
        showAbout();
    else if (page == Environments)
        showEnvironments();
    else if (m_subject == Subject::Node)
        settingsForm(page == Data ? Section::Params : Section::Task, m_id);
    else if (m_subject == Subject::Pipeline)
        settingsForm(page == Data ? Section::Schedule : Section::Task, {});
    m_forms->addStretch();
    m_scroll->setWidget(m_body);
    setProblems(m_problems);
}

void Inspector::addForm(FieldForm* form)
{
    m_forms->addWidget(form);
    m_formList.push_back(form);
    connect(form, &FieldForm::finished, this, [this] { m_session->closeStep(); });
}

FieldForm* Inspector::settingsForm(Section section, const QString& id)
{
    if (section == Section::Task && !id.isEmpty()) {
        auto* plot = new RetryPlot(m_body);
        m_forms->addWidget(plot);
        const auto draw = [this, plot, id] {
            if (const Node* node = m_session->pipeline().node(id))
                plot->setRule(retryRule(m_session->pipeline(), *node, *m_catalogue, m_target));
        };
        m_refill.emplace_back(draw);
        draw();
    }
    auto* form = new FieldForm(m_catalogue, m_language, m_body);
    addForm(form);
    connect(form, &FieldForm::changed, this,
        [this, section, id](const QString& name, const std::optional<Value>& value) {
            set(section, id, name, value);
        });
    const auto refill = [this, form, section, id] {
        const Pipeline& pipeline = m_session->pipeline();
        const Node* node = pipeline.node(id);
        FieldForm::Subject subject;
        if (section == Section::Params && node) {
            const NodeKind* kind = m_catalogue->kind(node->kind);
            subject.fields = kind ? kind->fields : std::vector<FieldSpec>();
            subject.settings = node->params;
        } else if (section == Section::Task) {
            subject.fields = m_catalogue->task;
            subject.settings = node ? node->task : pipeline.task;
            subject.inherited = node ? pipeline.task : Settings();
        } else if (section == Section::Schedule) {
            subject.fields = m_catalogue->schedule;
            subject.settings = pipeline.schedule;
        }
        if (node && node->locked)
            subject.locked = node->lockReason;
        form->show(subject, m_target);
        form->setConnections(connections());
    };
    m_refill.emplace_back(refill);
    refill();
    return form;
}

void Inspector::set(
    Section section, const QString& id, const QString& name, const std::optional<Value>& value)
{
    SetSetting edit{section, id, name, std::nullopt, -1};
    if (value)
        edit.setting = Setting{name, *value};
    report(m_session->edit(PH_TEXT("pipelines", "Set %1").arg(name), {edit},
        QString::number(int(section)) + u'/' + id + u'/' + name));
}

void Inspector::report(const VoidResult& done)
{
    if (done)
        return;
    const QString words = ui::words(done.error().hint);
    Q_EMIT refused(words.isEmpty() ? done.error().detail : words);
    refresh(); // what was typed is not so
}

std::vector<Problem> Inspector::problemsHere() const
{
    std::vector<Problem> here;
    const QString id = m_subject == Subject::Node ? m_id : QString();
    for (const Problem& problem : m_problems)
        if (problem.node == id && !problem.field.isEmpty())
            here.push_back(problem);
    return here;
}

void Inspector::setProblems(const std::vector<Problem>& problems)
{
    m_problems = problems;
    const std::vector<Problem> here = problemsHere();
    for (FieldForm* form : m_formList)
        form->setProblems(here);
}

void Inspector::focusField(const QString& name)
{
    for (int page = 0; page < int(m_pageList.size()); ++page) {
        for (FieldForm* form : m_formList)
            if (form->focusField(name))
                return;
        m_pages->setCurrentIndex((m_pages->currentIndex() + 1) % int(m_pageList.size()));
    }
}

void Inspector::focusFirst()
{
    for (QWidget* next = m_scroll->nextInFocusChain(); next && next != m_scroll;
         next = next->nextInFocusChain()) {
        if (m_body && m_body->isAncestorOf(next) && next->focusPolicy() & Qt::TabFocus
            && next->isVisible() && next->isEnabled()) {
            next->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace pilothouse::pipelines
