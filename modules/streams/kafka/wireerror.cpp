// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/kafka/wireerror.h"

#include <algorithm>
#include <array>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{

// By number, from 0.
constexpr std::array kNames{"NONE", "OFFSET_OUT_OF_RANGE", "CORRUPT_MESSAGE",
    "UNKNOWN_TOPIC_OR_PARTITION", "INVALID_FETCH_SIZE", "LEADER_NOT_AVAILABLE",
    "NOT_LEADER_OR_FOLLOWER", "REQUEST_TIMED_OUT", "BROKER_NOT_AVAILABLE", "REPLICA_NOT_AVAILABLE",
    "MESSAGE_TOO_LARGE", "STALE_CONTROLLER_EPOCH", "OFFSET_METADATA_TOO_LARGE", "NETWORK_EXCEPTION",
    "COORDINATOR_LOAD_IN_PROGRESS", "COORDINATOR_NOT_AVAILABLE", "NOT_COORDINATOR",
    "INVALID_TOPIC_EXCEPTION", "RECORD_LIST_TOO_LARGE", "NOT_ENOUGH_REPLICAS",
    "NOT_ENOUGH_REPLICAS_AFTER_APPEND", "INVALID_REQUIRED_ACKS", "ILLEGAL_GENERATION",
    "INCONSISTENT_GROUP_PROTOCOL", "INVALID_GROUP_ID", "UNKNOWN_MEMBER_ID",
    "INVALID_SESSION_TIMEOUT", "REBALANCE_IN_PROGRESS", "INVALID_COMMIT_OFFSET_SIZE",
    "TOPIC_AUTHORIZATION_FAILED", "GROUP_AUTHORIZATION_FAILED", "CLUSTER_AUTHORIZATION_FAILED",
    "INVALID_TIMESTAMP", "UNSUPPORTED_SASL_MECHANISM", "ILLEGAL_SASL_STATE", "UNSUPPORTED_VERSION",
    "TOPIC_ALREADY_EXISTS", "INVALID_PARTITIONS", "INVALID_REPLICATION_FACTOR",
    "INVALID_REPLICA_ASSIGNMENT", "INVALID_CONFIG", "NOT_CONTROLLER", "INVALID_REQUEST",
    "UNSUPPORTED_FOR_MESSAGE_FORMAT", "POLICY_VIOLATION", "OUT_OF_ORDER_SEQUENCE_NUMBER",
    "DUPLICATE_SEQUENCE_NUMBER", "INVALID_PRODUCER_EPOCH", "INVALID_TXN_STATE",
    "INVALID_PRODUCER_ID_MAPPING", "INVALID_TRANSACTION_TIMEOUT", "CONCURRENT_TRANSACTIONS",
    "TRANSACTION_COORDINATOR_FENCED", "TRANSACTIONAL_ID_AUTHORIZATION_FAILED", "SECURITY_DISABLED",
    "OPERATION_NOT_ATTEMPTED", "KAFKA_STORAGE_ERROR", "LOG_DIR_NOT_FOUND",
    "SASL_AUTHENTICATION_FAILED", "UNKNOWN_PRODUCER_ID", "REASSIGNMENT_IN_PROGRESS",
    "DELEGATION_TOKEN_AUTH_DISABLED", "DELEGATION_TOKEN_NOT_FOUND",
    "DELEGATION_TOKEN_OWNER_MISMATCH", "DELEGATION_TOKEN_REQUEST_NOT_ALLOWED",
    "DELEGATION_TOKEN_AUTHORIZATION_FAILED", "DELEGATION_TOKEN_EXPIRED", "INVALID_PRINCIPAL_TYPE",
    "NON_EMPTY_GROUP", "GROUP_ID_NOT_FOUND", "FETCH_SESSION_ID_NOT_FOUND",
    "INVALID_FETCH_SESSION_EPOCH", "LISTENER_NOT_FOUND", "TOPIC_DELETION_DISABLED",
    "FENCED_LEADER_EPOCH", "UNKNOWN_LEADER_EPOCH", "UNSUPPORTED_COMPRESSION_TYPE",
    "STALE_BROKER_EPOCH", "OFFSET_NOT_AVAILABLE", "MEMBER_ID_REQUIRED",
    "PREFERRED_LEADER_NOT_AVAILABLE", "GROUP_MAX_SIZE_REACHED", "FENCED_INSTANCE_ID",
    "ELIGIBLE_LEADERS_NOT_AVAILABLE", "ELECTION_NOT_NEEDED", "NO_REASSIGNMENT_IN_PROGRESS",
    "GROUP_SUBSCRIBED_TO_TOPIC", "INVALID_RECORD", "UNSTABLE_OFFSET_COMMIT",
    "THROTTLING_QUOTA_EXCEEDED", "PRODUCER_FENCED", "RESOURCE_NOT_FOUND", "DUPLICATE_RESOURCE",
    "UNACCEPTABLE_CREDENTIAL", "INCONSISTENT_VOTER_SET", "INVALID_UPDATE_VERSION",
    "FEATURE_UPDATE_FAILED", "PRINCIPAL_DESERIALIZATION_FAILURE", "SNAPSHOT_NOT_FOUND",
    "POSITION_OUT_OF_RANGE", "UNKNOWN_TOPIC_ID", "DUPLICATE_BROKER_REGISTRATION",
    "BROKER_ID_NOT_REGISTERED", "INCONSISTENT_TOPIC_ID", "INCONSISTENT_CLUSTER_ID",
    "TRANSACTIONAL_ID_NOT_FOUND", "FETCH_SESSION_TOPIC_ID_ERROR", "INELIGIBLE_REPLICA",
    "NEW_LEADER_ELECTED", "OFFSET_MOVED_TO_TIERED_STORAGE", "FENCED_MEMBER_EPOCH",
    "UNRELEASED_INSTANCE_ID", "UNSUPPORTED_ASSIGNOR", "STALE_MEMBER_EPOCH",
    "MISMATCHED_ENDPOINT_TYPE", "UNSUPPORTED_ENDPOINT_TYPE", "UNKNOWN_CONTROLLER_ID",
    "UNKNOWN_SUBSCRIPTION_ID", "TELEMETRY_TOO_LARGE", "INVALID_REGISTRATION",
    "TRANSACTION_ABORTABLE", "INVALID_RECORD_STATE", "SHARE_SESSION_NOT_FOUND",
    "INVALID_SHARE_SESSION_EPOCH", "FENCED_STATE_EPOCH", "INVALID_VOTER_KEY", "DUPLICATE_VOTER",
    "VOTER_NOT_FOUND", "INVALID_REGULAR_EXPRESSION", "REBOOTSTRAP_REQUIRED",
    "STREAMS_INVALID_TOPOLOGY", "STREAMS_INVALID_TOPOLOGY_EPOCH", "STREAMS_TOPOLOGY_FENCED",
    "SHARE_SESSION_LIMIT_REACHED"};

Error::Kind kindOf(qint16 code)
{
    switch (code) {
    case 29: // topic, group, cluster, transactional id, delegation token
    case 30:
    case 31:
    case 53:
    case 65:
    case 33: // mechanism
    case 34:
    case 58:
        return Error::Kind::Auth;
    case 3:
    case 69:
    case 91:
    case 100:
    case 105:
        return Error::Kind::NotFound;
    case 7:
        return Error::Kind::Timeout;
    case 25: // somebody is in the group, or the thing is there already, or it changed
    case 27:
    case 36:
    case 60:
    case 68:
    case 86:
    case 92:
        return Error::Kind::Conflict;
    case 35:
    case 43:
    case 54:
    case 61:
    case 73:
        return Error::Kind::Unsupported;
    case 10: // what was asked for is not allowed to be
    case 17:
    case 18:
    case 32:
    case 37:
    case 38:
    case 39:
    case 40:
    case 42:
    case 44:
    case 87:
        return Error::Kind::Refused;
    default:
        return Error::Kind::Protocol;
    }
}

Text hintOf(qint16 code)
{
    switch (code) {
    case wire::kUnknownTopicOrPartition:
        return PH_TEXT("streams", "The topic is not there, or this user may not see it.");
    case wire::kTopicAuthorizationFailed:
        return PH_TEXT("streams", "This user has no right to that on the topic.");
    case wire::kGroupAuthorizationFailed:
        return PH_TEXT("streams", "This user has no right to that on the group.");
    case wire::kClusterAuthorizationFailed:
        return PH_TEXT("streams", "This user has no right to that on the cluster.");
    case wire::kSecurityDisabled:
        return PH_TEXT("streams", "The cluster keeps no access rules: it has no authorizer.");
    case wire::kNonEmptyGroup:
    case wire::kUnknownMember:
        return PH_TEXT("streams", "The group has members. Stop its consumers first.");
    case wire::kUnsupportedVersion:
        return PH_TEXT("streams", "This version of Kafka cannot do that.");
    default:
        return {};
    }
}

} // namespace

QString nameOfCode(qint16 code)
{
    if (code >= 0 && size_t(code) < kNames.size())
        return QString::fromLatin1(kNames[size_t(code)]);
    return code == -1 ? u"UNKNOWN_SERVER_ERROR"_s : u"error %1"_s.arg(code);
}

Error errorOfCode(qint16 code, const QString& message)
{
    const QString name = nameOfCode(code);
    return {kindOf(code), {}, message.isEmpty() ? name : message, hintOf(code), name};
}

bool passes(qint16 code)
{
    // Leader or coordinator not there yet, moved, loading; metadata older than ours.
    constexpr std::array<qint16, 10> kPassing{5, 6, 8, 9, 14, 15, 16, 41, 75, 78};
    return std::find(kPassing.begin(), kPassing.end(), code) != kPassing.end();
}

} // namespace pilothouse::streams
