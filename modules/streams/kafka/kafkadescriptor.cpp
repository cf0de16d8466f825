// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/kafkadescriptor.h"

#include "streams/kafka/kafkaadapter.h"

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

AdapterDescriptor kafkaDescriptor()
{
    using Type = OptionField::Type;
    const Text headers = PH_TEXT("streams",
        "name: value, parted by semicolons. A value env:NAME is read from the environment and kept "
        "secret: Authorization: env:REGISTRY_LOGIN");
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
        {u"registry"_s, PH_TEXT("streams", "Schema registry"), Type::Text, {}, {},
            PH_TEXT("streams",
                "Address of the registry, with its path: http://localhost:8081, "
                "http://localhost:8080/apis/ccompat/v7")},
        {u"registry_login"_s, PH_TEXT("streams", "Login at the registry"), Type::Choice, u"none"_s,
            {u"none"_s, u"service"_s},
            PH_TEXT("streams", "service: with the user and password of the brokers.")},
        {u"registry_headers"_s, PH_TEXT("streams", "Headers for the registry"), Type::Text, {}, {},
            headers},
        {u"connect"_s, PH_TEXT("streams", "Kafka Connect"), Type::Text, {}, {},
            PH_TEXT("streams",
                "Address of its REST API: http://localhost:8083. Several are parted by commas.")},
        {u"connect_login"_s, PH_TEXT("streams", "Login at Kafka Connect"), Type::Choice, u"none"_s,
            {u"none"_s, u"service"_s},
            PH_TEXT("streams", "service: with the user and password of the brokers.")},
        {u"connect_headers"_s, PH_TEXT("streams", "Headers for Kafka Connect"), Type::Text, {}, {},
            headers},
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
