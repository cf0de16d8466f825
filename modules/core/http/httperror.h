// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP's and libcurl's failures as errors of ours. Pure.
#pragma once

#include "core/error.h"
#include "core/http/httptypes.h"

namespace pilothouse
{

// status >= 400. The detail is the first 2 KB of the body, the code the status.
Error errorOfStatus(int status, const QByteArray& body);
// `curlCode` is a CURLcode.
Error errorOfCurl(int curlCode, const QString& words);
// True for 429, 408 and 5xx except those that will not change.
bool mayPass(int status);

bool isIdempotent(const HttpRequest& request);
// Refused (code "guard") for what must not be sent: another scheme, credentials in the URL, line
// ends in a header.
VoidResult checkRequest(const HttpRequest& request);

// Takes the secrets out of a text a server sent back.
QString withoutSecrets(QString text, const HttpRequest& request, const HttpOptions& options);

} // namespace pilothouse
