// SPDX-License-Identifier: GPL-3.0-or-later
// LibraryPanel: the pipelines of this computer and those that only servers have; the door to all
// that is done with them.
#pragma once

#include "pipelines/panel/librarymodel.h"
#include "pipelines/panel/librarypictures.h"
#include "ui/panel.h"

class QListView;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class PanelHeader;
class SearchField;
class SegmentedControl;
class StateFrame;
} // namespace pilothouse::ui

namespace pilothouse::pipelines
{

class PipelineDialog;
using LibraryPtr = std::shared_ptr<Library>;

class LibraryPanel final : public ui::Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryPanel)

public:
    LibraryPanel(ui::Workbench& workbench, LibraryPtr library, QWidget* parent = nullptr);
    ~LibraryPanel() override;

    QString title() const override;
    QString iconName() const override { return QString::fromLatin1("pipeline"); }
    QString kind() const override { return QString::fromLatin1("pipelines.library"); }
    QList<QAction*> panelActions() const override { return m_actions; }
    void refresh() override;
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject& state) override;
    qint64 drawnRows() const override;

    QListView* list() const { return m_list; }
    LibraryModel& model() { return m_model; }
    ui::SearchField* filter() const { return m_filter; }
    const LibraryRow* current() const; // null: none
    bool choose(const QString& id); // false: not in the list
    void importFlow(const QString& file);
    void addFolder(const QString& folder);
    void removeFolder(); // the chosen one, from the list; its files stay
    ui::SegmentedControl* order() const { return m_order; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    void buildActions();
    QAction* add(const QString& text, const QKeySequence& key, std::function<void()> act);
    void take();
    void updateWords();
    void updateActions();
    void openCurrent();
    void openRow(const LibraryRow& row);
    bool listKey(int key);
    void showMenu(const QPoint& at);

    void askNew();
    void askRename();
    void askDuplicate();
    void askTrash();
    void askMove();
    void askImport();
    void askFolder();
    PipelineDialog* nameDialog(const QString& question, const QString& button, const QString& name);
    QString folderHere() const; // where something new goes
    // On the library's lane; the list then stands on what came of it.
    void work(const QString& name, std::function<Result<QString>()> job, bool opens = false);

    LibraryPtr m_library;
    LibraryModel m_model;
    LibraryPictures m_pictures;
    Call<QString> m_work;
    QString m_comingTo; // a file that will be in the list after the next look
    QString m_comingName;

    ui::StateFrame* m_frame = nullptr;
    ui::PanelHeader* m_header = nullptr;
    ui::SearchField* m_filter = nullptr;
    ui::SegmentedControl* m_order = nullptr;
    QListView* m_list = nullptr;
    ui::ElidedLabel* m_none = nullptr; // the filter finds nothing
    ui::ElidedLabel* m_where = nullptr;
    QList<QAction*> m_actions;
    QList<QAction*> m_ofDocument; // enabled on one
    QAction* m_open = nullptr;
    QAction* m_removeFolder = nullptr;
};

} // namespace pilothouse::pipelines
