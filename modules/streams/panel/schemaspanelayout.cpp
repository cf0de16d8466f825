// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/diffview.h"
#include "streams/panel/schemaspane.h"
#include "streams/panel/sheettable.h"
#include "streams/panel/textrows.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/editor/codeeditor.h"
#include "ui/states/toaststack.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kListWidth = 260;
constexpr int kListLeast = 180;

QVBoxLayout* column(QWidget* of)
{
    auto* out = new QVBoxLayout(of);
    out->setContentsMargins(0, 0, 0, 0);
    out->setSpacing(0);
    return out;
}

// With air around it, as the fields of the panel's other lists.
QHBoxLayout* inRow(QWidget* field)
{
    auto* out = new QHBoxLayout;
    out->setContentsMargins(10, 5, 10, 5);
    out->addWidget(field);
    return out;
}

} // namespace

void SchemasPane::buildLayout()
{
    auto* split = new QSplitter(frame());
    split->setChildrenCollapsible(false);
    auto* left = new QWidget(split);
    m_filter = new ui::SearchField(tr("Filter subjects"), left);
    m_filter->answerSlashIn(this);
    m_subjectRows = new TextRows({tr("Subject")}, this);
    m_subjects = new SheetTable(tr("Subjects"), left);
    m_subjects->setModel(m_subjectRows);
    m_subjects->setSelectionMode(QAbstractItemView::SingleSelection);
    m_versionRows = new TextRows({tr("Versions")}, this);
    m_versions = new SheetTable(tr("Versions of the subject"), left);
    m_versions->setModel(m_versionRows);
    m_versions->setSelectionMode(QAbstractItemView::ExtendedSelection); // two are compared
    m_level = new QComboBox(left);
    m_level->setAccessibleName(tr("Compatibility of the subject"));
    m_level->addItems({u"NONE"_s, u"BACKWARD"_s, u"BACKWARD_TRANSITIVE"_s, u"FORWARD"_s,
        u"FORWARD_TRANSITIVE"_s, u"FULL"_s, u"FULL_TRANSITIVE"_s});
    m_level->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_level, &QComboBox::textActivated, this, &SchemasPane::changeLevel);
    auto* lists = column(left);
    lists->addLayout(inRow(m_filter));
    lists->addWidget(m_subjects, 3);
    lists->addWidget(m_versions, 1);
    lists->addLayout(inRow(m_level));
    left->setMinimumWidth(kListLeast);
    split->addWidget(left);
    split->addWidget(buildSide(split));
    split->setStretchFactor(1, 1);
    split->setSizes({kListWidth, 3 * kListWidth});
    setContent(split);
    setFocusProxy(m_subjects);

    connect(m_filter, &QLineEdit::textChanged, m_subjectRows, &TextRows::setFilter);
    connect(m_filter, &QLineEdit::textChanged, this, [this] {
        choose(*m_subjects, m_subject);
        askSubject();
    });
    connect(m_subjects->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!currentKey(*m_subjects).isEmpty() && currentKey(*m_subjects) != m_subject)
            askSubject();
    });
    const auto versionChosen = [this] {
        if (const int version = currentKey(*m_versions).toInt(); version > 0)
            askSchema(version);
    };
    connect(
        m_versions->selectionModel(), &QItemSelectionModel::selectionChanged, this, versionChosen);
    connect(
        m_versions->selectionModel(), &QItemSelectionModel::currentRowChanged, this, versionChosen);
    addAct(this, tr("Text of the schema"), QKeySequence(Qt::ALT | Qt::Key_T),
        [this] { showView(Text); });
    addAct(this, tr("Compare with the version before"), QKeySequence(Qt::CTRL | Qt::Key_D), [this] {
        if (versionBefore() > 0)
            showView(Difference);
    });
    addAct(this, tr("Edit as a new version"), QKeySequence(Qt::CTRL | Qt::Key_E), [this] {
        showView(Edit);
        m_edit->setFocus();
    });
    addAct(this, tr("Discard the edited schema"), QKeySequence(Qt::CTRL | Qt::Key_Delete), [this] {
        if (view() == Edit)
            discardEdit();
    });
    addAct(this, tr("Check the compatibility"), QKeySequence(Qt::Key_F7), [this] { check(); });
    addAct(
        this, tr("Register the edited schema…"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
            if (view() == Edit && m_register->isEnabled())
                registerEdited();
        });
}

QWidget* SchemasPane::buildSide(QWidget* parent)
{
    auto* side = new QWidget(parent);
    m_header = new ui::PanelHeader(tr("Schemas"), side);
    m_views = new ui::SegmentedControl(tr("What is shown of the schema"), m_header);
    m_views->addSegment(tr("Text"));
    m_views->addSegment(tr("Difference"));
    m_views->addSegment(tr("Edit"));
    m_header->addRight(m_views);
    for (auto* segment : m_views->findChildren<QAbstractButton*>())
        segment->installEventFilter(this);

    m_stack = new QStackedWidget(side);
    m_text = new ui::CodeEditor(ui::CodeLanguage::Json, tr("Schema"), m_stack);
    m_text->setReadOnly(true);
    m_diff = new DiffView(tr("What changed since the version before"), m_stack);
    auto* editing = new QWidget(m_stack);
    m_edit = new ui::CodeEditor(ui::CodeLanguage::Json, tr("New version of the schema"), editing);
    m_verdict = new QLabel(editing);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verdict->setContentsMargins(12, 6, 12, 6);
    ui::setTextStyle(m_verdict, ui::TextStyle::Cell);
    ui::setTone(m_verdict, ui::Token::Text2);
    auto* footer = new ui::PanelFooter(editing);
    m_check = new ui::Button(tr("Check"), ui::ButtonVariant::Default, footer);
    m_check->setKey(QKeySequence(Qt::Key_F7), false);
    m_register = new ui::Button(tr("Register…"), ui::ButtonVariant::Primary, footer);
    m_register->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return), false);
    m_discard = new ui::Button(tr("Discard"), ui::ButtonVariant::Quiet, footer);
    footer->addLeft(m_discard);
    connect(m_discard, &QAbstractButton::clicked, this, &SchemasPane::discardEdit);
    connect(m_edit, &ui::CodeEditor::textChanged, this, &SchemasPane::keepEdit);
    connect(m_check, &QAbstractButton::clicked, this, &SchemasPane::check);
    connect(m_register, &QAbstractButton::clicked, this, &SchemasPane::registerEdited);
    footer->addRight(m_check);
    footer->addRight(m_register);
    footer->setFixedHeight(40);
    ui::keepClear(editing, footer);
    auto* edits = column(editing);
    edits->addWidget(m_edit, 1);
    edits->addWidget(m_verdict);
    edits->addWidget(footer);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_diff);
    m_stack->addWidget(editing);
    connect(
        m_views, &ui::SegmentedControl::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);

    auto* rows = column(side);
    rows->addWidget(m_header);
    rows->addWidget(m_stack, 1);
    return side;
}

} // namespace pilothouse::streams
