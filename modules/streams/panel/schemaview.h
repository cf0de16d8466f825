// SPDX-License-Identifier: GPL-3.0-or-later
// SchemaView: the newest schema of a topic's values or keys, as subjects are named by default.
#pragma once

#include "streams/api/schemas.h"
#include "streams/panel/servicepane.h"

namespace pilothouse::ui
{
class Button;
class CodeEditor;
class ElidedLabel;
class SegmentedControl;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class StreamsFeed;

class SchemaView final : public ServicePane
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchemaView)

public:
    SchemaView(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);

    void showTopic(const QString& topic);
    QString topic() const { return m_topic; }
    void refresh() override;
    ui::CodeEditor* text() const { return m_text; }
    QString facts() const;

Q_SIGNALS:
    void subjectAsked(const QString& subject); // to be shown among all subjects

protected:
    void showEvent(QShowEvent* event) override;

private:
    void judge() override { } // it only reads
    QString subject() const;
    void ask();
    void show(const SchemaInfo& schema);
    using QWidget::show;

    QString m_topic;
    QString m_shown; // subject whose text is shown
    const std::shared_ptr<StreamsFeed> m_feed; // knows the newest of the topics on screen
    Call<SchemaInfo> m_call;
    ui::SegmentedControl* m_part = nullptr;
    ui::ElidedLabel* m_facts = nullptr;
    ui::CodeEditor* m_text = nullptr;
};

} // namespace pilothouse::streams
