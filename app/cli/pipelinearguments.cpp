// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pipelinearguments.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

using Command = PipelineArguments::Command;

struct PipelineLine {
    Q_DECLARE_TR_FUNCTIONS(PipelineLine)
};

struct CommandSpec {
    QStringView word;
    Command command;
    int least; // files
    int most;
    std::array<QStringView, 5> options;
};

constexpr int kMany = 10'000;
const std::array<CommandSpec, 6> kCommands{
    {{u"check", Command::Check, 1, kMany,
         {u"--json", u"--target", u"--providers", u"--environment"}},
        {u"generate", Command::Generate, 1, 1,
            {u"--target", u"--providers", u"--out", u"--pipeline", u"--environment"}},
        {u"import", Command::Import, 1, 1, {u"--out"}}, {u"diff", Command::Diff, 2, 2, {u"--json"}},
        {u"picture", Command::Picture, 1, 1, {u"--out", u"--theme", u"--pipeline"}},
        {u"help", Command::Help, 0, 0, {}}}};

class PipelineParser final
{
public:
    explicit PipelineParser(const QStringList& words)
        : m_words(words)
    {
    }

    tl::expected<PipelineArguments, QString> run()
    {
        if (m_words.isEmpty() || m_words.first() == u"--help" || m_words.first() == u"-h")
            return m_out;
        for (const CommandSpec& spec : kCommands) {
            if (spec.word == m_words.first())
                m_spec = &spec;
        }
        if (!m_spec)
            return tl::unexpected(
                PipelineLine::tr("There is no command \"pipeline %1\".").arg(m_words.first()));
        m_out.command = m_spec->command;
        bool onlyFiles = false;
        while (m_error.isEmpty() && m_at < m_words.size()) {
            const QString& word = m_words[m_at++];
            if (onlyFiles || !word.startsWith(u'-'))
                m_out.files.append(word);
            else if (word == u"--")
                onlyFiles = true;
            else if (word == u"--help" || word == u"-h")
                return PipelineArguments();
            else
                takeOption(word);
        }
        if (m_error.isEmpty())
            checkTogether();
        if (!m_error.isEmpty())
            return tl::unexpected(m_error);
        return m_out;
    }

private:
    void takeOption(const QString& word)
    {
        const auto equals = word.indexOf(u'=');
        const QString name = word.left(equals);
        const auto& known = m_spec->options;
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            m_error = PipelineLine::tr("There is no option %1 of pipeline %2.")
                          .arg(name, m_spec->word.toString());
        } else if (name == u"--json") {
            m_out.json = true;
            if (equals >= 0)
                m_error = PipelineLine::tr("%1 takes no value.").arg(name);
        } else {
            const bool inside
                = equals < 0 && m_at < m_words.size() && !m_words[m_at].startsWith("--"_L1);
            const QString value = equals >= 0 ? word.mid(equals + 1)
                : inside                      ? m_words[m_at++]
                                              : QString();
            if (value.isEmpty())
                m_error = PipelineLine::tr("%1 needs a value.").arg(name);
            else
                set(name, value);
        }
    }

    void set(const QString& name, const QString& value)
    {
        if (name == u"--out")
            m_out.out = value;
        else if (name == u"--providers")
            m_out.providers = value;
        else if (name == u"--environment")
            m_out.environment = value;
        else if (name == u"--pipeline")
            m_out.pipeline = value;
        else if (name == u"--target")
            m_out.target = value;
        else
            m_out.theme = value;
        if (name == u"--target" && value != u"airflow-2" && value != u"airflow-3")
            m_error = PipelineLine::tr("--target is airflow-2 or airflow-3.");
        if (name == u"--theme" && value != u"dark" && value != u"light")
            m_error = PipelineLine::tr("--theme is dark or light.");
    }

    void checkTogether()
    {
        const auto count = m_out.files.size();
        if (count < m_spec->least || count > m_spec->most || m_out.files.contains(QString()))
            m_error = m_spec->most == kMany ? PipelineLine::tr("pipeline check needs files.")
                : m_spec->most == 2
                ? PipelineLine::tr("pipeline diff needs two files: the old one, the new one.")
                : PipelineLine::tr("pipeline %1 needs one file.").arg(m_spec->word.toString());
        else if (needsOut() && m_out.out.isEmpty())
            m_error = PipelineLine::tr("pipeline %1 needs --out.").arg(m_spec->word.toString());
        else if (m_out.command == Command::Generate && m_out.target.isEmpty())
            m_error = PipelineLine::tr("--target is airflow-2 or airflow-3.");
        else if (m_out.paints() && !m_out.out.endsWith(".png"_L1, Qt::CaseInsensitive)
            && !m_out.out.endsWith(".svg"_L1, Qt::CaseInsensitive))
            m_error = PipelineLine::tr("A picture ends in .png or .svg.");
    }
    bool needsOut() const
    {
        return m_out.command == Command::Generate || m_out.command == Command::Import
            || m_out.command == Command::Picture;
    }

    const QStringList m_words;
    const CommandSpec* m_spec = nullptr;
    qsizetype m_at = 1;
    PipelineArguments m_out;
    QString m_error;
};

} // namespace

tl::expected<PipelineArguments, QString> parsePipelineArguments(const QStringList& words)
{
    return PipelineParser(words).run();
}

QString pipelineUsage()
{
    return PipelineLine::tr(
        "Usage: pilothouse pipeline COMMAND …\n"
        "\n"
        "  check FILE… [--json] [--target airflow-2|airflow-3] [--providers FILE] [--environment "
        "NAME]\n"
        "                                    what is wrong, with file, line and column\n"
        "  generate FILE --target airflow-2|airflow-3 [--providers FILE] --out DIR\n"
        "           [--environment NAME] [--pipeline NAME]\n"
        "                                    DAGs, jobs and statements\n"
        "  import FLOW.json --out FILE|DIR   a JSON flow as pipeline documents\n"
        "  diff OLD NEW [--json]             nodes, parameters and edges that differ\n"
        "  picture FILE --out FILE.png|FILE.svg [--theme dark|light] [--pipeline NAME]\n"
        "\n"
        "No display is needed. Files that somebody changed are never written over.\n"
        "Exit codes: 0 ok or no difference, 1 found a problem or a difference, 2 wrong usage; "
        "diff: 2 a file that cannot be read.\n");
}

} // namespace pilothouse::app
