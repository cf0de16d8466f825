// SPDX-License-Identifier: GPL-3.0-or-later
// MessageView: one message in detail: its value as tree, text or hex by what a decoder makes of it,
// key, time, schema and headers. What cannot be decoded is shown as its bytes, with the reason.
#pragma once

#include "core/call.h"
#include "core/lane.h"
#include "core/service.h"
#include "streams/api/decoding.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QBoxLayout;
class QLabel;
class QStackedWidget;

namespace pilothouse::ui
{
class Button;
class CodeEditor;
class ElidedLabel;
class IconButton;
class PanelFooter;
class PanelHeader;
class SegmentedControl;
class TreeView;
class ValueView;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class FactList;
class FieldDelegate;
class FieldTreeModel;

class MessageView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageView)

public:
    enum class Mode { Tree, Text, Hex };
    static constexpr qint64 kReadByItself = 1 << 20; // a cut value up to this is read whole at once

    MessageView(ui::Workbench& workbench, ServiceId service, QWidget* parent = nullptr);
    ~MessageView() override;

    using QWidget::show;
    void show(const Message& message);
    void clear();
    const Message* message() const { return m_message ? &*m_message : nullptr; }
    void setPattern(const MessagePattern& pattern); // what is marked
    void setChoice(const DecodeChoice& choice); // how values of this topic are to be read
    Mode mode() const { return m_mode; }
    void setMode(Mode mode); // as if the user chose it
    void focusValue(); // the keyboard goes to what shows the value
    bool isDecoding() const { return m_decode.running(); }
    const DecodedMessage& decoded() const { return m_decoded; }
    QString problem() const; // what is said above the value; empty: nothing
    QString shownText() const; // of text and hex, for tests and assistive technology
    void saveValue(const QString& file);
    // For the panel's own list and for menus.
    QList<QAction*> actions() const { return m_actions; }
    QAction* resetAction() const { return m_reset; }
    QPoint menuPlace() const; // of a menu the reset asks for, on screen

Q_SIGNALS:
    void resetHereAsked(const QString& topic, int partition, qint64 offset);
    void produceAsked(const pilothouse::streams::Message& message);
    void schemaAsked(const QString& subject, int id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    QWidget* buildHeader();
    QWidget* buildStrip();
    void addActions();
    void place(); // facts at the right, or below
    void decode();
    void take(DecodedMessage decoded);
    void present(); // the value in the mode that is on
    void presentNothing(const QString& line);
    void tellFacts();
    void tellStrip();
    void loadWhole();
    void askForFile();
    void copy(const QByteArray& bytes) const;
    bool has(Mode mode) const;

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    std::optional<Message> m_message;
    DecodedMessage m_decoded;
    DecodeChoice m_choice;
    MessagePattern m_pattern;
    Mode m_mode = Mode::Tree;
    Mode m_wanted = Mode::Tree; // what the user chose last
    std::optional<Error> m_loadProblem;

    ui::PanelHeader* m_header = nullptr;
    ui::SegmentedControl* m_modes = nullptr;
    ui::Button* m_resetButton = nullptr;
    QWidget* m_strip = nullptr;
    ui::ElidedLabel* m_stripText = nullptr;
    ui::Button* m_loadButton = nullptr;
    QWidget* m_body = nullptr;
    QBoxLayout* m_sides = nullptr;
    QStackedWidget* m_stack = nullptr;
    QLabel* m_nothing = nullptr;
    ui::TreeView* m_tree = nullptr;
    FieldTreeModel* m_fields = nullptr;
    FieldDelegate* m_delegate = nullptr;
    ui::CodeEditor* m_text = nullptr;
    ui::ValueView* m_bytes = nullptr;
    FactList* m_facts = nullptr;
    QWidget* m_line = nullptr;
    QList<QAction*> m_actions;
    QAction* m_reset = nullptr;
    QAction* m_produce = nullptr;
    QAction* m_load = nullptr;
    QList<QAction*> m_needMessage;

    Lane<> m_lane; // decodes what no contract decodes
    Call<std::vector<DecodedMessage>> m_decode;
    Call<Message> m_whole;
};

} // namespace pilothouse::streams
