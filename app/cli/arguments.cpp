// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

using Action = Arguments::Action;

struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// What a language is called on the command line, and how the translations are named.
std::optional<QString> languageOf(QString word)
{
    word = word.toLower().replace(u'-', u'_').section(u'.', 0, 0);
    if (word == u"en" || word.startsWith("en_"_L1))
        return u"en"_s;
    if (word == u"ko" || word.startsWith("ko_"_L1))
        return u"ko"_s;
    if (word == u"zh" || word == u"zh_tw" || word == u"zh_hk" || word == u"zh_hant")
        return u"zh_TW"_s;
    return {};
}

std::optional<QSize> sizeOf(const QString& word)
{
    static const QRegularExpression form(u"^([0-9]{3,4})[xX×]([0-9]{3,4})$"_s);
    const auto match = form.match(word);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    if (!match.hasMatch() || size.width() < 640 || size.height() < 480)
        return {};
    return size;
}

class Parser final
{
public:
    explicit Parser(const QStringList& words)
        : m_words(words)
    {
    }

    tl::expected<Arguments, QString> run()
    {
        while (m_error.isEmpty() && m_at < m_words.size()) {
            if (m_words[m_at] == u"pipeline" && m_out.action == Action::Window && !m_onlyWords)
                return pipeline();
            takeWord(m_words[m_at++]);
        }
        if (m_error.isEmpty())
            checkTogether();
        if (!m_error.isEmpty())
            return tl::unexpected(m_error);
        return m_out;
    }

private:
    // A command of its own: the words behind it are its.
    tl::expected<Arguments, QString> pipeline()
    {
        const auto parsed = parsePipelineArguments(m_words.mid(m_at + 1));
        if (!parsed)
            return tl::unexpected(parsed.error());
        m_out.action = Action::Pipeline;
        m_out.pipeline = *parsed;
        return m_out;
    }

    void takeWord(const QString& word)
    {
        static const QStringList qtOptions{u"-platform"_s, u"-style"_s, u"-display"_s, u"-name"_s,
            u"-session"_s, u"-qwindowgeometry"_s, u"-platformpluginpath"_s};
        if (qtOptions.contains(word)) {
            ++m_at;
            return;
        }
        if (m_onlyWords || !word.startsWith(u'-')) {
            m_error = CommandLine::tr("There is no command \"%1\".").arg(word);
            return;
        }
        if (word == u"--") {
            m_onlyWords = true;
            return;
        }
        const auto equals = word.indexOf(u'=');
        m_name = word.left(equals);
        m_inline = equals < 0 ? std::nullopt : std::optional(word.mid(equals + 1));
        takeOption();
        if (m_error.isEmpty() && m_inline)
            m_error = CommandLine::tr("%1 takes no value.").arg(m_name);
    }

    void takeOption()
    {
        if (m_name == u"--version")
            setAction(Action::Version);
        else if (m_name == u"--help" || m_name == u"-h")
            setAction(Action::Help);
        else if (m_name == u"--doctor")
            setAction(Action::Doctor);
        else if (m_name == u"--json")
            m_out.json = true;
        else if (m_name == u"--profile")
            m_out.profile = value();
        else if (m_name == u"--tour") {
            setAction(Action::Tour);
            m_out.tourFolder = value();
        } else if (m_name == u"--theme") {
            m_out.theme = value();
            if (m_error.isEmpty() && m_out.theme != u"dark" && m_out.theme != u"light")
                m_error = CommandLine::tr("--theme is dark or light.");
        } else if (m_name == u"--lang") {
            const auto language = languageOf(value());
            if (m_error.isEmpty() && !language)
                m_error = CommandLine::tr("--lang is en, zh_TW or ko.");
            m_out.language = language.value_or(QString());
        } else if (m_name == u"--size") {
            const auto size = sizeOf(value());
            if (m_error.isEmpty() && !size)
                m_error = CommandLine::tr("--size is WIDTHxHEIGHT, at least 640x480.");
            m_out.size = size.value_or(QSize());
        } else {
            m_error = CommandLine::tr("There is no option %1.").arg(m_name);
        }
    }

    QString value()
    {
        if (m_inline) {
            const QString text = *std::exchange(m_inline, std::nullopt);
            if (text.isEmpty())
                m_error = CommandLine::tr("%1 needs a value.").arg(m_name);
            return text;
        }
        if (m_at >= m_words.size() || m_words[m_at].isEmpty()
            || m_words[m_at].startsWith("--"_L1)) {
            m_error = CommandLine::tr("%1 needs a value.").arg(m_name);
            return {};
        }
        return m_words[m_at++];
    }

    void setAction(Action action)
    {
        // Asking for help or the version wins over everything beside it.
        if (m_out.action == Action::Help || action == m_out.action)
            return;
        if (m_out.action != Action::Window && action != Action::Help && action != Action::Version
            && m_out.action != Action::Version)
            m_error = CommandLine::tr("--doctor and --tour do not go together.");
        else if (m_out.action != Action::Version || action == Action::Help)
            m_out.action = action;
    }

    void checkTogether()
    {
        const bool tour = m_out.action == Action::Tour;
        if (m_out.action == Action::Help || m_out.action == Action::Version)
            return;
        if (m_out.json && m_out.action != Action::Doctor)
            m_error = CommandLine::tr("--json belongs to --doctor.");
        else if (!tour
            && (!m_out.theme.isEmpty() || !m_out.language.isEmpty() || !m_out.size.isEmpty()))
            m_error = CommandLine::tr("--theme, --lang and --size belong to --tour.");
    }

    const QStringList m_words;
    qsizetype m_at = 0;
    Arguments m_out;
    QString m_error;
    QString m_name;
    std::optional<QString> m_inline;
    bool m_onlyWords = false;
};

} // namespace

tl::expected<Arguments, QString> parseArguments(const QStringList& arguments)
{
    return Parser(arguments).run();
}

QString usageText()
{
    return CommandLine::tr(
        "Usage: pilothouse [options]\n"
        "\n"
        "  --profile NAME|FILE  open this profile\n"
        "  --doctor [--json]    check profile, services, keychain, folders, fonts and sandbox\n"
        "  --tour DIR           write a picture of every panel and tour.json into DIR\n"
        "      --theme dark|light   --lang en|zh_TW|ko   --size WIDTHxHEIGHT\n"
        "  pipeline COMMAND …   check, generate, import, compare and draw pipelines;\n"
        "                       pipeline --help says more\n"
        "  --version            print the version\n"
        "  --help               print this text\n"
        "\n"
        "Exit codes: 0 ok, 1 found a problem, 2 wrong usage, 3 no display, 4 profile "
        "unreadable.\n");
}

QString versionText()
{
    return u"pilothouse "_s + QString::fromLatin1(PILOTHOUSE_VERSION);
}

} // namespace pilothouse::app
