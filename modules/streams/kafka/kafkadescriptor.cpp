// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkadescriptor.h"

#include "streams/kafka/kafkaadapter.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

AdapterDescriptor kafkaDescriptor()
{
    using Type = OptionField::Type;
    AdapterDescriptor descriptor;
    descriptor.module = u"streams"_s;
    descriptor.tool = u"kafka"_s;
    descriptor.title = u"Kafka"_s;
    descriptor.defaultPort = 9092;
    descriptor.nsScheme = u"kafka"_s;
    descriptor.options = {
        {u"login"_s, PH_TEXT("streams", "Login"), Type::Choice, u"plain"_s,
            {u"plain"_s, u"scram-sha-256"_s, u"scram-sha-512"_s},
            PH_TEXT("streams", "How user and password are told. Without a user nobody logs in.")},
        {u"address_map"_s, PH_TEXT("streams", "Addresses instead"), Type::Text, {}, {},
            PH_TEXT("streams",
                "Where brokers are that name themselves otherwise: kafka:9092=localhost:29092, …")},
        {u"connect_timeout"_s, PH_TEXT("streams", "Time to connect"), Type::Milliseconds, 5000, {},
            PH_TEXT("streams", "How long to wait for a broker when connecting.")},
        {u"ssh_config"_s, PH_TEXT("streams", "ssh configuration"), Type::Text, {}, {},
            PH_TEXT("streams", "A file to use instead of ~/.ssh/config.")},
    };
    descriptor.make = [](AdapterContext context) {
        return std::make_unique<KafkaAdapter>(std::move(context));
    };
    return descriptor;
}

} // namespace pilothouse::streams
