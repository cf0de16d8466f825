// SPDX-License-Identifier: GPL-3.0-or-later
// A bare librdkafka loop, the peer of kafka.tail: all messages of a topic from its begin, counted
// and let go, with the library's own settings. Usage: kafka_loop BROKERS TOPIC PARTITIONS MESSAGES
// Says "ready", waits for a line, reads and says "done BYTES".
#include <array>
#include <cstdio>
#include <cstdlib>

#include <librdkafka/rdkafka.h>

namespace
{

constexpr size_t kAtOnce = 1000;

int fail(const char* words)
{
    std::fprintf(stderr, "kafka_loop: %s\n", words);
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 5)
        return fail("BROKERS TOPIC PARTITIONS MESSAGES");
    const char* topic = argv[2];
    const int partitions = std::atoi(argv[3]);
    const long long messages = std::atoll(argv[4]);
    std::puts("ready");
    std::fflush(stdout);
    if (std::getchar() == EOF)
        return 1;

    std::array<char, 512> words{};
    rd_kafka_conf_t* conf = rd_kafka_conf_new();
    if (rd_kafka_conf_set(conf, "bootstrap.servers", argv[1], words.data(), words.size())
            != RD_KAFKA_CONF_OK
        || rd_kafka_conf_set(conf, "group.id", "kafka_loop", words.data(), words.size())
            != RD_KAFKA_CONF_OK)
        return fail(words.data());
    rd_kafka_t* handle = rd_kafka_new(RD_KAFKA_CONSUMER, conf, words.data(), words.size());
    if (!handle)
        return fail(words.data());
    rd_kafka_topic_partition_list_t* all = rd_kafka_topic_partition_list_new(partitions);
    for (int i = 0; i < partitions; ++i)
        rd_kafka_topic_partition_list_add(all, topic, i)->offset = RD_KAFKA_OFFSET_BEGINNING;
    const rd_kafka_resp_err_t assigned = rd_kafka_assign(handle, all);
    rd_kafka_topic_partition_list_destroy(all);
    if (assigned != RD_KAFKA_RESP_ERR_NO_ERROR)
        return fail(rd_kafka_err2str(assigned));

    rd_kafka_queue_t* queue = rd_kafka_queue_get_consumer(handle);
    std::array<rd_kafka_message_t*, kAtOnce> batch;
    long long count = 0, bytes = 0;
    while (count < messages) {
        const ssize_t some = rd_kafka_consume_batch_queue(queue, 1000, batch.data(), batch.size());
        for (ssize_t i = 0; i < some; ++i) {
            rd_kafka_message_t* message = batch[size_t(i)];
            if (message->err == RD_KAFKA_RESP_ERR_NO_ERROR) {
                ++count;
                bytes += static_cast<long long>(message->key_len + message->len);
            }
            rd_kafka_message_destroy(message);
        }
    }
    std::printf("done %lld\n", bytes);
    std::fflush(stdout);
    rd_kafka_queue_destroy(queue);
    rd_kafka_destroy(handle);
    return 0;
}
