// SPDX-License-Identifier: GPL-3.0-or-later
// From Text to words in the user's language.
#pragma once

#include "core/text.h"

#include <QCoreApplication>

namespace pilothouse::ui
{

inline QString words(const Text& text)
{
    if (text.key.isEmpty())
        return text.args.value(0);
    QString out = QCoreApplication::translate(
        text.context.constData(), text.key.constData(), nullptr, text.count);
    for (const QString& a : text.args)
        out = out.arg(a);
    return out;
}

} // namespace pilothouse::ui
