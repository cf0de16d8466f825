// SPDX-License-Identifier: GPL-3.0-or-later
// TopicSchemas: the newest schema of the values of the topics on screen, in a word ("Avro v7"). A
// topic's subject is TOPIC-value, as Kafka's own serializers name it. One for all panels of a
// cluster (StreamsFeed). Nothing is asked while nobody looks, and of each topic at most once a
// minute.
#pragma once

#include "core/servicehub.h"
#include "streams/api/schemas.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace pilothouse::streams
{

// GUI thread.
class TopicSchemas final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicSchemas)

public:
    TopicSchemas(ServiceHub& hub, ServiceId service, QObject* parent = nullptr);

    void setTopics(const QStringList& topics); // on screen; empty: nobody looks
    QString word(const QString& topic) const; // empty: none, or not known
    const SchemaInfo* newest(const QString& topic) const; // null: none, or not known
    // Somebody else has asked for it; none: the topic has none any more.
    void take(const QString& topic, const std::optional<SchemaInfo>& schema);

Q_SIGNALS:
    void changed();

private:
    void ask();
    void askSubjects(Schemas& schemas);
    void askSchema(Schemas& schemas, const QString& topic);
    bool isDue(qint64 asked) const; // -1: never asked

    ServiceHub& m_hub;
    const ServiceId m_service;
    QStringList m_topics;
    QSet<QString> m_subjects;
    qint64 m_subjectsAsked = -1; // by m_clock
    QHash<QString, qint64> m_asked; // by topic, by m_clock
    QHash<QString, SchemaInfo> m_newest; // by topic
    QElapsedTimer m_clock;
    QTimer m_again;
    Call<QStringList> m_subjectsCall;
    Call<SchemaInfo> m_schemaCall;
};

} // namespace pilothouse::streams
