// SPDX-License-Identifier: GPL-3.0-or-later
// WholeFile: a file that is there whole or as it was before, also when the disk is full. In Qt 6.4
// QSaveFile::commit() does not look at whether its buffer reached the disk and replaces the file by
// a part of it; here what is left is written first, and if that fails nothing is replaced.
#pragma once

#include <QSaveFile>

namespace pilothouse
{

class WholeFile final : public QSaveFile
{
public:
    using QSaveFile::QSaveFile;

    // False with errorString() set: the file that was there stays as it was.
    bool commit() { return flush() && QSaveFile::commit(); }
};

} // namespace pilothouse
