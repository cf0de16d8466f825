// SPDX-License-Identifier: GPL-3.0-or-later
// What of a pipeline the sandbox can run: the services its kinds work on against the sandbox's
// recipes. Pure.
#pragma once

#include "pipelines/api/document.h"
#include "pipelines/catalogue/mapreader.h"

#include <set>

namespace pilothouse::pipelines
{

// Servers that the sandbox has a recipe for: "postgres", "kafka".
const std::set<QString>& sandboxServices();
bool isInSandbox(const QStringList& services);

// Id and title of what nodes work on, in the order of `_services.yaml`.
using ServiceTitles = std::vector<std::pair<QString, QString>>;
ServiceTitles readServices(ProblemList& problems, const YamlNode& root);
const ServiceTitles& serviceTitles(); // of the file that is compiled in

// Titles of the services its nodes work on and the sandbox does not start, each once. Empty: it can
// run there.
QStringList missingServices(const Pipeline& pipeline, const Catalogue& catalogue);

} // namespace pilothouse::pipelines
