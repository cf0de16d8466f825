// SPDX-License-Identifier: GPL-3.0-or-later
// Ownership of librdkafka's objects: the only place that frees them. Destroying a handle waits for
// its threads: never on the GUI thread, and after all that was made of it.
#pragma once

#include <memory>

#include <librdkafka/rdkafka.h>

namespace pilothouse::streams
{

struct FreeRdkafka {
    void operator()(rd_kafka_conf_t* c) const { rd_kafka_conf_destroy(c); }
    void operator()(rd_kafka_error_t* error) const { rd_kafka_error_destroy(error); }
    void operator()(rd_kafka_t* handle) const { rd_kafka_destroy(handle); }
    void operator()(rd_kafka_topic_t* topic) const { rd_kafka_topic_destroy(topic); }
    void operator()(rd_kafka_queue_t* queue) const { rd_kafka_queue_destroy(queue); }
    void operator()(rd_kafka_message_t* message) const { rd_kafka_message_destroy(message); }
};
using ErrorHandle = std::unique_ptr<rd_kafka_error_t, FreeRdkafka>;
using ConfHandle = std::unique_ptr<rd_kafka_conf_t, FreeRdkafka>;
using ClientHandle = std::unique_ptr<rd_kafka_t, FreeRdkafka>;
using TopicHandle = std::unique_ptr<rd_kafka_topic_t, FreeRdkafka>;
using QueueHandle = std::unique_ptr<rd_kafka_queue_t, FreeRdkafka>;
using MessageHandle = std::unique_ptr<rd_kafka_message_t, FreeRdkafka>;

} // namespace pilothouse::streams
