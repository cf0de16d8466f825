// SPDX-License-Identifier: GPL-3.0-or-later
// What is run on the other side of ssh, as text for a plain sh, and what it answers. Pure.
#pragma once

#include "pipelines/deploy/destination.h"

namespace pilothouse::pipelines
{

// One word of sh, whatever is in it.
QByteArray shellWord(const QByteArray& text);

QByteArray lookScript(const QByteArray& folder, const LookRequest& request);
Result<FileTexts> readLookAnswer(const QByteArray& answer);

// All in one function that is called in the last line: what arrives cut off does nothing.
QByteArray writeScript(const QByteArray& folder, const WriteRequest& request);
VoidResult readWriteAnswer(const QByteArray& answer);

} // namespace pilothouse::pipelines
