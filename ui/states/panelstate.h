// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The six states of a panel and the plain values their pictures are made from. All texts are
// already in the interface language; all times already in the profile's zone.

#include "ui/theme/glyphs.h"

#include <QtCore/QList>
#include <QtCore/QString>
#include <QtGui/QKeySequence>

namespace pilothouse::ui
{

enum class PanelState { NotConnected, Loading, Empty, Error, Stale, Ready };

// A way on; `id` comes back in actionTriggered.
struct StateAction {
    QString id;
    QString title;
    QString iconName;
    QKeySequence key;
    bool primary = false;
    friend bool operator==(const StateAction&, const StateAction&) = default;
};

// Empty and not connected: what is not there, a number that helps, up to three ways on.
struct EmptyInfo {
    QString iconName;
    QString heading;
    QString line;
    QList<StateAction> actions;
    friend bool operator==(const EmptyInfo&, const EmptyInfo&) = default;
};

struct LoadingInfo {
    QString step; // "asking kafka-1"
    qint64 done = -1; // below 0: not known
    qint64 total = -1;
    friend bool operator==(const LoadingInfo&, const LoadingInfo&) = default;
};

struct Attempt {
    Glyph glyph = Glyph::Error;
    QString time; // "14:04:59"
    QString name; // "try 3"
    QString outcome; // "timeout after 5.0 s"
    friend bool operator==(const Attempt&, const Attempt&) = default;
};

struct CheckStep {
    QString question; // "Can this computer reach the port?"
    QString command; // may be empty
    friend bool operator==(const CheckStep&, const CheckStep&) = default;
};

struct ErrorInfo {
    QString heading; // "Broker kafka-2 does not answer"
    QString original; // the service's own words, verbatim
    int nextTry = 0; // number of the try that comes
    int waitMs = 0; // until then, from retryWaitMs(); 0: not retrying
    QList<Attempt> attempts; // newest first
    QList<CheckStep> checks;
    QString note;
    QString service; // whose connection can be edited; empty: no button for it
    bool canRunCommands = false; // offers "run in a terminal tab" beside copy
    QString start; // the button that starts the server, "Start in the sandbox"; empty: none
    StateAction action; // another way on; without a title: none
    friend bool operator==(const ErrorInfo&, const ErrorInfo&) = default;
};

struct StaleInfo {
    QString since; // time of the last answer, "14:04:38"
    QString why; // "Last known values. They are kept until the broker answers."
    QString service;
    QString start; // as in ErrorInfo
    friend bool operator==(const StaleInfo&, const StaleInfo&) = default;
};

// Waits double from 2 s to 60 s; jitter between -0.1 and 0.1 comes from the caller so that tests
// can fix it. failures counts from 1.
[[nodiscard]] int retryWaitMs(int failures, double jitter);

// The state as a word, for assistive technology and tour.json.
[[nodiscard]] QString panelStateName(PanelState state);

} // namespace pilothouse::ui
