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
#include <QStackedWidget>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::ElidedLabel;
using ui::TextStyle;
using ui::Token;

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
    m_table->setColumnWidth(ResetModel::Topic, 120);
    m_table->setColumnWidth(ResetModel::Partition, 54);
    m_table->setColumnWidth(ResetModel::Committed, 92);
    m_table->setColumnWidth(ResetModel::New, 92);
    m_table->setColumnWidth(ResetModel::Difference, 92);
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
    names->addWidget(m_undoFile);
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

void ResetSheet::showEarlier(bool on)
{
    m_pages->setCurrentIndex(on ? 1 : 0);
    judge();
    if (!on) {
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

QString ResetSheet::sumText() const
{
    return m_sum->text();
}

} // namespace pilothouse::streams
