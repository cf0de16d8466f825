// SPDX-License-Identifier: GPL-3.0-or-later
// FileSwap: puts a set of files into a folder, all or none. stage() writes everything under hidden
// names beside the targets; put() exchanges names one by one and looks at what came out. What was
// put in place goes back by itself unless keep() is called.
#pragma once

#include "pipelines/deploy/destination.h"

#include <sys/types.h>

namespace pilothouse::pipelines
{

// Text of an ordinary file; none: there is no file. Links, pipes, folders and more than 16 MB are
// refused; nothing is waited for.
Result<std::optional<QByteArray>> readOrdinary(const QString& path);

class FileSwap final
{
public:
    explicit FileSwap(QString folder)
        : m_folder(std::move(folder))
    {
    }
    ~FileSwap();
    Q_DISABLE_COPY_MOVE(FileSwap)

    VoidResult stage(const std::vector<FileWrite>& files, const Token& token);
    VoidResult put();
    void keep();

private:
    struct Item {
        FileWrite file;
        QByteArray target; // whole paths as the system has them
        QByteArray hidden; // holds the new text before, the old one after put(); empty: none
        bool placed = false;
    };

    VoidResult makeFolders(const QString& path);
    VoidResult write(Item& item);
    VoidResult place(Item& item);
    void takeBack();
    void sweep(const QByteArray& folder) const; // what a crash long ago has left

    const QString m_folder;
    uid_t m_owner = uid_t(-1);
    gid_t m_group = gid_t(-1);
    mode_t m_mode = 0;
    std::vector<Item> m_items;
    QList<QByteArray> m_made; // folders, outer first
};

} // namespace pilothouse::pipelines
