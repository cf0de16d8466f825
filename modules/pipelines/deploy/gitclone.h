// SPDX-License-Identifier: GPL-3.0-or-later
// A clone of git as a destination: files are written into its folder and committed alone, whatever
// else is changed or staged there; pushed where the branch has a remote. A clone on another branch,
// in the middle of a merge or behind its remote is left as it is. Uses the system's git, as the
// account that owns the folder.
#pragma once

#include "pipelines/deploy/destination.h"
#include "pipelines/deploy/systemcommand.h"

namespace pilothouse::pipelines
{

class GitClone final : public Destination
{
public:
    // `branch` empty: the one the clone is on.
    GitClone(QString folder, QString branch)
        : m_folder(std::move(folder))
        , m_branch(std::move(branch))
    {
    }

    QString place() const override { return m_folder; }
    bool takesMessage() const override { return true; }
    Result<LookAnswer> look(const LookRequest& request, const Token& token) override;
    Result<WriteReceipt> write(const WriteRequest& request, const Token& token) override;

private:
    struct Head {
        QString branch;
        QString commit; // empty: none yet
        QString remote; // of the branch; empty: none
        QString upstream; // "origin/main"
    };

    Result<CommandAnswer> run(
        const QStringList& words, const Token& token, const QByteArray& input = {}) const;
    // Its output in one line; an error when git ends with another code than 0.
    Result<QString> ask(const QStringList& words, const Token& token) const;
    Result<Head> head(const Token& token) const;
    VoidResult notBehind(const Head& head, const Token& token) const;
    Result<WriteReceipt> commit(
        const WriteRequest& request, const Head& before, const Token& token) const;
    VoidResult push(const Head& before, const Token& token) const;

    const QString m_folder;
    const QString m_branch;
};

} // namespace pilothouse::pipelines
