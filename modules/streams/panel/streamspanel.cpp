// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/streamspanel.h"

#include "core/servicehub.h"
#include "streams/api/topics.h"
#include "ui/errors/absence.h"
#include "ui/states/stateframe.h"
#include "ui/workbench.h"

#include <QVBoxLayout>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

StreamsPanel::StreamsPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : Panel(workbench, parent)
    , m_service(service)
    , m_frame(new ui::StateFrame(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame);
    refreshWhenVisible();
}

StreamsPanel::~StreamsPanel() = default;

QString StreamsPanel::title() const
{
    return tr("Topics");
}

QString StreamsPanel::iconName() const
{
    return u"waves"_s;
}

QString StreamsPanel::kind() const
{
    return u"streams.topics"_s;
}

void StreamsPanel::refresh()
{
    if (workbench().hub().contract<Topics>(m_service))
        return;
    setState(State::NotConnected);
    m_frame->showNotConnected(ui::absencePage(u"waves"_s, workbench().hub(), m_service));
}

} // namespace pilothouse::streams
