// SPDX-License-Identifier: GPL-3.0-or-later
// From an Error to what a state page says: a plain sentence, the service's own words, what to
// check.
#pragma once

#include "core/error.h"
#include "core/servicehub.h"
#include "ui/states/panelstate.h"

#include <QCoreApplication>

namespace pilothouse::ui
{

class ErrorWords final
{
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)

public:
    // One sentence, without the service's words: "shop-db does not answer".
    static QString heading(const Error& error, const QString& serviceTitle);
    // The service's words and, below them, our hint.
    static QString original(const Error& error);
    // Everything but the attempts and the countdown.
    static ErrorInfo page(const Error& error, const ServiceConfig& service);
    static ErrorInfo page(const Error& error, const ServiceHub& hub, const ServiceId& service);
    // What starts the server that did not answer, as a button says it; empty: nothing does.
    static QString start(const Error& error, const ServiceHub& hub, const ServiceId& service);
    // One line for a strip, a pill or a toast.
    static QString line(const Error& error, const QString& serviceTitle);

    // Trying again by itself makes sense only when the cause can go away by itself.
    static bool worthRetrying(const Error& error);
};

} // namespace pilothouse::ui
