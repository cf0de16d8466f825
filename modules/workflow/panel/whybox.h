// SPDX-License-Identifier: GPL-3.0-or-later
// WhyBox: why the chosen task does not run, in short: the sentence, and what holds it now and next.
// Shows itself only for a task that waits or can no longer start.
#pragma once

#include "core/error.h"
#include "workflow/api/states.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace pilothouse::workflow
{

class WhyFinder;

class WhyBox final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhyBox)

public:
    WhyBox(WhyFinder& finder, QWidget* parent = nullptr);

    static bool isFor(const StateWord& state); // it waits, or will not run
    QString sentence() const;
    QStringList lines() const; // plain text, for tests and assistive technology

Q_SIGNALS:
    void allAsked(); // every check
    void taskAsked(const QString& task); // the one it waits for

private:
    void fill();

    WhyFinder& m_finder;
    QLabel* m_sentence = nullptr;
    QLabel* m_lines = nullptr;
    QString m_shown;
};

} // namespace pilothouse::workflow
