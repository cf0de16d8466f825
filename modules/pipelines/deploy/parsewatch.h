// SPDX-License-Identifier: GPL-3.0-or-later
// ParseWatch: waits until an Airflow has read exactly the version of a DAG that was written, and
// tells where its import failed. GUI thread; asks about once a second, with a limit.
#pragma once

#include "core/servicehub.h"
#include "pipelines/api/generated.h"
#include "workflow/api/dags.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace pilothouse::pipelines
{

// Where in the generated files an error of the server stands.
struct ImportPlace {
    QString file;
    int line = 0; // 0: not told
    QString node; // id; empty: of no node
    QString words; // the last line of the trace
    bool operator==(const ImportPlace&) const = default;
};
// By the lines of the trace that name the file; the innermost counts. Pure.
ImportPlace placeOfTrace(const QString& trace, const GeneratedFile& file);

class ParseWatch final : public QObject
{
    Q_OBJECT

public:
    ParseWatch(ServiceHub& hub, ServiceId airflow, QObject* parent = nullptr);

    // `file` is the DAG's; it was written just now.
    void wait(const QString& dag, const GeneratedFile& file, milliseconds limit);
    void setPace(milliseconds pace) { m_pace.setInterval(pace); }

    struct Outcome {
        bool parsed = false;
        std::optional<ImportPlace> importError;
        std::optional<Error> error; // Timeout, or the server's last error
        qint64 milliseconds = 0; // it took
    };
    const Outcome& outcome() const { return m_outcome; }
    bool isDone() const { return m_done; }

Q_SIGNALS:
    void finished();

private:
    void ask();
    void onSource(const Result<workflow::DagSource>& source);
    void onErrors(const Result<std::vector<workflow::ImportError>>& errors);
    void again();
    void hurry(); // asks the server to look at the file now
    void end();

    ServiceHub& m_hub;
    const ServiceId m_airflow;
    QString m_dag;
    GeneratedFile m_file;
    QByteArray m_hash;
    QDateTime m_since;
    QDateTime m_until;
    QTimer m_pace;
    Outcome m_outcome;
    bool m_done = false;
    bool m_hurried = false;
    QString m_oldError; // an import error that was there before, word for word
    std::optional<ImportPlace> m_oldPlace;
    bool m_firstLook = true;
    Error m_last;
    Call<workflow::DagSource> m_source;
    Call<std::vector<workflow::ImportError>> m_errors;
    Call<workflow::DagDetails> m_details;
    std::unique_ptr<Task> m_task;
};

} // namespace pilothouse::pipelines
