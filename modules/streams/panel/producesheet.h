// SPDX-License-Identifier: GPL-3.0-or-later
// ProduceSheet: writes one message, or those of a file with one to a line. What is typed is a draft
// of its topic until it was written.
#pragma once

#include "core/lane.h"
#include "streams/api/encoding.h"
#include "streams/panel/sheet.h"
#include "streams/panel/writtenbox.h"

#include <optional>

class QComboBox;
class QSpinBox;

namespace pilothouse::ui
{
class Chip;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class MessageForm;

class ProduceSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProduceSheet)

public:
    ProduceSheet(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);

    // `like`: a message to edit and send again; else the draft of the topic, if there is one.
    void open(const QString& topic, const std::optional<Message>& like = {});
    void loadFile(const QString& path);
    QString topic() const;
    MessageForm* form() const { return m_form; }
    QComboBox* topicField() const { return m_topic; }
    QSpinBox* rateField() const { return m_rate; }
    CheckList* results() const { return m_results; }
    const std::vector<Draft>& fileDrafts() const { return m_file; }

Q_SIGNALS:
    void written(const QString& topic, int partition, qint64 offset);

protected:
    void apply() override;
    void judge() override;

private:
    void buildLayout();
    void askTopics();
    void askSchema();
    void chooseFile();
    void setFile(const QString& name, std::vector<Draft> drafts);
    void takeTemplate(const Message& message);
    void edited();
    QString draftKey() const;
    void send(std::vector<Draft> drafts);
    void drain();
    void fillResults(const std::optional<Error>& error);

    bool m_filling = false;
    std::optional<SchemaInfo> m_schema;
    std::vector<Draft> m_file; // empty: the form
    QString m_fileName;
    QString m_fileProblem;
    std::shared_ptr<WrittenBox> m_box;
    size_t m_sending = 0;
    std::vector<Written> m_told;
    QTimer m_drain;
    Lane<> m_lane;
    Call<std::vector<Draft>> m_fileCall;
    Call<std::vector<TopicInfo>> m_topicsCall;
    Call<Message> m_messageCall;
    Call<SchemaInfo> m_schemaCall;
    Call<QByteArray> m_encodeCall;

    QComboBox* m_topic = nullptr;
    ui::Chip* m_fileChip = nullptr;
    QSpinBox* m_rate = nullptr;
    QWidget* m_rateRow = nullptr;
    MessageForm* m_form = nullptr;
    CheckList* m_results = nullptr;
};

} // namespace pilothouse::streams
