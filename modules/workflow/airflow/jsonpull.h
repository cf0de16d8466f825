// SPDX-License-Identifier: GPL-3.0-or-later
// JsonPull: walks JSON text without building a tree, for the large replies: grid summaries and
// logs. Pure. Anything that is not JSON ends the walk: ok() is false and every loop stops.
#pragma once

#include <QByteArray>

namespace pilothouse::workflow
{

// The text must outlive it.
class JsonPull final
{
public:
    explicit JsonPull(QByteArrayView text)
        : m_at(text.data())
        , m_end(text.data() + text.size())
    {
    }

    bool ok() const { return !m_broken; }
    bool atEnd(); // nothing but white space is left
    // First character of the next value: { [ " t f n or of a number; 0 at the end.
    char peek();

    // Into an object '{' or array '['; false: it is another value.
    bool enter(char open);
    // Before each element: true while there is one. Takes the closing bracket.
    bool next();
    // The key of an object's element with its colon, without unescaping (Airflow's need none).
    QByteArrayView key();

    // Unescaped; points into the text where nothing was escaped, else into `scratch`. Empty for
    // null and for values that are no strings, which are skipped.
    QByteArrayView string(QByteArray& scratch);
    qint64 integer(qint64 otherwise = 0); // of another value: `otherwise`
    bool boolean();
    QByteArrayView raw(); // the value's own text
    void skip() { raw(); }

private:
    void space();
    bool fail()
    {
        m_broken = true;
        m_at = m_end;
        return false;
    }
    bool skipString();

    const char* m_at;
    const char* m_end;
    bool m_first = false; // right after a bracket was opened
    bool m_broken = false;
};

} // namespace pilothouse::workflow
