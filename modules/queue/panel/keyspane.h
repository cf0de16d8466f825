// SPDX-License-Identifier: GPL-3.0-or-later
// KeysPane: the left third of the queue panel: filter, types, the tree, how far the walk has come.
#pragma once

#include "core/call.h"
#include "queue/panel/keyscan.h"

#include <QSet>
#include <QWidget>

class QComboBox;

namespace pilothouse::ui
{
class Button;
class ElidedLabel;
class IconButton;
class PanelFooter;
class PanelHeader;
class ProgressLine;
class SearchField;
class SegmentedControl;
class TreeView;
} // namespace pilothouse::ui

namespace pilothouse::queue
{

class KeysPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysPane)

public:
    KeysPane(Runtime& runtime, const QByteArray& separator, int database,
        std::function<Keyspace*()> keyspace, QWidget* parent = nullptr);

    KeyScan& scan() { return m_scan; }
    ui::TreeView* tree() const { return m_tree; }
    ui::SearchField* filter() const { return m_filter; }
    QByteArray pattern() const;
    KeyType type() const;
    void setFilter(const QString& text, KeyType type); // does not walk by itself
    void walk(); // from the beginning
    bool reveal(const QByteArray& key); // true when the tree shows it now
    bool isFlat() const; // one list instead of folders
    void setFlat(bool flat);
    QByteArray currentPath() const;
    bool currentIsFolder() const;
    qint64 currentKeys() const;
    std::vector<QByteArray> chosenKeys() const; // none when a folder is among them
    void follow(const QByteArray& key); // a new one: shown and chosen
    void addToFooter(QWidget* widget);
    qint64 drawnRows() const;

Q_SIGNALS:
    void keyChosen(const QByteArray& key);
    void currentChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildLayout(int database);
    void updateWords();
    void placeNote();
    void askVisible();
    void choose(const QModelIndex& index);
    void openHits();

    const std::function<Keyspace*()> m_keyspace;
    const int m_database;
    KeyScan m_scan;
    QTimer m_visible; // after scrolling: details of what is seen
    QTimer m_typed;
    Call<std::vector<KeyDetail>> m_details;
    QSet<QByteArray> m_opened; // folders of a filtered tree that were opened by themselves
    std::pair<QByteArray, KeyType> m_walkedFor{QByteArray(), KeyType::Unknown};
    QByteArray m_wanted; // to be revealed as soon as its folders are there

    ui::PanelHeader* m_header = nullptr;
    ui::SearchField* m_filter = nullptr;
    QComboBox* m_type = nullptr;
    ui::SegmentedControl* m_view = nullptr;
    ui::TreeView* m_tree = nullptr;
    ui::PanelFooter* m_footer = nullptr;
    ui::ElidedLabel* m_progress = nullptr;
    ui::ElidedLabel* m_gentle = nullptr;
    ui::ProgressLine* m_line = nullptr;
    ui::IconButton* m_pause = nullptr;
    ui::Button* m_measure = nullptr;
};

} // namespace pilothouse::queue
