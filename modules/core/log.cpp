// SPDX-License-Identifier: GPL-3.0-or-later
// One formatter in front of every sink takes the secrets out, wherever a line came from.
#include "core/log.h"

#include <QDir>
#include <QFile>

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <mutex>
#include <string>
#include <vector>

#include <sys/resource.h>

namespace pilothouse
{

namespace
{

struct Secrets {
    std::mutex mutex;
    std::vector<std::string> texts;
};

// Process-wide by nature, like the logger of spdlog it serves.
Secrets& secrets()
{
    static Secrets s;
    return s;
}

std::string redacted(std::string text)
{
    std::lock_guard lock(secrets().mutex);
    for (const auto& secret : secrets().texts)
        for (size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at))
            text.replace(at, secret.size(), "***");
    return text;
}

class RedactingFormatter final : public spdlog::formatter
{
public:
    void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) override
    {
        const std::string clean
            = redacted(std::string(message.payload.data(), message.payload.size()));
        spdlog::details::log_msg copy = message;
        copy.payload = clean;
        m_pattern.format(copy, out);
    }
    std::unique_ptr<spdlog::formatter> clone() const override
    {
        return std::make_unique<RedactingFormatter>();
    }

private:
    spdlog::pattern_formatter m_pattern{"%Y-%m-%dT%H:%M:%S.%e %L %v"};
};

void qtMessage(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    const std::string text = message.toStdString();
    switch (type) {
    case QtDebugMsg:
        spdlog::debug("{}", text);
        return;
    case QtInfoMsg:
        spdlog::info("{}", text);
        return;
    case QtWarningMsg:
        spdlog::warn("{}", text);
        return;
    case QtCriticalMsg:
    case QtFatalMsg:
        spdlog::error("{}", text);
    }
}

} // namespace

void startLogging(const LogOptions& options)
{
    std::vector<spdlog::sink_ptr> sinks{std::make_shared<spdlog::sinks::stderr_sink_mt>()};
    sinks.front()->set_level(options.verbose ? spdlog::level::debug : spdlog::level::warn);
    if (!options.folder.isEmpty() && QDir().mkpath(options.folder)) {
        const auto file = QFile::encodeName(
            QDir(options.folder).filePath(QString::fromLatin1("pilothouse.log")));
        try {
            sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                file.toStdString(), static_cast<size_t>(options.maxBytes), 2));
        } catch (const spdlog::spdlog_ex&) {
            // A read-only disk: stderr still has everything that matters.
        }
    }
    auto logger = std::make_shared<spdlog::logger>("pilothouse", sinks.begin(), sinks.end());
    logger->set_level(options.verbose ? spdlog::level::debug : spdlog::level::info);
    logger->set_formatter(std::make_unique<RedactingFormatter>());
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
    spdlog::flush_every(std::chrono::seconds(2));
    qInstallMessageHandler(qtMessage);
}

void leaveNoCoreFile()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_CORE, &limit) == 0) {
        limit.rlim_cur = 0;
        ::setrlimit(RLIMIT_CORE, &limit);
    }
}

void redactInLogs(const Secret& secret)
{
    constexpr qsizetype kShortest = 4; // shorter ones would eat ordinary words
    if (secret.reveal().size() < kShortest)
        return;
    std::string text = secret.reveal().toStdString();
    std::lock_guard lock(secrets().mutex);
    auto& texts = secrets().texts;
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
        texts.push_back(std::move(text));
}

} // namespace pilothouse
