// SPDX-License-Identifier: GPL-3.0-or-later
// CompareBar: which two versions of a pipeline the canvas compares: the document as it is, what was
// deployed, and what the git repository of the file has; with the count of what differs.
#pragma once

#include "pipelines/deploy/gitlog.h"
#include "pipelines/deploy/versions.h"
#include "pipelines/diff/comparison.h"
#include "pipelines/session/sessionbook.h"

#include <QFrame>

class QComboBox;

namespace pilothouse::ui
{
class Chip;
class ElidedLabel;
} // namespace pilothouse::ui

namespace pilothouse::pipelines
{

class CompareBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareBar)

public:
    explicit CompareBar(Runtime& runtime, QWidget* parent = nullptr);

    // Shows itself with the newest version on one side, the document on the other.
    void open(const SessionPtr& session, const std::vector<DeployVersion>& versions,
        const QString& service);
    void close(); // and tells it
    void edited(); // the document changed: counted anew
    QComboBox* before() const { return m_before; }
    QComboBox* after() const { return m_after; }
    const std::optional<Comparison>& comparison() const { return m_comparison; }
    QString said() const;

Q_SIGNALS:
    // `after` is set when it is not the document itself.
    void compared(const pilothouse::pipelines::Pipeline& before,
        const std::optional<pilothouse::pipelines::Pipeline>& after);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Version {
        QString title;
        QByteArray text; // of a deployed one
        QString commit; // of git
        bool isDocument() const { return text.isEmpty() && commit.isEmpty(); }
    };
    void askGit();
    void list();
    void choose();
    void count();

    SessionPtr m_session;
    QString m_service;
    std::vector<Version> m_versions; // the document first
    std::optional<Pipeline> m_old, m_new; // as read; new: none, it is the document
    std::optional<Comparison> m_comparison;
    Lane<> m_lane;
    Call<std::vector<GitVersion>> m_gitCall;
    Call<std::vector<std::optional<Pipeline>>> m_readCall;

    QComboBox* m_before;
    QComboBox* m_after;
    ui::Chip* m_created;
    ui::Chip* m_changed;
    ui::Chip* m_removed;
    ui::ElidedLabel* m_said;
};

} // namespace pilothouse::pipelines
