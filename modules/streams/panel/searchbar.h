// SPDX-License-Identifier: GPL-3.0-or-later
// SearchBar: what to search for and where: topic, mode, pattern, ends of the range, partitions,
// isolation. Says at once what it does not understand.
#pragma once

#include "core/call.h"
#include "core/service.h"
#include "core/text.h"
#include "streams/api/messages.h"

#include <QFrame>
#include <QJsonObject>

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QToolButton;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class SearchField;
class SegmentedControl;
class Workbench;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class SearchBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchBar)

public:
    SearchBar(ui::Workbench& workbench, ServiceId service, QWidget* parent = nullptr);

    SearchQuery query() const; // times as of now
    Text problem() const; // why it cannot start; empty: it can
    QString topic() const;
    QJsonObject saved() const; // as typed
    void restore(const QJsonObject& state);
    void widen(); // the whole topic
    QString largestTopic() const; // by partitions; empty: not known yet
    void askTopics(); // for the choice; once a service answers
    void setFocusToPattern();
    QLineEdit* patternField() const;
    QLineEdit* equalsField() const { return m_equals; }
    QLineEdit* fromField() const { return m_from; }
    QLineEdit* toField() const { return m_to; }
    QLineEdit* partitionsField() const { return m_partitions; }
    ui::SegmentedControl* modes() const { return m_modes; }
    QComboBox* topicBox() const { return m_topic; }
    ui::Button* startButton() const { return m_start; }
    ui::Button* exportButton() const { return m_export; }

Q_SIGNALS:
    void edited();
    void topicChosen();
    void topicsKnown();
    void startAsked();
    void exportAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    QLineEdit* placeField(const QString& name, const QString& placeholder);
    void modeChanged();
    void tell();
    int whereChosen() const;

    ui::Workbench& m_workbench;
    const ServiceId m_service;
    QComboBox* m_topic = nullptr;
    ui::SegmentedControl* m_modes = nullptr;
    ui::SearchField* m_pattern = nullptr;
    QLineEdit* m_equals = nullptr;
    QComboBox* m_where = nullptr;
    QToolButton* m_case = nullptr;
    QLineEdit* m_from = nullptr;
    QLineEdit* m_to = nullptr;
    QLineEdit* m_partitions = nullptr;
    QComboBox* m_isolation = nullptr;
    ui::Button* m_start = nullptr;
    ui::Button* m_export = nullptr;
    ui::ElidedLabel* m_problem = nullptr;
    QList<QWidget*> m_whereParts;
    std::map<QString, int> m_counts; // topic → partitions
    Call<std::vector<TopicInfo>> m_topics;
};

} // namespace pilothouse::streams
