// SPDX-License-Identifier: GPL-3.0-or-later
// What was run on this service before: filter, choose, put into the editor. Nothing is re-run.
#pragma once

#include "core/history/history.h"

#include <QFrame>

#include <memory>

class QTableView;
class QStandardItemModel;

namespace pilothouse::ui
{
class SearchField;
}

namespace pilothouse::database
{

class HistoryPopup final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HistoryPopup)

public:
    HistoryPopup(std::shared_ptr<History> history, QString service, QWidget* parent = nullptr);
    void popupBelow(const QWidget* anchor);

Q_SIGNALS:
    void chosen(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void choose(int row);

    std::shared_ptr<History> m_history;
    const QString m_service;
    ui::SearchField* m_filter = nullptr;
    QTableView* m_table = nullptr;
    QStandardItemModel* m_model = nullptr;
    std::vector<HistoryEntry> m_entries;
    Call<std::vector<HistoryEntry>> m_find;
};

} // namespace pilothouse::database
