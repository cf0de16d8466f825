// SPDX-License-Identifier: GPL-3.0-or-later
// How the comparison is put together, and how it fits into a narrow pane.
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/theme/theme.h"
#include "workflow/panel/codediffview.h"
#include "workflow/panel/diffdelegate.h"
#include "workflow/panel/diffpane.h"
#include "workflow/panel/statemark.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QTableWidget>
#include <QTreeWidget>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{

constexpr int kWords = 590; // px: below, the states of the runs are glyphs alone
constexpr int kFactsInRow = 620;
constexpr int kBars = 500; // px: below, durations are numbers alone

ui::ElidedLabel* small(QWidget* parent, TextStyle style, Token tone)
{
    return new ui::ElidedLabel({}, style, tone, parent);
}

} // namespace

QWidget* DiffPane::buildFacts()
{
    auto* strip = new QWidget(this);
    m_factsGrid = new QGridLayout(strip);
    m_factsGrid->setContentsMargins(12, 6, 12, 6);
    m_factsGrid->setHorizontalSpacing(16);
    m_factsGrid->setVerticalSpacing(6);
    const QString names[] = {tr("Run time"), tr("Task time"), tr("Started"), tr("Code")};
    for (int i = 0; i < 4; ++i) {
        m_factBoxes[i] = new QWidget(strip);
        auto* name = small(m_factBoxes[i], TextStyle::Caption, Token::Text3);
        name->setText(names[i]);
        name->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        m_factDiffs[i] = small(m_factBoxes[i], TextStyle::MonoSmall, Token::StatusWarn);
        m_facts[i] = small(m_factBoxes[i], TextStyle::Mono, Token::Text);
        auto* top = new QHBoxLayout;
        top->setSpacing(6);
        top->addWidget(name);
        top->addWidget(m_factDiffs[i], 1);
        auto* column = new QVBoxLayout(m_factBoxes[i]);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        column->addLayout(top);
        column->addWidget(m_facts[i]);
    }
    return strip;
}

void DiffPane::buildLayout()
{
    m_header = new ui::PanelHeader(QString(), this);
    m_labelA = small(this, TextStyle::ControlStrong, Token::Text);
    m_labelB = small(this, TextStyle::ControlStrong, Token::Text);
    m_against = new QLabel(tr("against"), this);
    ui::setTextStyle(m_against, TextStyle::Cell);
    ui::setTone(m_against, Token::Text3);
    m_chipA = new ui::Chip(QString(), Token::StatusIdle, this);
    m_chipB = new ui::Chip(QString(), Token::StatusIdle, this);
    auto* a = new ui::Chip(u"A"_s, Token::StatusIdle, this);
    auto* b = new ui::Chip(u"B"_s, Token::Accent, this);
    for (QWidget* part :
        std::initializer_list<QWidget*>{a, m_labelA, m_chipA, m_against, b, m_labelB, m_chipB})
        m_header->addLeft(part);
    m_which = new ui::SegmentedControl(tr("Tasks shown"), this);
    m_which->addSegment(tr("All"));
    m_which->addSegment(tr("Changed"));
    connect(m_which, &ui::SegmentedControl::currentChanged, this, &DiffPane::fillTasks);
    const auto home = [this] {
        auto* place = new QWidget(this);
        auto* layout = new QHBoxLayout(place);
        layout->setContentsMargins(0, 0, 0, 0);
        return place;
    };
    m_whichAbove = home();
    m_whichBelow = home();
    m_header->addRight(m_whichAbove);
    auto* again = new ui::IconButton(u"refresh"_s, tr("Compare again"), QKeySequence(), this);
    connect(again, &QAbstractButton::clicked, this, &DiffPane::refresh);
    m_header->addRight(again);

    m_tasks = new QTreeWidget(this);
    m_tasks->setAccessibleName(tr("Tasks of both runs"));
    m_tasks->setColumnCount(DiffDelegate::Columns);
    m_tasks->setHeaderLabels(
        {tr("Task"), tr("State"), tr("Duration"), u"A"_s, u"B"_s, tr("Difference")});
    for (const int column : {DiffDelegate::A, DiffDelegate::B, DiffDelegate::Difference})
        m_tasks->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_tasks->setRootIsDecorated(false);
    m_tasks->setIndentation(0);
    m_tasks->setUniformRowHeights(true);
    m_tasks->setFrameShape(QFrame::NoFrame);
    m_tasks->setItemDelegate(new DiffDelegate(m_diff, m_tasks));
    QHeaderView* head = m_tasks->header();
    head->setStretchLastSection(false);
    head->setTextElideMode(Qt::ElideRight);
    const int widths[] = {118, 56, 0, 78, 78, 86};
    for (int i = 0; i < DiffDelegate::Columns; ++i) {
        head->setSectionResizeMode(
            i, i == DiffDelegate::Bars ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (widths[i] > 0)
            head->resizeSection(i, widths[i]);
    }
    connect(m_tasks, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (!item)
            return;
        const size_t row = size_t(item->data(0, DiffDelegate::kRowRole).toInt());
        if (row < m_diff.rows.size()) {
            m_codeView->scrollToText(m_diff.rows[row].task);
            Q_EMIT taskChosen(m_diff.rows[row].task);
        }
    });
    m_count = small(this, TextStyle::Caption, Token::Text2);
    auto* counts = new QWidget(this);
    auto* countRow = new QHBoxLayout(counts);
    countRow->setContentsMargins(12, 4, 8, 4);
    countRow->addWidget(m_count, 1);
    countRow->addWidget(m_whichBelow);

    m_fieldsHead = new ui::PanelHeader(tr("Params and config"), this);
    m_fields = new QTableWidget(0, 4, this);
    m_fields->setAccessibleName(tr("Params and config"));
    m_fields->horizontalHeader()->hide();
    m_fields->verticalHeader()->hide();
    m_fields->setFrameShape(QFrame::NoFrame);
    m_fields->setShowGrid(false);
    m_fields->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_fields->verticalHeader()->setDefaultSectionSize(24);
    m_fields->horizontalHeader()->setStretchLastSection(true);
    ui::setTextStyle(m_fields, TextStyle::Mono);

    m_codeHead = new ui::PanelHeader(tr("Code as of each run"), this);
    m_codeHead->setIconName(u"terminal"_s);
    m_codeView = new CodeDiffView(this);

    auto* footer = new ui::PanelFooter(this);
    auto* copy = new ui::Button(tr("Copy as Markdown"), ui::ButtonVariant::Link, footer);
    connect(copy, &QAbstractButton::clicked, this, &DiffPane::copyMarkdown);
    footer->addRight(copy);

    const auto part = [this](std::initializer_list<QWidget*> widgets) {
        auto* box = new QWidget(this);
        auto* layout = new QVBoxLayout(box);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        for (QWidget* widget : widgets)
            layout->addWidget(widget);
        return box;
    };
    auto* split = new QSplitter(Qt::Vertical, this);
    split->addWidget(part({buildFacts(), m_tasks, counts}));
    split->addWidget(part({m_fieldsHead, m_fields}));
    m_codePart = part({m_codeHead, m_codeView});
    split->addWidget(m_codePart);
    split->setSizes({380, 130, 200});
    setFocusProxy(m_tasks);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(split, 1);
    layout->addWidget(footer);
    fitWidth();
}

void DiffPane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWidth();
}

// In a narrow pane words give way to glyphs, the facts stand in two rows, and so do the head and
// what is chosen in it.
void DiffPane::fitWidth()
{
    const bool wide = width() >= kWords;
    QWidget* home = wide ? m_whichAbove : m_whichBelow;
    if (m_which->parentWidget() != home) {
        home->layout()->addWidget(m_which);
        m_which->show();
    }
    m_whichAbove->setVisible(wide);
    m_whichBelow->setVisible(!wide);
    fillChips();
    const int columns = width() >= kFactsInRow ? 4 : 2;
    for (int i = 0; i < 4; ++i)
        m_factsGrid->addWidget(m_factBoxes[i], i / columns, i % columns);
    for (int i = 0; i < 4; ++i) // a column that holds nothing takes nothing
        m_factsGrid->setColumnStretch(i, i >= columns ? 0 : columns == 4 && i == 3 ? 2 : 3);

    const bool bars = width() >= kBars;
    QHeaderView* head = m_tasks->header();
    m_tasks->setColumnHidden(DiffDelegate::Bars, !bars);
    head->setSectionResizeMode(
        DiffDelegate::Task, bars ? QHeaderView::Interactive : QHeaderView::Stretch);
    if (bars)
        head->resizeSection(DiffDelegate::Task, std::clamp(width() / 4, 118, 260));
    const int name = std::clamp(width() / 4, 90, 180);
    m_fields->setColumnWidth(0, name);
    m_fields->setColumnWidth(1, name + 20);
    m_fields->setColumnWidth(2, std::max(90, (m_fields->viewport()->width() - 2 * name - 20) / 2));
}

// The word of a state may go, its glyph stays.
void DiffPane::fillChips()
{
    const std::pair<ui::Chip*, StateWord> chips[]
        = {{m_chipA, m_a.run.state}, {m_chipB, m_b.run.state}};
    for (const auto& [chip, state] : chips) {
        const bool wide = width() >= kWords;
        m_against->setVisible(wide);
        chip->setText(wide ? state : QString());
        chip->setTone(stateColor(state));
        chip->setGlyph(stateGlyph(state));
        chip->setToolTip(state);
        chip->setAccessibleName(state);
    }
}

} // namespace pilothouse::workflow
