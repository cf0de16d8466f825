// SPDX-License-Identifier: GPL-3.0-or-later
// ResetSheet: moves the committed offsets of a group, after a dry run that shows for each partition
// where it would go on, with an undo file; and puts earlier resets back.
#pragma once

#include "streams/api/groups.h"
#include "streams/api/messages.h"
#include "streams/panel/sheet.h"
#include "streams/panel/undofiles.h"

#include <optional>
#include <set>

class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace pilothouse::ui
{
class SegmentedControl;
} // namespace pilothouse::ui

namespace pilothouse::streams
{

class ResetModel;
struct ResetSum;
class SheetTable;
class UndoList;

class ResetSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ResetSheet)

public:
    ResetSheet(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);

    // An empty topic: all the group has committed. A place: of a message one has found.
    void open(const QString& group, const QString& topic = {},
        const std::optional<TopicPlace>& place = {});
    // As `open`, of one partition: from this message on.
    void openAt(const QString& group, const QString& topic, int partition, qint64 offset);
    const QString& group() const { return m_group; }
    const std::optional<ResetPlan>& plan() const { return m_plan; } // none: not known
    ResetModel* model() const { return m_model; }
    CheckList* checks() const { return m_checks; }
    QString sumText() const;
    ui::SegmentedControl* moveTo() const { return m_to; }
    QLineEdit* valueField() const { return m_value; }
    QComboBox* topicField() const { return m_topic; }
    QLineEdit* partitionField() const { return m_partitions; }
    ui::Button* undoButton() const { return m_undo; } // seen after a reset
    UndoList* earlier() const { return m_earlier; }
    void showEarlier(bool on);

Q_SIGNALS:
    void moved(const QString& group); // its commits are others now

protected:
    void apply() override;
    void look() override;
    void leave() override;
    void judge() override;

private:
    void buildLayout();
    QWidget* chosenEnd() const; // the segment of what is chosen
    void listEarlier();
    void askTopics();
    void setTopics(std::set<QString> topics);
    void changed();
    bool readRequest(); // false: what is typed is not complete; m_wrong says why
    void askNext();
    void settled();
    void fitColumns();
    void fillChecks();
    std::vector<Check> groupChecks() const;
    QString effectText(const ResetSum& sum) const;
    void offerUndo(const QString& group, const QString& file);
    void takeBack(const QString& file);
    void onMoved();
    void onTakenBack();
    void onRefused(const Error& error);
    QString movedText() const;

    QString m_group;
    std::optional<ResetPlan> m_plan;
    ResetPlan m_making; // topic by topic
    std::vector<ResetRequest> m_requests; // still to be asked, the last one first
    QDateTime m_movedAt; // the plan was carried out then; null: it was not
    std::optional<Error> m_failed;
    QString m_wrong; // with what is typed
    QString m_done; // the last reset, in words
    QString m_doneFile;
    QStringList m_topics; // of the group
    GroupDetail m_detail;
    QTimer m_soon;
    UndoFiles m_files;
    Call<ResetPlan> m_planCall;
    Call<std::vector<GroupLag>> m_lagCall;
    Call<GroupDetail> m_detailCall;
    Call<std::vector<UndoFile>> m_listCall;
    Call<bool> m_removeCall;

    QStackedWidget* m_pages = nullptr;
    QComboBox* m_topic = nullptr;
    QLineEdit* m_partitions = nullptr;
    ui::SegmentedControl* m_to = nullptr;
    QWidget* m_valueRow = nullptr;
    QLabel* m_valueName = nullptr;
    QLineEdit* m_value = nullptr;
    ui::ElidedLabel* m_meaning = nullptr; // of what is typed
    ui::PanelHeader* m_dryRun = nullptr;
    ui::Button* m_again = nullptr;
    ResetModel* m_model = nullptr;
    SheetTable* m_table = nullptr;
    ui::ElidedLabel* m_sum = nullptr;
    CheckList* m_checks = nullptr;
    QLabel* m_undoName = nullptr;
    ui::ElidedLabel* m_undoFile = nullptr;
    ui::ElidedLabel* m_undoWhat = nullptr;
    ui::Button* m_undo = nullptr;
    ui::Button* m_list = nullptr;
    UndoList* m_earlier = nullptr;
};

} // namespace pilothouse::streams
