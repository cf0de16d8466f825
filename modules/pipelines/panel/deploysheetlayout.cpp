// SPDX-License-Identifier: GPL-3.0-or-later
// How the sheet is put together, and its keys.
#include "pipelines/panel/deploysheet.h"
#include "pipelines/panel/plandiffview.h"
#include "pipelines/panel/stagechain.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/states/stateframe.h"
#include "ui/states/statestrip.h"
#include "ui/theme/theme.h"
#include "ui/tree/treeview.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{

QVBoxLayout* column(QWidget* widget)
{
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

// A row of its own, not as wide as the sheet; seen while `inner` is.
QWidget* inset(QWidget* inner, QWidget* parent)
{
    auto* row = new QWidget(parent);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->addWidget(inner);
    return row;
}

} // namespace

void DeploySheet::buildLayout()
{
    ui::setPlate(this, Token::Surface);
    m_header = new ui::PanelHeader(tr("Deploy"), this);
    m_header->setIconName(u"upload"_s);
    auto* close = new ui::IconButton(u"close"_s, tr("Close the deploy sheet"), {}, m_header);
    connect(close, &QAbstractButton::clicked, this, &DeploySheet::closed);
    m_header->addRight(close);
    m_banner = new ui::StateStrip(this);
    m_banner->setFixedHeight(34);
    m_banner->hide();
    m_chain = new StageChain(this);
    connect(m_chain, &StageChain::stageChosen, m_desk, &DeployDesk::choose);

    m_frame = new ui::StateFrame(this);
    m_content = new QWidget(m_frame);
    auto* split = new QSplitter(Qt::Vertical, m_content);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(1);

    auto* upper = new QWidget(split);
    auto* upperColumn = column(upper);
    m_changes = new ui::PanelHeader(tr("What changes"), upper);
    m_units = new ui::TreeView(tr("Units and files that change"), upper);
    m_units->setTreeModel(m_unitModel);
    upperColumn->addWidget(m_changes);
    upperColumn->addWidget(m_units, 1);

    auto* middle = new QWidget(split);
    auto* middleColumn = column(middle);
    m_detailHeader = new ui::PanelHeader({}, middle);
    m_detailNote = new ui::ElidedLabel({}, TextStyle::Caption, Token::Text2, middle);
    m_detail = new PlanDiffView(middle);
    m_tick = new QCheckBox(tr("Deploy this unit"), middle);
    m_tick->setToolTip(
        tr("Without the tick it stays as it is, and the others are deployed (Space)"));
    m_tick->hide();
    m_overwrite = new QCheckBox(tr("Write over it; the version keeps what was there"), middle);
    m_overwrite->hide();
    middleColumn->addWidget(m_detailHeader);
    middleColumn->addWidget(inset(m_detailNote, middle));
    middleColumn->addWidget(m_detail, 1);
    middleColumn->addWidget(inset(m_tick, middle));
    middleColumn->addWidget(inset(m_overwrite, middle));

    auto* lower = new QWidget(split);
    auto* lowerColumn = column(lower);
    m_checksHeader = new ui::PanelHeader(tr("Checks"), lower);
    m_checks = new ui::TreeView(tr("Checks"), lower);
    m_checks->setTreeModel(m_checkModel);
    m_checks->setRootIsDecorated(false);
    lowerColumn->addWidget(m_checksHeader);
    lowerColumn->addWidget(m_checks, 1);

    split->addWidget(upper);
    split->addWidget(middle);
    split->addWidget(lower);
    split->setSizes({220, 200, 180});
    column(m_content)->addWidget(split);
    m_frame->setContent(m_content);

    auto* all = column(this);
    all->addWidget(m_header);
    all->addWidget(m_banner);
    all->addWidget(m_chain);
    all->addWidget(m_frame, 1);
    all->addWidget(buildFooter());

    connect(m_units->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &DeploySheet::showDetail);
    connect(m_tick, &QCheckBox::clicked, this,
        [this](bool on) { m_desk->setLeftOut(m_tick->property("unit").toString(), !on); });
    auto* tick = new QShortcut(Qt::Key_Space, m_units, nullptr, nullptr, Qt::WidgetShortcut);
    connect(tick, &QShortcut::activated, this, [this] {
        if (m_tick->isVisible())
            m_tick->click();
    });
    connect(m_overwrite, &QCheckBox::clicked, this,
        [this](bool on) { m_desk->setOverwrite(m_overwrite->property("path").toString(), on); });
    const auto key = [this](const QKeySequence& keys, auto act) {
        auto* made = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, act);
    };
    key(Qt::CTRL | Qt::Key_Return, [this] { deploy(); });
    key(Qt::CTRL | Qt::Key_Enter, [this] { deploy(); });
    key(Qt::Key_Escape, [this] { Q_EMIT closed(); });
    setFocusProxy(m_units);
}

QWidget* DeploySheet::buildFooter()
{
    auto* footer = new QWidget(this);
    ui::setPlate(footer, Token::Surface);
    auto* rows = new QVBoxLayout(footer);
    rows->setContentsMargins(12, 8, 12, 10);
    rows->setSpacing(6);
    m_messageRow = new QWidget(footer);
    auto* message = column(m_messageRow);
    message->setSpacing(4);
    m_place = new ui::ElidedLabel({}, TextStyle::Caption, Token::Text2, m_messageRow);
    m_place->setElideMode(Qt::ElideMiddle);
    m_message = new QLineEdit(m_messageRow);
    m_message->setAccessibleName(tr("Commit message"));
    m_message->setPlaceholderText(tr("Commit message"));
    m_message->setMaxLength(2000);
    message->addWidget(m_place);
    message->addWidget(m_message);
    m_said = new ui::ElidedLabel({}, TextStyle::Caption, Token::Text2, footer);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_back = new ui::Button(tr("Roll back…"), ui::ButtonVariant::Default, footer);
    m_back->setIconName(u"undo"_s);
    m_cancel = new ui::Button(tr("Stop"), ui::ButtonVariant::Default, footer);
    m_undo = new ui::Button(tr("Undo"), ui::ButtonVariant::Default, footer);
    m_undo->setIconName(u"undo"_s);
    m_promote = new ui::Button({}, ui::ButtonVariant::Default, footer);
    m_promote->setIconName(u"arrow-right"_s);
    m_deploy = new ui::Button(tr("Deploy"), ui::ButtonVariant::Primary, footer);
    m_deploy->setIconName(u"upload"_s);
    m_deploy->setKey(Qt::CTRL | Qt::Key_Return, false);
    buttons->addWidget(m_back);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_undo);
    buttons->addStretch(1);
    buttons->addWidget(m_promote);
    buttons->addWidget(m_deploy);
    rows->addWidget(m_messageRow);
    rows->addWidget(m_said);
    rows->addLayout(buttons);

    connect(m_back, &QAbstractButton::clicked, this, &DeploySheet::offerVersions);
    connect(m_deploy, &QAbstractButton::clicked, this, &DeploySheet::deploy);
    connect(m_cancel, &QAbstractButton::clicked, this, [this] {
        if (m_desk->run())
            m_desk->run()->cancel();
    });
    connect(m_undo, &QAbstractButton::clicked, this, [this] {
        if (m_desk->run())
            m_desk->run()->undo();
    });
    connect(m_promote, &QAbstractButton::clicked, this,
        [this] { m_desk->choose(m_promote->property("service").toString()); });
    return footer;
}

} // namespace pilothouse::pipelines
