// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/gridview.h"

#include "ui/controls/findbar.h"
#include "ui/grid/celldelegate.h"
#include "ui/grid/celltext.h"
#include "ui/grid/gridheader.h"
#include "ui/grid/gridmodel.h"
#include "ui/grid/valueview.h"
#include "ui/plural.h"
#include "ui/theme/theme.h"

#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

constexpr std::chrono::minutes kWorkLimit{10};
constexpr std::chrono::milliseconds kWidenAfter{60}; // not for each turn of a wheel

} // namespace

GridView::GridView(Runtime& runtime, QWidget* parent)
    : QTableView(parent)
    , m_runtime(runtime)
    , m_theme(Theme::of(this))
    , m_delegate(new CellDelegate(m_theme, this))
    , m_header(new GridHeader(m_theme, this))
    , m_numbers(new RowNumbers(m_theme, this))
    , m_findBar(new FindBar(this))
{
    setHorizontalHeader(m_header);
    setVerticalHeader(m_numbers);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setAlternatingRowColors(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectItems);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false); // Tab leaves the grid
    setAccessibleName(tr("Result rows"));
    setProperty("focusRing", u"none"_s); // the cell cursor shows the focus
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        const int column = m_header->logicalIndexAt(at);
        if (column < 0)
            return;
        QMenu menu;
        fillColumnMenu(menu, column);
        menu.exec(m_header->mapToGlobal(at));
    });
    connect(m_header, &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        if (m_sizing || !m_model)
            return;
        m_widths[m_model->column(section).name] = size;
        Q_EMIT stateEdited();
    });
    m_header->setSectionsMovable(true);
    m_header->setFirstSectionMovable(true);
    connect(m_header, &QHeaderView::sectionMoved, this, [this] {
        if (!m_sizing && m_model)
            keepArrangement();
    });
    connect(
        m_findBar, &FindBar::nextRequested, this, [this](bool forward) { find(forward, false); });
    connect(m_findBar, &FindBar::textChanged, this, [this](const QString& text) {
        m_delegate->setMarked(text);
        viewport()->update();
        find(true, true);
    });
    connect(m_findBar, &FindBar::closed, this, [this] {
        m_finding = {};
        m_delegate->setMarked({});
        viewport()->update();
        setFocus(Qt::OtherFocusReason);
    });
    connect(&m_theme, &Theme::changed, this, &GridView::applyTheme);
    connect(this, &QAbstractItemView::doubleClicked, this, &GridView::cellOpened);
    m_widen.setSingleShot(true);
    m_widen.setInterval(kWidenAfter);
    connect(&m_widen, &QTimer::timeout, this, &GridView::widenNumbers);
    connect(verticalScrollBar(), &QAbstractSlider::valueChanged, this, &GridView::widenSoon);
    addActions();
    applyTheme();
}

GridView::~GridView() = default;

void GridView::addActions()
{
    const auto add = [this](const QString& text, const QKeySequence& keys, auto slot) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        addAction(action);
    };
    add(tr("Copy"), QKeySequence::Copy, [this] { copy(CopyFormat::Tsv); });
    add(tr("Copy as…"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { showCopyMenu(); });
    add(tr("Columns…"), Qt::CTRL | Qt::ALT | Qt::Key_C, [this] { showColumns(); });
    add(tr("Find…"), QKeySequence::Find, [this] { showFind(); });
    add(tr("Next match"), Qt::Key_F3, [this] { findNext(); });
    add(tr("Previous match"), Qt::SHIFT | Qt::Key_F3, [this] { findPrevious(); });
}

void GridView::applyTheme()
{
    const int row = m_theme.metric(Metric::GridRow);
    if (m_numbers->defaultSectionSize() != row) {
        // With rows attached a new size would be set row by row, which freezes for seconds.
        QAbstractItemModel* const attached = model();
        setModel(nullptr);
        m_numbers->setMinimumSectionSize(row);
        m_numbers->setDefaultSectionSize(row);
        setModel(attached);
    }
    m_findBar->setTop(m_header->sizeHint().height());
    updateGeometries();
    viewport()->update();
}

void GridView::setGridModel(GridModel* model)
{
    if (m_model)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    m_sized = false;
    setModel(model);
    if (!m_model)
        return;
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_sized = false;
        m_measuring.clear();
        m_findBar->setTop(m_header->sizeHint().height());
        sizeColumns();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_sized)
            sizeColumns();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &GridView::widenSoon);
    connect(m_model, &GridModel::columnSettingsChanged, this, [this](int column) {
        if (m_model->columnSettings(column).bar)
            measureScale(column);
        Q_EMIT stateEdited();
    });
    m_findBar->setTop(m_header->sizeHint().height());
    sizeColumns();
}

void GridView::setTableName(const QString& sqlName)
{
    m_table = sqlName;
}

void GridView::sizeColumns()
{
    if (!m_model || m_model->columnCount() == 0)
        return;
    m_sizing = true;
    const int rows = std::min(m_model->rowCount(), kSampleRows);
    for (int c = 0; c < m_model->columnCount(); ++c) {
        const int kept = m_widths[m_model->column(c).name].toInt();
        int width = kept > 0 ? kept : std::min(m_header->widthOf(c), kWidest);
        for (int r = 0; kept <= 0 && r < rows; ++r)
            width = std::max(width, m_delegate->widthOf(*m_model, r, c, kWidest));
        setColumnWidth(c, width);
    }
    arrangeColumns();
    m_sizing = false;
    m_sized = rows > 0;
}

void GridView::widenSoon()
{
    if (!m_widen.isActive())
        m_widen.start();
}

void GridView::widenNumbers()
{
    const int top = rowAt(0);
    if (!m_model || top < 0)
        return;
    const int last = rowAt(viewport()->height() - 1);
    const int bottom = last < 0 ? m_model->rowCount() - 1 : last;
    m_sizing = true;
    for (int c = 0; c < m_model->columnCount(); ++c) {
        const TableColumn& column = m_model->column(c);
        if (!column.rightAligned || m_widths[column.name].toInt() > 0 || isColumnHidden(c))
            continue;
        int width = columnWidth(c);
        for (int r = top; r <= bottom; ++r)
            width = std::max(width, m_delegate->widthOf(*m_model, r, c, kWidest));
        if (width > columnWidth(c))
            setColumnWidth(c, width);
    }
    m_sizing = false;
}

Lane<>& GridView::lane()
{
    if (!m_lane)
        m_lane = std::make_unique<Lane<>>(m_runtime, u"grid"_s);
    return *m_lane;
}

RowSelection GridView::selection() const
{
    RowSelection out;
    if (!m_model || !selectionModel())
        return out;
    QItemSelection ranges = selectionModel()->selection();
    if (ranges.isEmpty() && currentIndex().isValid())
        ranges.select(currentIndex(), currentIndex());
    std::vector<std::pair<qint64, qint64>> rows;
    std::vector<int> columns;
    for (const QItemSelectionRange& range : std::as_const(ranges)) {
        rows.emplace_back(m_model->storeRow(range.top()), m_model->storeRow(range.bottom()) + 1);
        for (int c = range.left(); c <= range.right(); ++c)
            if (!isColumnHidden(c))
                columns.push_back(c);
    }
    std::sort(rows.begin(), rows.end());
    for (const auto& range : rows) {
        if (!out.rows.empty() && range.first <= out.rows.back().second)
            out.rows.back().second = std::max(out.rows.back().second, range.second);
        else
            out.rows.push_back(range);
    }
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    std::sort(columns.begin(), columns.end(),
        [this](int a, int b) { return m_header->visualIndex(a) < m_header->visualIndex(b); });
    out.columns = std::move(columns);
    return out;
}

void GridView::copy(CopyFormat format)
{
    const RowSelection chosen = selection();
    if (chosen.rows.empty() || !m_model->store())
        return;
    m_copying = lane()
                    .run(kWorkLimit,
                        [reader = m_model->store()->reader(), chosen, format,
                            columns = m_model->store()->columns(),
                            table = m_table](NoConnection&, const pilothouse::Token& token) {
                            return copyRows(*reader, chosen, format, columns, table, token);
                        })
                    .onDone(this, [this, format](Result<CopiedRows> result) {
                        if (!result) {
                            Q_EMIT reported(result.error());
                            return;
                        }
                        QGuiApplication::clipboard()->setText(QString::fromUtf8(result->text));
                        QString message
                            = tr("%1 row(s) copied as %2", nullptr, pluralOf(result->rows))
                                  .arg(QLocale().toString(result->rows), formatName(format));
                        if (result->cutCells > 0)
                            message += u". "_s
                                + tr("Of %n long cell(s) only the first part.", nullptr,
                                    pluralOf(result->cutCells));
                        Q_EMIT copied(result->rows, message);
                    });
}

void GridView::showPreview()
{
    const QModelIndex at = currentIndex();
    if (!at.isValid())
        return;
    if (!m_preview) {
        m_preview = new QFrame(this, Qt::Popup);
        setLook(m_preview, "variant", u"dialog"_s);
        m_previewValue = new ValueView(m_preview);
        auto* layout = new QVBoxLayout(m_preview);
        layout->setContentsMargins(12, 8, 12, 12);
        layout->addWidget(m_previewValue);
        m_preview->resize(520, 340);
        for (QWidget* part : m_preview->findChildren<QWidget*>())
            part->installEventFilter(this);
    }
    const CellView cell = m_model->cell(at.row(), at.column());
    m_preview->setAccessibleName(tr("Preview of %1").arg(m_model->column(at.column()).name));
    if (cell.isNull() || cell.loading)
        m_previewValue->setNull();
    else
        m_previewValue->setValue(
            QByteArray(cell.data, cell.size), cell.fullSize, m_model->cellType(at.column()));
    m_preview->move(viewport()->mapToGlobal(visualRect(at).bottomLeft() + QPoint(0, 2)));
    m_preview->show();
    m_previewValue->takeFocus();
}

void GridView::showFind()
{
    m_findBar->start({});
}

void GridView::findNext()
{
    find(true, false);
}

void GridView::findPrevious()
{
    find(false, false);
}

void GridView::find(bool forward, bool fromHere)
{
    const QString text = m_findBar->text();
    if (text.isEmpty() || !m_model || !m_model->store()) {
        m_finding = {};
        m_findBar->setNote({});
        return;
    }
    const QModelIndex at = currentIndex();
    FindRequest request{text, at.isValid() ? m_model->storeRow(at.row()) : 0,
        at.isValid() ? at.column() : -1, forward};
    if (fromHere)
        request.column -= 1;
    m_findBar->setNote(tr("searching"));
    m_finding = lane()
                    .run(kWorkLimit,
                        [reader = m_model->store()->reader(), request](
                            NoConnection&, const pilothouse::Token& token) {
                            return findInRows(*reader, request, token);
                        })
                    .onDone(this, [this](Result<std::optional<FoundCell>> result) {
                        if (!result) {
                            Q_EMIT reported(result.error());
                            return;
                        }
                        if (!*result) {
                            m_findBar->setNote(
                                tr("not in %1 row(s)", nullptr, pluralOf(m_model->totalRows()))
                                    .arg(QLocale().toString(m_model->totalRows())),
                                true);
                            return;
                        }
                        const FoundCell& found = **result;
                        m_findBar->setNote(found.wrapped ? tr("from the other end") : QString());
                        m_model->setPage(static_cast<int>(found.row / m_model->pageRows()));
                        setCurrentIndex(m_model->index(
                            static_cast<int>(found.row % m_model->pageRows()), found.column));
                    });
}

bool GridView::closeInnermost()
{
    if (m_preview && m_preview->isVisible()) {
        m_preview->hide();
        return true;
    }
    if (m_findBar->isVisible()) {
        m_findBar->close();
        return true;
    }
    return false;
}

void GridView::measureScale(int column)
{
    if (!m_model->store())
        return;
    m_measuring[column] = lane()
                              .run(kWorkLimit,
                                  [reader = m_model->store()->reader(), column](
                                      NoConnection&, const pilothouse::Token& token) {
                                      return columnMaximum(*reader, column, token);
                                  })
                              .onDone(this, [this, column](Result<double> most) {
                                  m_delegate->setScale(column, most.value_or(0));
                                  viewport()->update();
                              });
}

QJsonObject GridView::saveState() const
{
    QJsonObject out{{u"version"_s, 1}, {u"widths"_s, m_widths}};
    if (m_model)
        out[u"columns"_s] = m_model->saveColumnSettings();
    if (!m_order.isEmpty())
        out[u"order"_s] = QJsonArray::fromStringList(m_order);
    if (!m_hidden.isEmpty())
        out[u"hidden"_s] = QJsonArray::fromStringList(m_hidden);
    return out;
}

void GridView::restoreState(const QJsonObject& json)
{
    if (json[u"version"_s].toInt() != 1)
        return;
    m_widths = json[u"widths"_s].toObject();
    const auto names = [&json](const QString& key) {
        QStringList out;
        for (const QJsonValue& name : json[key].toArray())
            out.append(name.toString());
        return out;
    };
    m_order = names(u"order"_s);
    m_hidden = names(u"hidden"_s);
    if (m_model)
        m_model->restoreColumnSettings(json[u"columns"_s].toObject());
    sizeColumns();
}

void GridView::updateCursor()
{
    m_delegate->setCurrent(currentIndex(), hasFocus());
    m_numbers->setCurrentRow(currentIndex().isValid() ? currentIndex().row() : -1);
    viewport()->update();
}

void GridView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    updateCursor();
}

void GridView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model && m_model->rowCount() > 0)
        setCurrentIndex(m_model->index(0, 0));
    updateCursor();
}

void GridView::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    updateCursor();
}

bool GridView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_preview && m_preview->isVisible()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool onButton = qobject_cast<QAbstractButton*>(watched) != nullptr;
        if (key == Qt::Key_Escape || (key == Qt::Key_Space && !onButton)) {
            m_preview->hide();
            return true;
        }
    }
    return QTableView::eventFilter(watched, event);
}

void GridView::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_Space:
            showPreview();
            return;
        case Qt::Key_Escape:
            if (!closeInnermost())
                event->ignore(); // the panel stops its query
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (currentIndex().isValid())
                Q_EMIT cellOpened(currentIndex());
            return;
        default:
            break;
        }
    }
    // Typing a letter would search row by row through the model: five million text conversions.
    if (!event->text().isEmpty() && event->text().at(0).isPrint()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace pilothouse::ui
