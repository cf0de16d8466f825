// SPDX-License-Identifier: GPL-3.0-or-later
// The write mode of a connection in words, for the chip beside everything that is typed.
#pragma once

#include "core/servicehub.h"
#include "core/text.h"
#include "ui/theme/tokens.h"

#include <QCoreApplication>

namespace pilothouse::ui
{

struct WriteModeWords {
    QString text;
    Token tone = Token::StatusIdle;
};

class WriteModes final
{
    Q_DECLARE_TR_FUNCTIONS(WriteModes)

public:
    static WriteModeWords of(const Service& service);
    // One sentence for every place that refuses a change, and the way out where there is one.
    static Text whyOff(const WriteGate& gate);
};

} // namespace pilothouse::ui
