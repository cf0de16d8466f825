// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/topicschemas.h"

#include "streams/panel/schematype.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kEvery = 60'000; // ms
constexpr qsizetype kMostKept = 500;

QString subjectOf(const QString& topic)
{
    return topic + u"-value"_s;
}

} // namespace

TopicSchemas::TopicSchemas(ServiceHub& hub, ServiceId service, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_service(std::move(service))
{
    m_clock.start();
    m_again.setSingleShot(true);
    m_again.setInterval(kEvery);
    connect(&m_again, &QTimer::timeout, this, &TopicSchemas::ask);
}

void TopicSchemas::setTopics(const QStringList& topics)
{
    if (m_topics == topics)
        return;
    m_topics = topics;
    if (m_topics.isEmpty())
        m_again.stop();
    else
        ask();
}

QString TopicSchemas::word(const QString& topic) const
{
    const SchemaInfo* schema = newest(topic);
    return schema ? u"%1 v%2"_s.arg(schemaTypeText(schema->type)).arg(schema->version) : QString();
}

const SchemaInfo* TopicSchemas::newest(const QString& topic) const
{
    const auto known = m_newest.constFind(topic);
    return known == m_newest.constEnd() ? nullptr : &*known;
}

void TopicSchemas::take(const QString& topic, const std::optional<SchemaInfo>& schema)
{
    m_asked.insert(topic, m_clock.elapsed());
    if (m_newest.size() >= kMostKept)
        m_newest.removeIf([this](const auto& at) { return !m_topics.contains(at.key()); });
    if (schema) {
        m_subjects.insert(subjectOf(topic));
        m_newest.insert(topic, *schema);
    } else {
        m_newest.remove(topic);
    }
    Q_EMIT changed();
}

bool TopicSchemas::isDue(qint64 asked) const
{
    return asked < 0 || m_clock.elapsed() - asked >= kEvery;
}

// One request at a time: the list of subjects, then what is missing of the topics on screen.
void TopicSchemas::ask()
{
    auto* schemas = m_hub.contract<Schemas>(m_service);
    if (m_topics.isEmpty() || !schemas || m_subjectsCall.running() || m_schemaCall.running())
        return;
    if (isDue(m_subjectsAsked))
        return askSubjects(*schemas);
    for (const QString& topic : std::as_const(m_topics)) {
        if (m_subjects.contains(subjectOf(topic)) && isDue(m_asked.value(topic, -1)))
            return askSchema(*schemas, topic);
    }
    m_again.start();
}

void TopicSchemas::askSubjects(Schemas& schemas)
{
    m_subjectsAsked = m_clock.elapsed();
    m_subjectsCall = schemas.subjects().onDone(this, [this](const Result<QStringList>& answer) {
        if (answer) {
            m_subjects = {answer->cbegin(), answer->cend()};
            m_newest.removeIf(
                [this](const auto& at) { return !m_subjects.contains(subjectOf(at.key())); });
            Q_EMIT changed();
        }
        ask();
    });
}

// What cannot be read keeps its word; the pane of the schemas tells errors.
void TopicSchemas::askSchema(Schemas& schemas, const QString& topic)
{
    m_asked.insert(topic, m_clock.elapsed());
    m_schemaCall = schemas.schema(subjectOf(topic), 0)
                       .onDone(this, [this, topic](const Result<SchemaInfo>& answer) {
                           if (answer)
                               take(topic, *answer);
                           ask();
                       });
}

} // namespace pilothouse::streams
