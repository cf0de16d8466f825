// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed before, for Up and Down: only lines that begin as the one being typed. Pure.
#pragma once

#include <QStringList>

namespace pilothouse::queue
{

class ConsoleHistory final
{
public:
    static constexpr int kKeep = 500;

    void setLines(QStringList lines); // oldest first, as kept from earlier sessions
    void add(const QString& line); // the newest; a repeated one moves there
    const QStringList& lines() const { return m_lines; }

    // `typed` is what stands in the field; the answer is what shall stand there.
    QString older(const QString& typed);
    QString newer(const QString& typed); // at the end what was typed comes back
    void leave(); // the field was edited: the next older() starts anew

private:
    QString step(const QString& typed, int direction);

    QStringList m_lines;
    QString m_typed;
    qsizetype m_at = -1; // -1: not walking
};

} // namespace pilothouse::queue
