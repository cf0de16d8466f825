// SPDX-License-Identifier: GPL-3.0-or-later
// A popup with a filter and the newest 500 entries that match.
#include "database/panel/historypopup.h"

#include "ui/controls/searchfield.h"
#include "ui/shownzone.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kShown = 500;

QString outcomeText(const HistoryEntry& e)
{
    switch (e.outcome) {
    case HistoryEntry::Outcome::Done:
        return e.rows >= 0
            ? HistoryPopup::tr("%n row(s)", nullptr, int(std::min<qint64>(e.rows, INT_MAX)))
            : HistoryPopup::tr("done");
    case HistoryEntry::Outcome::Failed:
        return HistoryPopup::tr("failed");
    case HistoryEntry::Outcome::Stopped:
        return HistoryPopup::tr("stopped");
    case HistoryEntry::Outcome::Running:
        break;
    }
    return HistoryPopup::tr("not finished");
}

} // namespace

HistoryPopup::HistoryPopup(std::shared_ptr<History> history, QString service, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_history(std::move(history))
    , m_service(std::move(service))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("History of statements"));
    ui::setPlate(this, ui::Token::Overlay);
    setFrameShape(QFrame::Box);
    m_filter = new ui::SearchField(tr("Filter the history"), this);
    m_filter->installEventFilter(this);
    m_model = new QStandardItemModel(0, 4, this);
    m_model->setHorizontalHeaderLabels({tr("Time"), tr("Statement"), tr("Result"), tr("Seconds")});
    m_table = new QTableView(this);
    m_table->setAccessibleName(tr("Statements, newest first"));
    m_table->setModel(m_model);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(
        ui::Theme::of(this).metric(ui::Metric::GridRow));
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->setColumnWidth(0, 130);
    ui::setTextStyle(m_table, ui::TextStyle::Mono);
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex& index) { choose(index.row()); });
    connect(m_filter, &QLineEdit::textChanged, this, &HistoryPopup::search);
    connect(m_filter, &QLineEdit::returnPressed, this,
        [this] { choose(std::max(0, m_table->currentIndex().row())); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_filter);
    layout->addWidget(m_table, 1);
    resize(720, 420);
    search();
}

void HistoryPopup::popupBelow(const QWidget* anchor)
{
    const QPoint corner = anchor->mapToGlobal(QPoint(anchor->width(), anchor->height() + 4));
    move(std::max(0, corner.x() - width()), corner.y());
    QWidget::show();
    m_filter->setFocus();
}

bool HistoryPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up) {
            const int step = key->key() == Qt::Key_Down ? 1 : -1;
            const int row = std::clamp(
                m_table->currentIndex().row() + step, 0, std::max(0, m_model->rowCount() - 1));
            m_table->setCurrentIndex(m_model->index(row, 0));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void HistoryPopup::search()
{
    m_find
        = m_history->find(m_service, m_filter->text().trimmed(), kShown)
              .onDone(this, [this](Result<std::vector<HistoryEntry>> result) {
                  m_model->setRowCount(0);
                  if (!result) {
                      m_model->appendRow(
                          {new QStandardItem, new QStandardItem(result.error().detail)});
                      return;
                  }
                  m_entries = std::move(*result);
                  for (const HistoryEntry& e : m_entries) {
                      const auto time = ui::shownTime(e.time).toString(u"MM-dd HH:mm:ss"_s);
                      auto* text = new QStandardItem(e.text.left(300).simplified());
                      text->setToolTip(e.error.isEmpty() ? e.text.left(2000) : e.error);
                      m_model->appendRow({new QStandardItem(time), text,
                          new QStandardItem(outcomeText(e)),
                          new QStandardItem(
                              e.seconds < 0 ? QString() : QLocale().toString(e.seconds, 'f', 2))});
                  }
                  if (m_model->rowCount() > 0)
                      m_table->setCurrentIndex(m_model->index(0, 0));
              });
}

void HistoryPopup::choose(int row)
{
    if (row < 0 || row >= int(m_entries.size()))
        return;
    Q_EMIT chosen(m_entries[size_t(row)].text);
    close();
}

} // namespace pilothouse::database
