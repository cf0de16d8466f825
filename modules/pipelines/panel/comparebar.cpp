// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/comparebar.h"

#include "pipelines/files/documentfile.h"
#include "pipelines/session/sessionopening.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int kMostCommits = 50;

// A text tells itself what it is: flows are JSON.
std::optional<Pipeline> pipelineIn(const QByteArray& text, const QString& name)
{
    const QByteArray begin = text.left(4096).trimmed();
    const bool json = begin.startsWith('{') || begin.startsWith('[');
    auto read = wholePipeline(storeFor(json ? u"x.json"_s : u"x.pipeline.yaml"_s), text, name);
    return read ? std::optional(std::move(read->pipeline)) : std::nullopt;
}

} // namespace

CompareBar::CompareBar(Runtime& runtime, QWidget* parent)
    : QFrame(parent)
    , m_lane(runtime, u"pipeline-versions"_s)
    , m_before(new QComboBox(this))
    , m_after(new QComboBox(this))
    , m_created(new ui::Chip({}, ui::Token::Accent, this))
    , m_changed(new ui::Chip({}, ui::Token::Accent, this))
    , m_removed(new ui::Chip({}, ui::Token::Accent, this))
    , m_said(new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2, this))
{
    ui::setPlate(this, ui::Token::Raised);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 6, 4);
    row->setSpacing(6);
    auto* arrow = new ui::ElidedLabel(u"→"_s, ui::TextStyle::Control, ui::Token::Text3, this);
    m_before->setAccessibleName(tr("Compared from this version"));
    m_after->setAccessibleName(tr("Compared to this version"));
    for (QComboBox* box : {m_before, m_after}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(14);
        connect(box, &QComboBox::activated, this, &CompareBar::choose);
    }
    row->addWidget(m_before, 1);
    row->addWidget(arrow);
    row->addWidget(m_after, 1);
    m_created->setGlyph(ui::Glyph::Created);
    m_changed->setGlyph(ui::Glyph::Changed);
    m_removed->setGlyph(ui::Glyph::Removed);
    for (ui::Chip* chip : {m_created, m_changed, m_removed}) {
        chip->hide();
        row->addWidget(chip);
    }
    row->addWidget(m_said, 1);
    auto* shut = new ui::IconButton(u"close"_s, tr("Stop comparing"), {}, this);
    connect(shut, &QAbstractButton::clicked, this, &CompareBar::close);
    row->addWidget(shut);
    hide();
}

QString CompareBar::said() const
{
    return m_said->text();
}

void CompareBar::open(
    const SessionPtr& session, const std::vector<DeployVersion>& versions, const QString& service)
{
    m_session = session;
    m_service = service;
    m_versions.clear();
    m_versions.push_back({tr("The document as it is"), {}, {}});
    for (const DeployVersion& version : versions)
        m_versions.push_back(
            {tr("v%1 on %2, %3")
                    .arg(QString::number(version.number), service,
                        QLocale().toString(version.time.toLocalTime(), QLocale::ShortFormat)),
                version.text, {}});
    show();
    list();
    askGit();
}

void CompareBar::askGit()
{
    if (m_session->file().isEmpty())
        return;
    m_gitCall = m_lane
                    .run(15s,
                        [file = m_session->file()](
                            NoConnection&, const Token& token) -> Result<std::vector<GitVersion>> {
                            return gitVersions(file, kMostCommits, token);
                        })
                    .onDone(this, [this](Result<std::vector<GitVersion>> found) {
                        if (!found || found->empty())
                            return;
                        for (const GitVersion& one : *found)
                            m_versions.push_back(
                                {one.commit.left(8) + u' ' + one.message, {}, one.commit});
                        list();
                    });
}

// What was chosen stays chosen.
void CompareBar::list()
{
    const int before = m_before->currentIndex();
    const int after = m_after->currentIndex();
    const bool fresh = m_before->count() < 2;
    m_before->clear();
    m_after->clear();
    for (const Version& version : m_versions) {
        m_before->addItem(version.title);
        m_after->addItem(version.title);
    }
    m_before->setCurrentIndex(
        fresh ? (m_versions.size() > 1 ? 1 : 0) : std::min(before, m_before->count() - 1));
    m_after->setCurrentIndex(fresh ? 0 : std::min(after, m_after->count() - 1));
    if (fresh)
        choose();
}

void CompareBar::choose()
{
    if (m_versions.size() < 2) {
        m_comparison.reset();
        m_said->setText(tr("Nothing to compare with: it was never deployed, and no repository "
                           "knows the file."));
        return;
    }
    m_said->setText(tr("reading the versions"));
    const Version from = m_versions[size_t(std::max(0, m_before->currentIndex()))];
    const Version to = m_versions[size_t(std::max(0, m_after->currentIndex()))];
    using Read = std::vector<std::optional<Pipeline>>;
    m_readCall = m_lane
                     .run(30s,
                         [from, to, file = m_session->file(), name = m_session->pipeline().name,
                             now = m_session->pipeline()](
                             NoConnection&, const Token& token) -> Result<Read> {
                             Read both;
                             for (const Version& one : {from, to}) {
                                 if (one.isDocument()) {
                                     both.emplace_back(now);
                                     continue;
                                 }
                                 QByteArray text = one.text;
                                 if (!one.commit.isEmpty()) {
                                     auto old = gitText(file, one.commit, token);
                                     if (!old)
                                         return tl::unexpected(old.error());
                                     text = std::move(*old);
                                 }
                                 both.push_back(pipelineIn(text, name));
                             }
                             return both;
                         })
                     .onDone(this, [this, live = to.isDocument()](Result<Read> both) {
                         if (!both || !both->at(0) || !both->at(1)) {
                             m_said->setText(both ? tr("This version cannot be read any more.")
                                                  : both.error().detail);
                             return;
                         }
                         m_old = std::move(both->at(0));
                         m_new = live ? std::nullopt : std::move(both->at(1));
                         count();
                         Q_EMIT compared(*m_old, m_new);
                     });
}

void CompareBar::edited()
{
    if (!isHidden() && m_old && !m_new)
        count();
}

void CompareBar::count()
{
    m_comparison = pipelines::compared(*m_old, m_new ? *m_new : m_session->pipeline());
    const auto put = [](ui::Chip* chip, int count, const QString& words) {
        chip->setText(words);
        chip->setVisible(count > 0);
    };
    put(m_created, m_comparison->created, tr("%n new", nullptr, m_comparison->created));
    put(m_changed, m_comparison->changed, tr("%n changed", nullptr, m_comparison->changed));
    put(m_removed, m_comparison->removed, tr("%n removed", nullptr, m_comparison->removed));
    m_said->setText(m_comparison->changes.empty() ? tr("They mean the same.") : QString());
}

void CompareBar::close()
{
    if (isHidden())
        return;
    m_gitCall = {};
    m_readCall = {};
    m_old.reset();
    m_new.reset();
    m_comparison.reset();
    m_before->clear();
    m_after->clear();
    hide();
    Q_EMIT closed();
}

void CompareBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    QFrame::keyPressEvent(event);
}

} // namespace pilothouse::pipelines
