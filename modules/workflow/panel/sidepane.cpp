// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/sidepane.h"

#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/states/toaststack.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::workflow
{

namespace
{
constexpr int kLeastWidth = 264;
constexpr int kBoth = 620; // from this height on the view stays above the sheet
} // namespace

void answerSheetKeys(QWidget* sheet, QAbstractButton* act, std::function<void()> close)
{
    const auto key = [sheet](const QKeySequence& keys) {
        return new QShortcut(keys, sheet, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    };
    if (act)
        for (const int enter : {Qt::Key_Return, Qt::Key_Enter})
            QObject::connect(key(QKeySequence(Qt::CTRL | enter)), &QShortcut::activated, act,
                &QAbstractButton::click);
    QObject::connect(key(QKeySequence(Qt::Key_Escape)), &QShortcut::activated, sheet,
        [close = std::move(close)] { close(); });
}

SheetNote::SheetNote(QWidget* parent, Qt::TextElideMode mode)
    : QWidget(parent)
    , m_label(new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2, this))
    , m_link(new ui::Button({}, ui::ButtonVariant::Link, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 3, 12, 3);
    layout->addWidget(m_label);
    layout->addWidget(m_link, 0, Qt::AlignLeft);
    m_label->setElideMode(mode);
    m_link->setSmall(true);
    m_link->setAutoDefault(true); // Enter presses it too
    m_link->hide();
    connect(m_link, &QAbstractButton::clicked, this, &SheetNote::followed);
    hide();
}

void SheetNote::setText(const QString& text, bool leads)
{
    m_label->setText(text);
    m_link->setText(text);
    m_label->setVisible(!leads);
    m_link->setVisible(leads);
    setVisible(!text.isEmpty());
}

QString SheetNote::text() const
{
    return m_label->text();
}

SidePane::SidePane(QWidget* parent)
    : QWidget(parent)
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_views(new QStackedWidget(m_split))
    , m_sheets(new QStackedWidget(m_split))
{
    m_split->addWidget(m_views);
    m_split->addWidget(m_sheets);
    m_split->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_split);
    arrange();
}

void SidePane::addView(QWidget* view)
{
    m_views->addWidget(view);
}

void SidePane::showView(QWidget* view)
{
    m_views->setCurrentWidget(view);
    updateGeometry();
    Q_EMIT asked();
}

QWidget* SidePane::view() const
{
    return m_views->currentWidget();
}

void SidePane::addSheet(QWidget* sheet)
{
    m_sheets->addWidget(sheet);
    ui::keepClear(sheet, sheet->findChild<ui::PanelFooter*>());
}

void SidePane::openSheet(QWidget* sheet)
{
    m_sheetOpen = sheet;
    if (sheet)
        m_sheets->setCurrentWidget(sheet);
    arrange();
    if (sheet)
        Q_EMIT asked();
}

QWidget* SidePane::sheet() const
{
    return m_sheetOpen ? m_sheets->currentWidget() : nullptr;
}

// Never narrower than the buttons of what is shown, in any language.
QSize SidePane::minimumSizeHint() const
{
    const QWidget* view = m_views->currentWidget();
    int width = std::max(kLeastWidth, view ? view->minimumSizeHint().width() : 0);
    if (m_sheetOpen)
        width = std::max(width, m_sheets->currentWidget()->minimumSizeHint().width());
    return {width, QWidget::minimumSizeHint().height()};
}

void SidePane::arrange()
{
    m_sheets->setVisible(m_sheetOpen);
    m_views->setVisible(!m_sheetOpen || height() >= kBoth);
    updateGeometry();
}

void SidePane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace pilothouse::workflow
