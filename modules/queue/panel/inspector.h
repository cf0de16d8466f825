// SPDX-License-Identifier: GPL-3.0-or-later
// Inspector: one key: its facts, its value by windows, and every way to change it. Each change goes
// through the workbench with the exact command; what is typed and not sent is a draft.
#pragma once

#include "core/call.h"
#include "queue/api/keyspace.h"
#include "queue/api/reply.h"
#include "queue/api/values.h"
#include "ui/workbench.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QStackedWidget;
class QTableView;

namespace pilothouse::ui
{
class Button;
class Chip;
class Drafts;
class ElidedLabel;
class IconButton;
class PanelHeader;
class StateFrame;
} // namespace pilothouse::ui

namespace pilothouse::queue
{

class EditBar;
class EntryView;
class StreamBar;
class TextValue;
class ValueModel;

class Inspector final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Inspector)

public:
    Inspector(ui::Workbench& workbench, const ServiceId& service, QWidget* parent = nullptr);
    ~Inspector() override;

    void show(const QByteArray& key);
    QByteArray key() const { return m_key; }
    void refresh();
    bool hasUnsavedWork() const;
    qint64 drawnRows() const;
    ValueModel* model() const { return m_model; }
    QTableView* table() const { return m_table; }
    TextValue* text() const { return m_text; } // of a string
    EntryView* entry() const { return m_entry; }
    EditBar* bar() const { return m_bar; }
    QString ttlText() const;

    // What the panel's actions do.
    void editTtl();
    void rename();
    void copyKey();
    void addElement();
    void editElement();
    void removeElement();
    void removeKey();
    void loadMore();
    void setFollowing(bool following);
    bool isFollowing() const { return m_following; }

Q_SIGNALS:
    void unsavedWorkChanged();
    void keyRemoved(const QByteArray& key); // or found to be gone
    void keyAdded(const QByteArray& key); // by a copy or a rename

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout();
    QWidget* buildFacts(QWidget* parent);
    void connectEditor(TextValue* editor);
    void connectGroups();
    void showFacts(const KeyFacts& facts);
    void showTtl();
    milliseconds remainingTtl() const;
    void showValue();
    void load(bool theirs);
    void askText(qint64 from);
    void showText(const TextWindow& window);
    void askPage();
    void followOnce();
    void showElement();
    void save(TextValue* editor, ValueEdit edit, const QByteArray& value);
    void overwrite(TextValue* editor, ValueEdit edit, const QByteArray& value);
    void saved(TextValue* editor, const ValueEdit& edit);
    void loadTheirs(TextValue* editor, const ValueEdit& edit);
    void showMine(TextValue* editor, const ValueEdit& edit);
    void discard(TextValue* editor, const ValueEdit& edit);
    bool isShown(TextValue* editor, const ValueEdit& edit) const;
    void keepDraft(TextValue* editor, const ValueEdit& edit);
    void putDraft(TextValue* editor, const ValueEdit& edit, QJsonObject draft);
    void store(const ValueEdit& edit, QJsonObject draft);
    void keepTyped();
    void leave(TextValue* editor);
    void restoreDraft(TextValue* editor, const ValueEdit& edit);
    void tellCommand(TextValue* editor, ValueEdit edit);
    void dropDraft(const ValueEdit& edit);
    QString draftKey(const ValueEdit& edit) const;
    QString draftsOf(const QByteArray& key) const; // what its drafts' keys begin with
    void askElement(const QString& firstText, const QString& secondText, const QString& note);
    void editFound(const QByteArray& field, const QByteArray& typed);
    void showFound(const QByteArray& field, const QByteArray& value, const QByteArray& typed);
    void scoreFound(const QByteArray& member, const QString& typed);
    void askScore(const QByteArray& member, const QByteArray& held, const QString& typed);
    void askName(const QString& name, const QString& note);
    void renamed(const QByteArray& from, const QByteArray& to);
    ValueEdit textEdit() const;
    ValueEdit elementEdit(int row) const;
    ValueEdit shownEdit(const TextValue* editor) const;
    // `refused` says whether a failure is dealt with; else it is told and the value loaded again.
    using Refused = std::function<bool(const Error& error)>;
    void confirm(Act act, std::function<void()> done, Refused refused = {});
    void forgetIfGone(const QByteArray& key);
    void fail(const Error& error);
    void failQuietly(const Error& error); // beside content that stays
    void updateWords();
    Keyspace* keyspace() const;
    Values* values() const;
    int currentRow() const;

    ui::Workbench& m_workbench;
    ui::Drafts& m_drafts; // outlives the workbench
    const ServiceId m_service;
    QByteArray m_key;
    KeyFacts m_facts;
    bool m_following = false;
    QTimer m_follow;
    QTimer m_ttlTick; // the time to live runs down here, without asking
    QElapsedTimer m_factsAge;

    Call<KeyFacts> m_askFacts;
    Call<TextWindow> m_askText;
    Call<ValuePage> m_askPage;
    Call<ValuePage> m_askNewest;
    Call<Act> m_askRemoval;
    Call<std::vector<KeyDetail>> m_askGone;
    Call<Reply> m_askElement;
    bool m_theirsWanted = false; // the user asked to see the value that others saved
    ValueEdit m_shownElement; // without a key: none that can be changed

    ValueModel* m_model = nullptr;
    ui::StateFrame* m_frame = nullptr;
    ui::PanelHeader* m_header = nullptr;
    ui::Chip* m_type = nullptr;
    ui::Button* m_add = nullptr;
    ui::Button* m_followButton = nullptr;
    ui::ElidedLabel* m_ttl = nullptr;
    ui::ElidedLabel* m_lengthTitle = nullptr;
    ui::ElidedLabel* m_length = nullptr;
    ui::ElidedLabel* m_memory = nullptr;
    ui::ElidedLabel* m_encoding = nullptr;
    ui::ElidedLabel* m_idle = nullptr;
    EditBar* m_bar = nullptr;
    QStackedWidget* m_body = nullptr;
    TextValue* m_text = nullptr;
    StreamBar* m_groups = nullptr;
    QTableView* m_table = nullptr;
    ui::Button* m_more = nullptr;
    TextValue* m_element = nullptr;
    EntryView* m_entry = nullptr; // of a stream, in its place
    bool m_unsaved = false;
};

} // namespace pilothouse::queue
