// SPDX-License-Identifier: GPL-3.0-or-later
// The two libcurl handles of an HTTP client; the only place that frees them.
#pragma once

#include <QtGlobal>

#include <curl/curl.h>

namespace pilothouse
{

// curl_global_init() must have run.
class HttpHandles final
{
public:
    HttpHandles()
        : multi(::curl_multi_init())
        , easy(::curl_easy_init())
    {
    }
    ~HttpHandles()
    {
        ::curl_easy_cleanup(easy);
        ::curl_multi_cleanup(multi);
    }
    Q_DISABLE_COPY_MOVE(HttpHandles)

    CURLM* const multi;
    CURL* const easy;
};

} // namespace pilothouse
