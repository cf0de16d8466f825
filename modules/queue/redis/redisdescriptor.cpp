// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/redis/redisdescriptor.h"

#include "queue/redis/redisadapter.h"

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

AdapterDescriptor redisDescriptor()
{
    AdapterDescriptor descriptor;
    descriptor.module = u"queue"_s;
    descriptor.tool = u"redis"_s;
    descriptor.title = u"Redis"_s;
    descriptor.defaultPort = 6379;
    descriptor.nsScheme = u"redis"_s;
    descriptor.takesUnixSocket = true;
    descriptor.options = {
        {u"database"_s, PH_TEXT("queue", "Database"), OptionField::Type::Integer, 0, {},
            PH_TEXT("queue", "The number of the database, as in SELECT.")},
        {u"separator"_s, PH_TEXT("queue", "Separator"), OptionField::Type::Text, u":"_s, {},
            PH_TEXT("queue", "What parts the names of keys into levels of the tree.")},
        {u"connect_timeout"_s, PH_TEXT("queue", "Time to connect"), OptionField::Type::Milliseconds,
            5000, {}, PH_TEXT("queue", "How long to wait for the server when connecting.")},
        {u"ssh_config"_s, PH_TEXT("queue", "ssh configuration"), OptionField::Type::Text, {}, {},
            PH_TEXT("queue", "A file to use instead of ~/.ssh/config.")},
    };
    descriptor.make = [](AdapterContext context) {
        return std::make_unique<RedisAdapter>(std::move(context));
    };
    return descriptor;
}

} // namespace pilothouse::queue
