// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/gridpager.h"

#include "ui/controls/button.h"
#include "ui/grid/gridmodel.h"
#include "ui/theme/theme.h"

#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

GridPager::GridPager(GridModel* model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_label(new QLabel(this))
    , m_back(new IconButton(u"chevron-left"_s, tr("Page before"), {}, this, 12))
    , m_forward(new IconButton(u"chevron-right"_s, tr("Next page"), {}, this, 12))
{
    setTextStyle(m_label, TextStyle::Caption);
    setTone(m_label, Token::Text2);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    row->addWidget(m_back);
    row->addWidget(m_label);
    row->addWidget(m_forward);
    connect(m_back, &QToolButton::clicked, this, [this] { m_model->setPage(m_model->page() - 1); });
    connect(
        m_forward, &QToolButton::clicked, this, [this] { m_model->setPage(m_model->page() + 1); });
    connect(m_model, &GridModel::totalRowsChanged, this, &GridPager::update);
    connect(m_model, &GridModel::modelReset, this, &GridPager::update);
    update();
}

void GridPager::update()
{
    setVisible(m_model->pageCount() > 1);
    m_back->setEnabled(m_model->page() > 0);
    m_forward->setEnabled(m_model->page() + 1 < m_model->pageCount());
    const QLocale locale;
    m_label->setText(tr("Rows %1 to %2")
                         .arg(locale.toString(m_model->storeRow(0) + 1),
                             locale.toString(m_model->storeRow(m_model->rowCount()))));
}

} // namespace pilothouse::ui
