// SPDX-License-Identifier: GPL-3.0-or-later
// The palette itself: a field and the list under it. Actions and tabs are matched at once, objects
// on a lane, so typing never waits. Complete by keyboard.
#pragma once

#include "core/lane.h"
#include "ui/palette/objectindex.h"
#include "ui/palette/palettemodel.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListView;

namespace pilothouse::ui
{

struct PaletteScope {
    QString id; // "actions", "tabs", a module's id; empty: everything
    QString title;
};

class PaletteView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteView)

public:
    static constexpr int kPerGroup = 8;
    static constexpr int kRowsShown = 14;

    PaletteView(Runtime& runtime, QWidget* parent = nullptr);

    // Fresh before each opening: what there is now.
    void setItems(std::vector<PaletteItem> items);
    void setObjects(ObjectIndexPtr objects);
    void setScopes(std::vector<PaletteScope> scopes); // the first is "everything"
    void setGroupTitle(const QString& module, const QString& title);
    // What ":…" means as a time; an item without run() when it means nothing.
    void setTimeReader(std::function<PaletteItem(const QString&)> read);
    // What a server found for this text; dropped when the text is another by now.
    void addFound(const QString& text, const QString& module, std::vector<SearchItem> found);

    void restart(const QString& text = {}); // empties the field and shows what is at hand
    QLineEdit* field() const { return m_field; }
    const PaletteModel& model() const { return *m_model; }
    QString scope() const { return m_scopes.empty() ? QString() : m_scopes[m_scope].id; }
    bool isSearching() const { return m_search.running(); }
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const pilothouse::ui::PaletteItem& item);
    void closeRequested();
    void textSettled(const QString& text); // typing paused: servers may be asked
    void resultsChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    using Hits = std::vector<FuzzyHit>;

    void search();
    void searchObjects(const FuzzyQuery& query, const QString& module);
    void present(const FuzzyQuery& query);
    void select(int step);
    void choose(const QModelIndex& index);
    void nextScope(int step);
    std::vector<PaletteHit> itemHits(const FuzzyQuery& query, const QString& scope) const;
    QString scopeHint() const;

    QLineEdit* m_field;
    QListView* m_list;
    PaletteModel* m_model;
    std::vector<PaletteItem> m_items;
    ObjectIndexPtr m_objects;
    std::vector<PaletteScope> m_scopes;
    std::vector<std::pair<QString, QString>> m_groupTitles;
    std::function<PaletteItem(const QString&)> m_readTime;
    size_t m_scope = 0;
    std::vector<PaletteHit> m_itemHits;
    Hits m_objectHits;
    std::vector<std::pair<QString, SearchItem>> m_found; // by module, for the text in the field
    QTimer m_settle;
    Lane<> m_lane;
    Stream<Hits> m_search;
};

} // namespace pilothouse::ui
