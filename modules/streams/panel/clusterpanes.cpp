// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/clusterpanes.h"

#include "streams/panel/streamsfeed.h"
#include "streams/panel/streamtable.h"
#include "ui/timecontext.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

ClusterPane::ClusterPane(ui::Workbench& workbench, const ServiceId& service, StreamsFeed& feed,
    const QString& iconName, QWidget* parent)
    : ServicePane(workbench, service, iconName, parent)
{
    connect(&feed, &StreamsFeed::answered, this, [this] {
        if (isVisible())
            refresh();
    });
}

ClusterPane::~ClusterPane() = default;

void ClusterPane::setRows(StreamRows& rows, const QString& name, int column, Qt::SortOrder order)
{
    m_model = std::make_unique<StreamModel>(rows);
    m_table = std::make_unique<StreamTable>(name, *m_model, frame());
    m_table->setOrder(column, order);
    setContent(m_table.get());
    setFocusProxy(m_table.get());
}

void ClusterPane::dropTable()
{
    m_table.reset();
    m_model.reset();
}

void ClusterPane::showRows(bool any, const QString& heading, const QString& line)
{
    m_model->update();
    if (any)
        showContent();
    else
        showNothing(heading, line);
}

// Moves ----------------------------------------------------------------------------------------

MovesPane::MovesPane(
    ui::Workbench& workbench, const ServiceId& service, StreamsFeed& feed, QWidget* parent)
    : ClusterPane(workbench, service, feed, u"partition"_s, parent)
    , m_feed(feed)
{
    setRows(m_rows, tr("Reassignments in progress"), MoveRows::Topic, Qt::AscendingOrder);
    connect(&feed, &StreamsFeed::factsChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void MovesPane::refresh()
{
    m_rows.setMoves(m_feed.moves());
    showRows(!m_feed.moves().empty(), tr("No partition is being moved"), {});
}

// Quotas ---------------------------------------------------------------------------------------

QuotasPane::QuotasPane(
    ui::Workbench& workbench, const ServiceId& service, StreamsFeed& feed, QWidget* parent)
    : ClusterPane(workbench, service, feed, u"sliders"_s, parent)
{
    setRows(m_rows, tr("Quotas"), QuotaRows::Whom, Qt::AscendingOrder);
}

void QuotasPane::refresh()
{
    auto* cluster = contract<Cluster>();
    if (!cluster || m_call.running())
        return;
    if (!m_known)
        showAsking(tr("asking for the quotas"), false);
    m_call = cluster->quotas().onDone(this, [this](Result<std::vector<Quota>> answer) {
        if (!answer) {
            showFailure(answer.error(), m_known);
            return;
        }
        m_known = true;
        m_rows.setQuotas(*answer);
        showRows(!answer->empty(), tr("No quotas"),
            tr("No user, client id or address of this cluster has a limit."));
    });
}

// Producers ------------------------------------------------------------------------------------

ProducersPane::ProducersPane(
    ui::Workbench& workbench, const ServiceId& service, StreamsFeed& feed, QWidget* parent)
    : ClusterPane(workbench, service, feed, u"edit"_s, parent)
    , m_rows([&time = workbench.timeContext()] { return time.zone(); })
{
    setRows(m_rows, tr("Active producers"), ProducerRows::Last, Qt::DescendingOrder);
}

void ProducersPane::showTopic(const QString& topic)
{
    if (topic == m_topic)
        return;
    m_topic = topic;
    m_known = false;
    m_call = {};
    refresh();
}

void ProducersPane::refresh()
{
    auto* topics = contract<Topics>();
    if (!topics || m_topic.isEmpty() || m_call.running())
        return;
    if (!m_known)
        showAsking(tr("asking who writes to %1").arg(m_topic), false);
    m_call = topics->producers(m_topic).onDone(
        this, [this](Result<std::vector<ProducerState>> answer) {
            if (!answer) {
                showFailure(answer.error(), m_known);
                return;
            }
            m_known = true;
            const bool any = !answer->empty();
            m_rows.setProducers(std::move(*answer));
            showRows(any, tr("No active producers"),
                tr("Brokers know those that number their messages, for a day after the last one."));
        });
}

} // namespace pilothouse::streams
