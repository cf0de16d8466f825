// SPDX-License-Identifier: GPL-3.0-or-later
// MessageForm: one message as it is written: key and value as text, JSON, hexadecimal digits or
// null, headers in their order, partition and time.
#pragma once

#include "streams/api/acts.h"
#include "streams/panel/messagebytes.h"

#include <QJsonObject>
#include <QTimeZone>
#include <QWidget>

class QLineEdit;
class QSpinBox;
class QStackedWidget;

namespace pilothouse::ui
{
class CodeEditor;
class ElidedLabel;
class SegmentedControl;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class PairRows;

class MessageForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageForm)

public:
    // `places`: partition and time can be chosen too.
    explicit MessageForm(bool places, QWidget* parent = nullptr);

    void setDraft(const Draft& draft);
    std::optional<Draft> draft() const; // none: something is wrong, see problem()
    QString problem() const;
    void setPartitions(int count); // 0: not known
    void setZone(const QTimeZone& zone);
    void setEncoding(const QString& name); // how JSON is encoded before it is sent; empty: as it is
    bool isEncoded() const; // by the user's choice
    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);
    void begin(); // focus on the value

    ui::SegmentedControl* keyKind() const { return m_keyKind; }
    QLineEdit* keyField() const { return m_key; }
    ui::SegmentedControl* valueKind() const { return m_valueKind; }
    ui::CodeEditor* editor() const; // of the value, as it is shown now
    PairRows* headers() const { return m_headers; }
    QSpinBox* partitionField() const { return m_partition; }
    QLineEdit* timeField() const { return m_time; }

Q_SIGNALS:
    void edited(); // by the user or by set and restore

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout(bool places);
    ui::SegmentedControl* makeKinds(const QString& name);
    void switchValue(int kind); // keeps what is typed, in the other form
    void switchKey(int kind);
    void judge();
    BytesKind kind(const ui::SegmentedControl* control) const;

    QTimeZone m_zone = QTimeZone::utc();
    int m_shownKind = 0; // of the value
    int m_shownKeyKind = 0;
    QString m_problem;
    Draft m_draft;
    std::vector<MessageHeader> m_came; // with setDraft: their bytes may be no text
    QString m_encoding;
    ui::SegmentedControl* m_keyKind = nullptr;
    QLineEdit* m_key = nullptr;
    ui::SegmentedControl* m_valueKind = nullptr;
    QStackedWidget* m_values = nullptr;
    ui::CodeEditor* m_json = nullptr;
    ui::CodeEditor* m_plain = nullptr;
    PairRows* m_headers = nullptr;
    QSpinBox* m_partition = nullptr; // may be missing
    QLineEdit* m_time = nullptr;
};

} // namespace pilothouse::streams
