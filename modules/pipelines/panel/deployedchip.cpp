// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/deployedchip.h"

#include "ui/shownzone.h"

#include <QLocale>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr auto kAfter = 300ms; // of the last edit
constexpr auto kLimit = 15s;
} // namespace

DeployedChip::DeployedChip(ServiceHub& hub, QString versions, QWidget* parent)
    : Chip({}, ui::Token::StatusIdle, parent)
    , m_hub(hub)
    , m_shelf(std::move(versions))
    , m_lane(hub.runtime(), u"deployed-version"_s)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(kAfter);
    connect(&m_soon, &QTimer::timeout, this, &DeployedChip::read);
    hide();
}

DeployedChip::~DeployedChip() = default;

void DeployedChip::setSession(const SessionPtr& session)
{
    m_session = session;
    hide();
    soon();
}

void DeployedChip::setService(const ServiceId& airflow)
{
    m_airflow = airflow;
    soon();
}

void DeployedChip::soon()
{
    m_soon.start();
}

void DeployedChip::read()
{
    const Service* service = m_hub.service(m_airflow);
    if (!m_session || m_session->state() != DocumentSession::State::Ready || !service)
        return hide();
    m_takes = !service->config.options.value(u"dags"_s).toString().isEmpty();
    const QString place = service->config.profile + u'/' + m_airflow;
    m_text = m_session->text().onDone(this, [this, place](Result<QByteArray> text) {
        if (!text)
            return;
        m_version
            = m_lane
                  .run(kLimit,
                      [shelf = VersionShelf(m_shelf), place, id = m_session->pipeline().id](
                          NoConnection&, const Token&) -> Result<std::optional<DeployVersion>> {
                          return shelf.newest(id, place);
                      })
                  .onDone(this, [this, text = *text](Result<std::optional<DeployVersion>> version) {
                      if (version)
                          show(*version, text);
                  });
    });
}

void DeployedChip::show(const std::optional<DeployVersion>& version, const QByteArray& text)
{
    if (!version && !m_takes)
        return hide();
    if (!version) {
        setText(tr("not deployed"));
        setToolTip(tr("It was never deployed to %1.").arg(m_airflow));
    } else {
        const QString number = u"v%1"_s.arg(version->number);
        setText(version->text == text ? number : tr("%1 · edited").arg(number));
        setToolTip(tr("Deployed to %1 on %2: %3")
                       .arg(m_airflow,
                           QLocale().toString(ui::shownTime(version->time), QLocale::ShortFormat),
                           version->message));
    }
    setVisible(true);
}

} // namespace pilothouse::pipelines
