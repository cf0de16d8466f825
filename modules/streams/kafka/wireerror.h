// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers a broker answers with, as errors of ours. Pure.
// Source: kafka.apache.org/protocol, "Error Codes".
#pragma once

#include "core/error.h"

namespace pilothouse::streams
{

namespace wire
{
inline constexpr qint16 kNone = 0;
inline constexpr qint16 kOffsetOutOfRange = 1;
inline constexpr qint16 kUnknownTopicOrPartition = 3;
inline constexpr qint16 kNotLeader = 6;
inline constexpr qint16 kCoordinatorNotAvailable = 15;
inline constexpr qint16 kNotCoordinator = 16;
inline constexpr qint16 kUnknownMember = 25;
inline constexpr qint16 kTopicAuthorizationFailed = 29;
inline constexpr qint16 kGroupAuthorizationFailed = 30;
inline constexpr qint16 kClusterAuthorizationFailed = 31;
inline constexpr qint16 kUnsupportedVersion = 35;
inline constexpr qint16 kNotController = 41;
inline constexpr qint16 kSecurityDisabled = 54;
inline constexpr qint16 kNonEmptyGroup = 68;
inline constexpr qint16 kGroupIdNotFound = 69;
} // namespace wire

// The protocol's own name of the number: "NOT_LEADER_OR_FOLLOWER".
QString nameOfCode(qint16 code);
// `code` of the error is the name, `detail` the broker's message or else the name.
Error errorOfCode(qint16 code, const QString& message = {});
// True when asking again, after new metadata, may be answered: elections, loading coordinators.
bool passes(qint16 code);

} // namespace pilothouse::streams
