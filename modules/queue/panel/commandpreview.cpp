// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/commandpreview.h"

#include "core/servicehub.h"
#include "ui/controls/elidedlabel.h"

#include <QHBoxLayout>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype kLine = 600; // more than any screen is wide
constexpr qsizetype kToolTip = 10'000; // more than any screen holds
} // namespace

CommandPreview::CommandPreview(QWidget* parent)
    : QWidget(parent)
    , m_line(new ui::ElidedLabel({}, ui::TextStyle::Mono, ui::Token::Text2, this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
}

void CommandPreview::setStatement(const QString& statement)
{
    if (m_statement == statement)
        return;
    m_statement = statement;
    const auto cut = [&](qsizetype most) {
        return statement.size() > most ? QString(statement.left(most) + u'…') : statement;
    };
    m_line->setText(cut(kLine).replace(u'\n', u' '));
    m_line->setToolTip(statement.isEmpty()
            ? QString()
            : u"<p style='white-space:pre-wrap'>"_s + cut(kToolTip).toHtmlEscaped() + u"</p>"_s);
    setAccessibleName(statement.isEmpty() ? QString() : tr("Sends %1").arg(cut(kLine)));
}

bool CommandPreview::asks(ServiceHub& hub, const QString& service)
{
    const Service* found = hub.service(service);
    return !found || found->gate->asks();
}

QString CommandPreview::buttonText(QString dotted, bool asks)
{
    if (!asks && dotted.endsWith(u'…'))
        dotted.chop(1);
    return dotted;
}

} // namespace pilothouse::queue
