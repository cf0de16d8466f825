// SPDX-License-Identifier: GPL-3.0-or-later
// A figure the server did not give is a dash, never a zero.
#include "database/panel/objectfacts.h"

#include "database/panel/schemanodes.h"
#include "ui/shownzone.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

const QString kDash = u"–"_s;

QString counted(qint64 n)
{
    return n < 0 ? kDash : QLocale().toString(n);
}

QString when(const QDateTime& time)
{
    return time.isValid() ? ui::shownTime(time).toString(u"yyyy-MM-dd HH:mm:ss"_s) : kDash;
}

} // namespace

ObjectFacts::ObjectFacts(QWidget* parent)
    : QWidget(parent)
{
    const QStringList captions{tr("Rows, estimate"), tr("Table"), tr("Indexes"), tr("TOAST"),
        tr("Total"), tr("Index scans, seq scans"), tr("Last analyze")};
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    ui::setPlate(this, Token::Surface);
    setAttribute(Qt::WA_StyledBackground);
    for (const QString& caption : captions) {
        if (!m_values.empty()) {
            auto* line = new QWidget(this);
            ui::setPlate(line, Token::Line);
            line->setAttribute(Qt::WA_StyledBackground);
            line->setFixedWidth(1);
            row->addWidget(line);
        }
        auto* cell = new QVBoxLayout;
        cell->setContentsMargins(12, 5, 12, 6);
        cell->setSpacing(0);
        auto* name = new QLabel(caption, this);
        ui::setTextStyle(name, ui::TextStyle::Caption);
        ui::setTone(name, Token::Text3);
        auto* value = new QLabel(kDash, this);
        value->setAccessibleName(caption);
        ui::setTextStyle(value, ui::TextStyle::Mono);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        cell->addWidget(name);
        cell->addWidget(value);
        row->addLayout(cell, 1);
        m_values.push_back(value);
    }
}

void ObjectFacts::show(const RelationInfo& relation, const std::optional<RelationSizes>& sizes)
{
    const qint64 rows = sizes && sizes->rows >= 0 ? sizes->rows : relation.rows;
    QStringList values{counted(rows)};
    if (sizes) {
        values << bytesText(sizes->table) << bytesText(sizes->indexes) << bytesText(sizes->toast)
               << bytesText(sizes->total)
               << counted(sizes->indexScans) % u" / "_s % counted(sizes->sequentialScans)
               << when(sizes->lastAnalyze);
    }
    for (size_t i = 0; i < m_values.size(); ++i)
        m_values[i]->setText(values.value(qsizetype(i), kDash));
    QString tip = tr("An estimate of the last analyze");
    if (sizes && sizes->liveRows >= 0)
        tip += u'\n'
            % tr("%1 live rows, %2 dead rows")
                  .arg(counted(sizes->liveRows), counted(sizes->deadRows));
    m_values.front()->setToolTip(tip);
    m_values.back()->setToolTip(
        sizes ? tr("Last vacuum %1").arg(when(sizes->lastVacuum)) : QString());
}

} // namespace pilothouse::database
