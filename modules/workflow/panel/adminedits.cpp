// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/adminedits.h"

#include "core/servicehub.h"
#include "ui/drafts.h"

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;

// A child of the hub: it lives as long as the services do.
class AdminEdits::Memory final : public QObject
{
public:
    using QObject::QObject;
    QHash<QString, QString> texts; // by draft key
};

AdminEdits::AdminEdits(ui::Drafts& drafts, ServiceHub& hub, ServiceId service)
    : m_drafts(drafts)
    , m_hub(hub)
    , m_service(std::move(service))
{
}

AdminEdits::Memory& AdminEdits::memory() const
{
    const QString name = u"workflow masked edits"_s;
    if (auto* known = m_hub.findChild<QObject*>(name, Qt::FindDirectChildrenOnly))
        return *static_cast<Memory*>(known);
    auto* made = new Memory(&m_hub);
    made->setObjectName(name);
    return *made;
}

QString AdminEdits::draftKey(const QString& key) const
{
    return QString(u"workflow.admin/"_s + m_service + u'/' + key);
}

std::optional<QString> AdminEdits::get(const QString& key) const
{
    const auto& texts = memory().texts;
    if (const auto it = texts.constFind(draftKey(key)); it != texts.constEnd())
        return *it;
    const QJsonValue text = m_drafts.get(draftKey(key)).value(u"text"_s);
    return text.isString() ? std::optional(text.toString()) : std::nullopt;
}

void AdminEdits::put(const QString& key, const QString& text, bool masked)
{
    if (masked)
        memory().texts.insert(draftKey(key), text);
    else
        m_drafts.put(draftKey(key), {{u"text"_s, text}});
}

void AdminEdits::remove(const QString& key)
{
    memory().texts.remove(draftKey(key));
    if (!m_drafts.get(draftKey(key)).isEmpty())
        m_drafts.remove(draftKey(key));
}

bool AdminEdits::isEmpty() const
{
    const QString prefix = draftKey({});
    const auto ours = [&prefix](const QString& key) {
        return key.startsWith(prefix);
    };
    const QStringList masked = memory().texts.keys();
    const QStringList drafts = m_drafts.keys();
    return std::none_of(masked.begin(), masked.end(), ours)
        && std::none_of(drafts.begin(), drafts.end(), ours);
}

} // namespace pilothouse::workflow
