// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a text is what its field wants: a cron line, a table, a topic, an address. Pure.
#pragma once

#include "core/text.h"

#include <QString>

#include <optional>

namespace pilothouse::pipelines::formats
{

// Why it is none; no answer: it is one.
std::optional<Text> cronProblem(const QString& text); // five fields, or a preset
std::optional<Text> tableProblem(const QString& text); // name, schema.name, catalogue.schema.name
std::optional<Text> topicProblem(const QString& text);
std::optional<Text> urlProblem(const QString& text);
std::optional<Text> connectionProblem(const QString& text);
std::optional<Text> zoneProblem(const QString& text);
std::optional<Text> dateTimeProblem(const QString& text); // ISO 8601
std::optional<Text> jsonProblem(const QString& text);

} // namespace pilothouse::pipelines::formats
