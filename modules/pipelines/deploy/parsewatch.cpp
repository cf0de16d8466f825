// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/deploy/parsewatch.h"

#include "pipelines/generate/fingerprint.h"

#include <QRegularExpression>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ImportPlace placeOfTrace(const QString& trace, const GeneratedFile& file)
{
    ImportPlace place;
    place.file = file.path;
    static const QRegularExpression frame(u"File \"([^\"]+)\", line (\\d+)"_s);
    for (auto found = frame.globalMatch(trace); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString path = match.captured(1);
        if (path == file.path || path.endsWith(u'/' + file.path))
            place.line = match.captured(2).toInt();
    }
    for (const auto& [node, range] : file.nodes)
        if (place.line >= range.begin.line && place.line < range.end.line + (range.end.column > 1))
            place.node = node;
    const QStringList lines = trace.trimmed().split(u'\n');
    place.words = lines.last().trimmed();
    return place;
}

ParseWatch::ParseWatch(ServiceHub& hub, ServiceId airflow, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_airflow(std::move(airflow))
{
    m_pace.setSingleShot(true);
    m_pace.setInterval(1000ms);
    connect(&m_pace, &QTimer::timeout, this, &ParseWatch::ask);
}

void ParseWatch::wait(const QString& dag, const GeneratedFile& file, milliseconds limit)
{
    m_dag = dag;
    m_file = file;
    m_hash = fingerprint(file.text).hash;
    m_since = QDateTime::currentDateTimeUtc();
    m_until = m_since.addMSecs(limit.count());
    ask();
}

void ParseWatch::ask()
{
    auto* dags = m_hub.contract<workflow::Dags>(m_airflow);
    if (!dags) {
        m_outcome.error = Error{Error::Kind::NotFound, m_airflow, m_airflow, {}, {}};
        return end();
    }
    m_source = dags->source(m_dag, 0).onDone(
        this, [this](const Result<workflow::DagSource>& source) { onSource(source); });
}

void ParseWatch::onSource(const Result<workflow::DagSource>& source)
{
    if (source && !m_hash.isEmpty() && source->text.contains(QLatin1StringView(m_hash))) {
        m_outcome.parsed = true;
        return end();
    }
    if (!source && source.error().kind != Error::Kind::NotFound)
        m_last = source.error();
    auto* dags = m_hub.contract<workflow::Dags>(m_airflow);
    if (!dags)
        return again();
    if (source && !m_hurried)
        hurry();
    m_errors = dags->importErrors().onDone(this,
        [this](const Result<std::vector<workflow::ImportError>>& errors) { onErrors(errors); });
}

void ParseWatch::onErrors(const Result<std::vector<workflow::ImportError>>& errors)
{
    if (!errors) {
        m_last = errors.error();
        return again();
    }
    for (const workflow::ImportError& error : *errors) {
        if (error.file != m_file.path && !error.file.endsWith(u'/' + m_file.path))
            continue;
        // One from before the file was written may still stand for some seconds; the server's clock
        // need not be ours, so its first words are compared too.
        const QString key = error.time.toString(Qt::ISODateWithMs) + error.trace;
        if (m_firstLook && error.time.isValid() && error.time < m_since) {
            m_oldError = key;
            m_oldPlace = placeOfTrace(error.trace, m_file);
            continue;
        }
        if (key == m_oldError)
            continue;
        m_outcome.importError = placeOfTrace(error.trace, m_file);
        return end();
    }
    m_firstLook = false;
    again();
}

// Airflow looks at known files only every half minute unless it is asked to.
void ParseWatch::hurry()
{
    auto* dags = m_hub.contract<workflow::Dags>(m_airflow);
    m_hurried = true;
    m_details = dags->details(m_dag).onDone(this, [this](Result<workflow::DagDetails> details) {
        auto* again = m_hub.contract<workflow::Dags>(m_airflow);
        if (!details || details->info.fileToken.isEmpty() || !again)
            return;
        const Act act = again->parseAgain(details->info);
        if (act.make && (m_task = act.make()))
            m_task->start();
    });
}

void ParseWatch::again()
{
    if (QDateTime::currentDateTimeUtc() < m_until)
        return m_pace.start();
    m_outcome.importError = m_oldPlace; // it was of the new version after all
    m_outcome.error = m_last.detail.isEmpty() ? Error{Error::Kind::Timeout, m_airflow, m_dag,
                          PH_TEXT("pipelines", "Airflow has not read the new version in time."), {}}
                                              : m_last;
    end();
}

void ParseWatch::end()
{
    m_pace.stop();
    m_outcome.milliseconds = m_since.msecsTo(QDateTime::currentDateTimeUtc());
    m_done = true;
    Q_EMIT finished();
}

} // namespace pilothouse::pipelines
