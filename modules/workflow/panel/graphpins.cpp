// SPDX-License-Identifier: GPL-3.0-or-later
// One value for each service: a list of DAGs, the one pinned last at its end.
#include "workflow/panel/graphpins.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

namespace
{

QJsonArray listIn(const QSettings& settings, const QString& key)
{
    return QJsonDocument::fromJson(settings.value(key).toString().toUtf8()).array();
}

} // namespace

GraphPins::GraphPins(QSettings& settings, const ServiceId& service)
    : m_settings(settings)
    , m_key(u"workflow/pins/"_s + service)
{
}

GraphPins::Places GraphPins::of(const QString& dag) const
{
    Places places;
    const QJsonArray list = listIn(m_settings, m_key);
    for (const QJsonValue& one : list) {
        if (one["dag"_L1].toString() != dag)
            continue;
        const QJsonObject pins = one["pins"_L1].toObject();
        for (auto pin = pins.begin(); pin != pins.end() && places.size() < kMostPins; ++pin)
            places.insert(pin.key(), {pin.value()[0].toDouble(), pin.value()[1].toDouble()});
    }
    return places;
}

void GraphPins::keep(const QString& dag, const Places& places)
{
    QJsonArray list;
    const QJsonArray before = listIn(m_settings, m_key);
    for (const QJsonValue& one : before)
        if (one["dag"_L1].toString() != dag)
            list.append(one);
    if (!places.isEmpty()) {
        QJsonObject pins;
        for (auto place = places.begin(); place != places.end() && pins.size() < kMostPins; ++place)
            pins.insert(place.key(), QJsonArray{place->x(), place->y()});
        list.append(QJsonObject{{u"dag"_s, dag}, {u"pins"_s, pins}});
    }
    while (list.size() > kMostDags)
        list.removeFirst();
    if (list.isEmpty())
        m_settings.remove(m_key);
    else
        m_settings.setValue(
            m_key, QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
}

} // namespace pilothouse::workflow
