// SPDX-License-Identifier: GPL-3.0-or-later
// The connection pills of the status bar.
#include "app/shell/statusbar.h"

#include "core/servicehub.h"
#include "ui/controls/pill.h"
#include "ui/errors/absence.h"
#include "ui/shownzone.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Glyph;

namespace
{

constexpr int kGap = 4;
constexpr qint64 kDaySeconds = 86'400; // a time without its date tells no more than that

QString problemWord(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Refused:
        return PillRow::tr("refused");
    case Error::Kind::Timeout:
        return PillRow::tr("no answer");
    case Error::Kind::Auth:
        return PillRow::tr("sign-in failed");
    case Error::Kind::Protocol:
        return PillRow::tr("broken reply");
    case Error::Kind::Unsupported:
        return PillRow::tr("not supported");
    default:
        return PillRow::tr("failing");
    }
}

} // namespace

Glyph healthGlyph(const ServiceHub& hub, const ServiceId& id)
{
    const Service* service = hub.service(id);
    if (!service || !service->adapter)
        return Glyph::Unknown;
    switch (service->health.state) {
    case HealthReport::State::Healthy:
        return Glyph::Ok;
    case HealthReport::State::Degraded:
        return Glyph::Warn;
    case HealthReport::State::Failing:
        return Glyph::Error;
    case HealthReport::State::Unknown:
        break;
    }
    return Glyph::Unknown;
}

QString pillDetail(const ServiceHub& hub, const ServiceId& id)
{
    const Service* service = hub.service(id);
    if (!service || !service->adapter)
        return ui::isAwaited(hub, id) ? PillRow::tr("waits for its password")
                                      : PillRow::tr("not steered");
    switch (service->health.state) {
    case HealthReport::State::Failing: {
        // No countdown: a panel that tries again has its own, and two would disagree.
        const QString problem = problemWord(service->lastError.kind);
        const auto ago = service->lastGood.secsTo(QDateTime::currentDateTimeUtc());
        if (!service->lastGood.isValid() || ago >= kDaySeconds)
            return problem;
        return PillRow::tr("%1 since %2")
            .arg(problem, ui::shownTime(service->lastGood).toString(u"HH:mm"_s));
    }
    case HealthReport::State::Degraded:
    case HealthReport::State::Healthy: {
        const auto latency = service->health.latency;
        return latency.count() > 0 ? PillRow::tr("%1 ms").arg(latency.count())
                                   : PillRow::tr("< 1 ms");
    }
    case HealthReport::State::Unknown:
        break;
    }
    return PillRow::tr("connecting");
}

PillRow::PillRow(ServiceHub& hub, QWidget* parent)
    : QWidget(parent)
    , m_hub(hub)
    , m_more(new QPushButton(this))
{
    ui::setLook(m_more, "variant", u"quiet"_s);
    ui::setLook(m_more, "size", u"small"_s);
    ui::setTextStyle(m_more, ui::TextStyle::Caption);
    m_more->hide();
    connect(m_more, &QAbstractButton::clicked, this, [this] { Q_EMIT moreClicked(m_more); });
    setAccessibleName(tr("Connections"));
    connect(&hub, &ServiceHub::added, this, &PillRow::rebuild);
    connect(&hub, &ServiceHub::removed, this, &PillRow::rebuild);
    connect(&hub, &ServiceHub::healthChanged, this, [this](const ServiceId& id) {
        for (const Entry& entry : m_pills)
            if (entry.id == id)
                refresh(entry);
        arrange();
    });
    rebuild();
}

void PillRow::rebuild()
{
    for (const Entry& entry : m_pills)
        delete entry.pill;
    m_pills.clear();
    const auto ids = m_hub.ids();
    QWidget* before = nullptr;
    for (const ServiceId& id : ids) {
        const Service* service = m_hub.service(id);
        const QString title = service->config.title.isEmpty() ? id : service->config.title;
        auto* pill = new ui::Pill(title, this);
        connect(
            pill, &QAbstractButton::clicked, this, [this, id, pill] { Q_EMIT clicked(id, pill); });
        m_pills.push_back({id, pill});
        refresh(m_pills.back());
        if (before)
            setTabOrder(before, pill);
        before = pill;
    }
    arrange();
}

void PillRow::refresh(const Entry& entry)
{
    entry.pill->setState(healthGlyph(m_hub, entry.id), pillDetail(m_hub, entry.id));
}

int PillRow::severity(const ServiceId& id) const
{
    switch (healthGlyph(m_hub, id)) {
    case Glyph::Error:
        return 3;
    case Glyph::Warn:
        return 2;
    case Glyph::Unknown:
        return 1;
    default:
        return 0;
    }
}

void PillRow::arrange()
{
    // Who stays: the worst first, then in the profile's order. They stand in the profile's order.
    std::vector<size_t> byNeed(m_pills.size());
    for (size_t i = 0; i < byNeed.size(); ++i)
        byNeed[i] = i;
    std::stable_sort(byNeed.begin(), byNeed.end(),
        [this](size_t a, size_t b) { return severity(m_pills[a].id) > severity(m_pills[b].id); });
    int needed = 0;
    for (const Entry& entry : m_pills)
        needed += entry.pill->sizeHint().width() + kGap;
    std::vector<bool> stays(m_pills.size(), true);
    m_hidden.clear();
    if (needed > width()) {
        m_more->setText(tr("%n more", nullptr, static_cast<int>(m_pills.size())));
        int room = width() - m_more->sizeHint().width() - kGap;
        bool full = false;
        for (const size_t i : byNeed) {
            room -= m_pills[i].pill->sizeHint().width() + kGap;
            full = full || room < 0;
            stays[i] = !full;
        }
    }
    int x = 0;
    for (size_t i = 0; i < m_pills.size(); ++i) {
        ui::Pill* pill = m_pills[i].pill;
        pill->setVisible(stays[i]);
        if (!stays[i]) {
            m_hidden.append(m_pills[i].id);
            continue;
        }
        const QSize size = pill->sizeHint();
        pill->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x += size.width() + kGap;
    }
    m_more->setVisible(!m_hidden.isEmpty());
    m_more->setText(tr("%n more", nullptr, static_cast<int>(m_hidden.size())));
    const QSize more = m_more->sizeHint();
    m_more->setGeometry(x, (height() - more.height()) / 2, more.width(), more.height());
}

ui::Pill* PillRow::pill(const ServiceId& id) const
{
    for (const Entry& entry : m_pills)
        if (entry.id == id)
            return entry.pill;
    return nullptr;
}

QSize PillRow::sizeHint() const
{
    int width = 0;
    for (const Entry& entry : m_pills)
        width += entry.pill->sizeHint().width() + kGap;
    return {width, 22};
}

QSize PillRow::minimumSizeHint() const
{
    return {60, 22};
}

void PillRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void PillRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        arrange();
}

} // namespace pilothouse::app
