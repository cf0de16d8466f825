// SPDX-License-Identifier: GPL-3.0-or-later
// DeadLetterPanel: the letters of a dead-letter topic by where they were and why they failed;
// edited in place, chosen, and written to their topics again.
#pragma once

#include "streams/panel/deadlettermodel.h"
#include "ui/panel.h"

class QCheckBox;
class QComboBox;
class QSortFilterProxyModel;
class QSpinBox;
class QSplitter;
class QTreeWidget;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class PanelRetry;
class SearchField;
class StateFrame;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class LetterRows;
class MessageForm;
class Redriver;
class SheetTable;

class DeadLetterPanel final : public ui::Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeadLetterPanel)

public:
    DeadLetterPanel(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QString::fromLatin1("undo"); }
    ServiceId serviceId() const override { return m_service; }
    QString kind() const override { return QString::fromLatin1("streams.deadletters"); }
    QList<QAction*> panelActions() const override { return m_actions; }
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    bool hasUnsavedWork() const override { return m_model->edits() > 0; }
    qint64 drawnRows() const override;
    void showExample() override;

    void showTopic(const QString& topic);
    const QString& topic() const { return m_topic; }
    DeadLetterModel* model() const { return m_model; }
    SheetTable* table() const { return m_table; }
    QTreeWidget* groupList() const { return m_groups; }
    MessageForm* form() const { return m_form; }
    QComboBox* topicField() const { return m_topicBox; }
    QComboBox* toField() const { return m_to; }
    QCheckBox* samePartition() const { return m_same; }
    QCheckBox* keepHeaders() const { return m_keep; }
    QSpinBox* rateField() const { return m_rate; }
    ui::SearchField* filter() const { return m_filter; }
    ui::Button* redriveButton() const { return m_redrive; }
    QString note() const;
    QString countText() const;
    qint64 newLetters() const { return m_new; } // came since, and are not listed yet
    ui::Button* newButton() const { return m_newButton; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    QWidget* buildHead(QWidget* parent);
    QWidget* buildLetters(QWidget* parent);
    QWidget* buildDetail(QWidget* parent);
    QWidget* buildFoot(QWidget* parent);
    void wire();
    void addActions();
    QAction* addAct(const QString& text, const QKeySequence& key, std::function<void()> run);
    void askTopics();
    void fillTopics();
    enum class Part { Newest, Earlier, New };
    void ask(Part part);
    void take(Result<MessagePage> page, Part part);
    void follow(); // counts what comes, anew
    void stopFollowing();
    void tellNew();
    void fillGroups();
    void filterNow();
    void showCurrent();
    void keepEdit();
    void keepEdits(); // all of them, on disk
    QString draftKey() const;
    void chooseShown(bool on);
    void toggle();
    void judge();
    void redrive();
    QString targetOf(int row) const; // empty: nobody says where to
    int row() const; // current, of the model; -1: none

    const ServiceId m_service;
    QString m_topic;
    std::vector<TopicInfo> m_topics;
    std::map<int, qint64> m_previous; // earlier ones end here
    std::map<int, qint64> m_next; // new ones begin here
    qint64 m_new = 0;
    std::optional<qint64> m_missed; // before the topic was followed; none: not known yet
    bool m_atBegin = false;
    bool m_full = false;
    bool m_known = false;
    bool m_showing = false; // the form is filled, not edited
    QString m_trouble; // of the last redrive
    int m_written = 0; // by the last redrive
    Call<std::vector<TopicInfo>> m_topicsCall;
    Call<MessagePage> m_pageCall;
    std::unique_ptr<Mailbox<Message>> m_mailbox; // nothing is kept of what comes
    Stream<ReadState> m_tail;
    QList<QAction*> m_actions;
    QAction* m_earlier = nullptr;

    DeadLetterModel* m_model;
    LetterRows* m_rows;
    Redriver* m_redriver;
    ui::StateFrame* m_frame = nullptr;
    ui::PanelRetry* m_retry = nullptr;
    QComboBox* m_topicBox = nullptr;
    ui::ElidedLabel* m_count = nullptr;
    ui::Button* m_newButton = nullptr;
    ui::SearchField* m_filter = nullptr;
    QSplitter* m_split = nullptr;
    QTreeWidget* m_groups = nullptr;
    SheetTable* m_table = nullptr;
    ui::ElidedLabel* m_reason = nullptr;
    ui::ElidedLabel* m_origin = nullptr;
    MessageForm* m_form = nullptr;
    QComboBox* m_to = nullptr;
    QCheckBox* m_same = nullptr;
    QCheckBox* m_keep = nullptr;
    QSpinBox* m_rate = nullptr;
    ui::ElidedLabel* m_note = nullptr;
    ui::Button* m_redrive = nullptr;
};

} // namespace pilothouse::streams
