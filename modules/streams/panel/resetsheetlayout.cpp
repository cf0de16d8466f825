// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/resetmodel.h"
#include "streams/panel/resetsheet.h"
#include "streams/panel/sheettable.h"
#include "streams/panel/undolist.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::ElidedLabel;
using ui::Glyph;
using ui::TextStyle;
using ui::Token;

namespace
{
constexpr int kMostMembers = 8; // named
} // namespace

void ResetSheet::buildLayout()
{
    m_pages = new QStackedWidget(this);
    body()->addWidget(m_pages, 1);
    auto* page = new QWidget(m_pages);
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);

    auto* form = new QFormLayout;
    form->setContentsMargins(12, 8, 12, 8);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    auto* what = new QHBoxLayout;
    what->setSpacing(8);
    m_topic = new QComboBox(page);
    m_topic->setAccessibleName(tr("Topic"));
    m_topic->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_topic->setMinimumContentsLength(16);
    m_partitions = new QLineEdit(page);
    m_partitions->setAccessibleName(tr("Partitions"));
    m_partitions->setPlaceholderText(tr("all partitions"));
    ui::setTextStyle(m_partitions, TextStyle::Mono);
    what->addWidget(m_topic, 3);
    what->addWidget(m_partitions, 2);
    form->addRow(tr("Topic"), what);
    m_to = new ui::SegmentedControl(tr("Move to"), page);
    for (const QString& name :
        {tr("Earliest"), tr("Latest"), tr("Time"), tr("Offset"), tr("Shift by")})
        m_to->addSegment(name);
    form->addRow(tr("Move to"), m_to);
    m_valueRow = new QWidget(page);
    auto* value = new QHBoxLayout(m_valueRow);
    value->setContentsMargins(0, 0, 0, 0);
    value->setSpacing(8);
    m_value = new QLineEdit(m_valueRow);
    ui::setTextStyle(m_value, TextStyle::Mono);
    m_meaning = new ElidedLabel({}, TextStyle::MonoSmall, Token::Text3, m_valueRow);
    value->addWidget(m_value, 3);
    value->addWidget(m_meaning, 2);
    m_valueName = new QLabel(page);
    form->addRow(m_valueName, m_valueRow);
    rows->addLayout(form);

    m_dryRun = new ui::PanelHeader(tr("Dry run"), page);
    m_again = new ui::Button(tr("Run again"), ui::ButtonVariant::Default, m_dryRun);
    m_again->setIconName(u"refresh"_s);
    m_again->setSmall(true);
    m_again->setKey(Qt::Key_F5, false); // heard by the sheet
    m_dryRun->addRight(m_again);
    rows->addWidget(m_dryRun);

    m_model = new ResetModel(this);
    m_table = new SheetTable(tr("Dry run, by partition"), page);
    m_table->setModel(m_model);
    rows->addWidget(m_table, 1);
    auto* foot = new ui::PanelFooter(page);
    m_sum = new ElidedLabel({}, TextStyle::Caption, Token::Text2, foot);
    foot->addLeft(m_sum);
    foot->addRight(new ElidedLabel(tr("worst first"), TextStyle::Caption, Token::Text3, foot));
    rows->addWidget(foot);

    auto* checks = new QVBoxLayout;
    checks->setContentsMargins(12, 8, 12, 4);
    m_checks = new CheckList(page);
    checks->addWidget(m_checks);
    rows->addLayout(checks);
    auto* undo = new QHBoxLayout;
    undo->setContentsMargins(12, 0, 12, 4);
    undo->setSpacing(8);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    m_undoFile = new ElidedLabel({}, TextStyle::Mono, Token::Text, page);
    m_undoFile->setElideMode(Qt::ElideMiddle);
    m_undoWhat = new ElidedLabel({}, TextStyle::Caption, Token::Text3, page);
    auto* named = new QHBoxLayout;
    named->setSpacing(8);
    m_undoName = new QLabel(tr("Undo file"), page);
    ui::setTextStyle(m_undoName, TextStyle::Cell);
    ui::setTone(m_undoName, Token::Text2);
    named->addWidget(m_undoName);
    named->addWidget(m_undoFile, 1);
    names->addLayout(named);
    names->addWidget(m_undoWhat);
    undo->addLayout(names, 1);
    m_undo = new ui::Button(tr("Undo this reset…"), ui::ButtonVariant::Default, page);
    m_undo->setIconName(u"undo"_s);
    m_undo->setSmall(true);
    m_list = new ui::Button(tr("Earlier resets"), ui::ButtonVariant::Quiet, page);
    m_list->setSmall(true);
    undo->addWidget(m_undo);
    undo->addWidget(m_list);
    rows->addLayout(undo);

    m_pages->addWidget(page);
    m_earlier = new UndoList(m_pages);
    m_pages->addWidget(m_earlier);
}

// As narrow as the numbers are: what is left is for the record, whose key comes last.
void ResetSheet::fitColumns()
{
    for (const int column :
        {ResetModel::Partition, ResetModel::Committed, ResetModel::New, ResetModel::Difference})
        m_table->resizeColumnToContents(column);
    m_table->setColumnWidth(ResetModel::Topic, 96);
}

void ResetSheet::showEarlier(bool on)
{
    m_pages->setCurrentIndex(on ? 1 : 0);
    judge();
    if (!on) {
        if (!m_plan && !m_failed)
            look();
        chosenEnd()->setFocus();
        return;
    }
    m_earlier->begin();
    listEarlier();
}

void ResetSheet::listEarlier()
{
    const Service* one = workbench().hub().service(service());
    if (!one)
        return;
    m_listCall
        = m_files.list(one->config.ns).onDone(this, [this](Result<std::vector<UndoFile>> files) {
              if (files)
                  m_earlier->setFiles(*files, workbench().timeContext().zone());
              else
                  m_earlier->setProblem(line(files.error()));
          });
}

std::vector<Check> ResetSheet::groupChecks() const
{
    if (m_plan->members == 0)
        return {{Glyph::Ok, tr("Group is empty: 0 members"), tr("state %1").arg(m_plan->state)}};
    std::vector<Check> out{{Glyph::Error,
        tr("The group has %n members. Stop its consumers first.", nullptr, m_plan->members),
        tr("state %1").arg(m_plan->state)}};
    int named = 0;
    for (const MemberInfo& member : m_detail.members) {
        if (++named > kMostMembers)
            break;
        out.push_back(
            {Glyph::Running, member.client.isEmpty() ? member.id : member.client, member.host});
    }
    const int more = int(m_detail.members.size()) - kMostMembers;
    if (more > 0)
        out.push_back({Glyph::Running, tr("and %n more", nullptr, more)});
    return out;
}

void ResetSheet::fillChecks()
{
    if (!m_plan) {
        const bool asks = m_planCall.running() || m_soon.isActive();
        m_checks->setChecks(asks && !m_failed
                ? std::vector<Check>{{Glyph::Queued, tr("Asking the brokers where that is")}}
                : std::vector<Check>());
        return;
    }
    const ResetSum sum = sumOf(m_plan->steps);
    const int all = int(m_plan->steps.size());
    std::vector<Check> out = m_movedAt.isValid()
        ? std::vector<Check>{{Glyph::Ok, movedText(), QString()}}
        : groupChecks();
    if (sum.failed > 0)
        out.push_back({Glyph::Error, tr("%n partitions cannot be moved now", nullptr, sum.failed),
            tr("none is moved")});
    if (all > 0) {
        out.push_back({sum.clipped > 0 ? Glyph::Warn : Glyph::Ok,
            sum.clipped > 0
                ? tr("What was asked for lies outside the log: its begin or end is taken")
                : tr("Every new offset lies inside the log"),
            tr("%1 of %2").arg(all - sum.clipped).arg(all)});
        out.push_back({sum.again + sum.skipped > 0 ? Glyph::Warn : Glyph::Ok, effectText(sum)});
    }
    if (m_plan->uncommitted > 0)
        out.push_back({Glyph::Skipped,
            tr("%n partitions have no commit: they stay as they are", nullptr,
                m_plan->uncommitted)});
    if (sum.first > 0)
        out.push_back(
            {Glyph::Created, tr("%n partitions get their first commit", nullptr, sum.first),
                sum.before > 0 ? tr("%1 offsets before").arg(QLocale().toString(sum.before))
                               : QString()});
    if (all > 0 && !m_movedAt.isValid())
        out.push_back({Glyph::Scheduled,
            tr("Members and commits are read once more before writing"), tr("at apply")});
    m_checks->setChecks(std::move(out));
}

QString ResetSheet::effectText(const ResetSum& sum) const
{
    const QLocale locale;
    if (sum.again > 0 && sum.skipped > 0)
        return tr("%1 offsets are read again, %2 are never read")
            .arg(locale.toString(sum.again), locale.toString(sum.skipped));
    if (sum.again > 0)
        return tr("%1 offsets are read again").arg(locale.toString(sum.again));
    if (sum.skipped > 0)
        return tr("%1 offsets are never read").arg(locale.toString(sum.skipped));
    return tr("Nothing is read again, nothing is left out");
}

QString ResetSheet::movedText() const
{
    return tr("Moved at %1, %n partitions", nullptr, int(m_plan->steps.size()))
        .arg(m_movedAt.toTimeZone(workbench().timeContext().zone()).toString(u"HH:mm:ss"_s));
}

QString ResetSheet::sumText() const
{
    return m_sum->text();
}

} // namespace pilothouse::streams
