// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/paletteview.h"

#include "ui/controls/keycap.h"
#include "ui/palette/palettedelegate.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int kFieldHeight = 40;
constexpr size_t kObjectHits = 40;
constexpr size_t kSlice = 200'000; // names per step of a search
constexpr auto kSearchLimit = 10s;
constexpr int kScattered = 1; // below every other match

// Letters in a row, not scattered over it.
bool inARow(const std::vector<int>& places)
{
    return places.empty() || places.back() - places.front() + 1 == static_cast<int>(places.size());
}

// What an item may be brought up by.
int asked(const PaletteItem& item, int score, const std::vector<int>& places)
{
    if (item.destructive && isNear(score))
        return -1; // a slip of the finger asks for nothing of that kind
    if (item.destructive && !inARow(places))
        return std::min(score, kScattered);
    return score;
}

// What it is called otherwise counts like its name, when it is typed as it stands.
void matchWords(const FuzzyQuery& query, PaletteHit& hit)
{
    for (const QString& word : hit.item.words) {
        QString joined = word; // the query has no spaces
        joined.remove(u' ');
        std::vector<int> places;
        if (const int score = fuzzyMatch(query, joined, &places);
            score > hit.score && !isNear(score) && inARow(places)) {
            hit.score = score;
            hit.places.clear();
        }
    }
}

} // namespace

PaletteView::PaletteView(Runtime& runtime, QWidget* parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new PaletteModel(this))
    , m_lane(runtime, u"palette"_s)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 1, 6);
    column->setSpacing(0);
    setLook(m_field, "variant", u"bare"_s);
    setTextStyle(m_field, TextStyle::Body);
    m_field->setAccessibleName(tr("Command palette"));
    m_field->setPlaceholderText(tr("Jump to an object, a tab or an action…"));
    m_field->setTextMargins(38, 0, 110, 0);
    m_field->setProperty("focusRing", u"none"_s);
    m_field->installEventFilter(this);
    setFocusProxy(m_field);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keys
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Results"));
    setPlate(m_list, Token::Overlay);
    // Hidden when nothing is found; the field above stays where it is.
    QSizePolicy policy = m_list->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_list->setSizePolicy(policy);
    // The style sheet bounds a field's height; the row around it does not.
    auto* head = new QVBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addStretch();
    head->addWidget(m_field);
    head->addStretch();
    auto* row = new QWidget(this);
    row->setFixedHeight(kFieldHeight);
    row->setLayout(head);
    column->addWidget(row);
    column->addSpacing(5);
    column->addWidget(m_list, 1);
    connect(m_field, &QLineEdit::textEdited, this, &PaletteView::search);
    connect(m_list, &QListView::clicked, this, &PaletteView::choose);
    m_settle.setSingleShot(true);
    m_settle.setInterval(180ms);
    connect(&m_settle, &QTimer::timeout, this,
        [this] { Q_EMIT textSettled(m_field->text().trimmed()); });
}

void PaletteView::setItems(std::vector<PaletteItem> items)
{
    m_items = std::move(items);
}

void PaletteView::setObjects(ObjectIndexPtr objects)
{
    m_objects = std::move(objects);
    m_objectHits.clear(); // they point into the index before
    if (isVisible())
        search();
}

void PaletteView::setScopes(std::vector<PaletteScope> scopes)
{
    m_scopes = std::move(scopes);
    m_scope = 0;
}

void PaletteView::setGroupTitle(const QString& module, const QString& title)
{
    std::erase_if(m_groupTitles, [&](const auto& pair) { return pair.first == module; });
    m_groupTitles.emplace_back(module, title);
}

void PaletteView::setTimeReader(std::function<PaletteItem(const QString&)> read)
{
    m_readTime = std::move(read);
}

void PaletteView::restart(const QString& text)
{
    m_scope = 0;
    m_field->setText(text);
    search();
}

QSize PaletteView::sizeHint() const
{
    const int rows = std::clamp(m_model->rowCount(), 2, kRowsShown);
    return {640, kFieldHeight + 11 + rows * (Theme::of(this).metric(Metric::TreeRow) + 2)};
}

std::vector<PaletteHit> PaletteView::itemHits(const FuzzyQuery& query, const QString& scope) const
{
    std::vector<PaletteHit> hits;
    for (const PaletteItem& item : m_items) {
        if (!scope.isEmpty() && item.scope != scope)
            continue;
        PaletteHit hit{item, 0, {}};
        hit.score = fuzzyMatch(query, item.name, &hit.places);
        hit.score = asked(item, hit.score, hit.places);
        for (const QString& name : item.english) {
            std::vector<int> places; // not in the name that is shown
            const int score = fuzzyMatch(query, name, &places);
            if (const int meant = asked(item, score, places); meant > hit.score) {
                hit.score = meant;
                hit.places.clear();
            }
        }
        matchWords(query, hit);
        if (hit.score >= 0)
            hits.push_back(std::move(hit));
    }
    std::stable_sort(hits.begin(), hits.end(),
        [](const PaletteHit& a, const PaletteHit& b) { return a.score > b.score; });
    return hits;
}

void PaletteView::search()
{
    m_search = {};
    m_objectHits.clear();
    m_found.clear();
    m_settle.stop();
    QString text = m_field->text();
    if (text.startsWith(u':')) {
        m_itemHits.clear();
        if (m_readTime)
            if (PaletteItem time = m_readTime(text.mid(1).trimmed()); time.run)
                m_itemHits.push_back({std::move(time), 1, {}});
        present(FuzzyQuery({}));
        return;
    }
    QString wanted = scope();
    if (text.startsWith(u'>')) {
        wanted = u"actions"_s;
        text.remove(0, 1);
    }
    const FuzzyQuery query(text);
    m_itemHits = itemHits(query, wanted);
    present(query);
    const bool objectsToo = wanted != u"actions"_s && wanted != u"tabs"_s;
    if (objectsToo && !query.isEmpty()) {
        searchObjects(query, wanted);
        m_settle.start();
    }
}

void PaletteView::searchObjects(const FuzzyQuery& query, const QString& module)
{
    if (!m_objects)
        return;
    StreamOptions options;
    options.interval = 30ms;
    m_search = m_lane
                   .stream<Hits>(
                       kSearchLimit,
                       [objects = m_objects, query, module](NoConnection&,
                           const ::pilothouse::Token& token, Sink<Hits>& sink) -> VoidResult {
                           Hits best;
                           for (const auto& [begin, end] : objects->ranges(module))
                               for (size_t from = begin; from < end; from += kSlice) {
                                   if (token.stopped())
                                       return {};
                                   const auto found = objects->names().search(
                                       query, kObjectHits, from, std::min(end, from + kSlice));
                                   best = FuzzyIndex::merge(best, found, kObjectHits);
                                   if (!found.empty() && !sink.push(best))
                                       return {};
                               }
                           return {};
                       },
                       options)
                   .attach(
                       this,
                       [this, query](std::vector<Hits>&& batches) {
                           m_objectHits = std::move(batches.back()); // each holds all before it
                           present(query);
                       },
                       [this](const VoidResult&) { Q_EMIT resultsChanged(); });
}

void PaletteView::addFound(
    const QString& text, const QString& module, std::vector<SearchItem> found)
{
    if (text != m_field->text().trimmed() || text.isEmpty())
        return;
    for (SearchItem& item : found)
        m_found.emplace_back(module, std::move(item));
    present(FuzzyQuery(text));
}

void PaletteView::present(const FuzzyQuery& query)
{
    const bool one = !scope().isEmpty() || m_field->text().startsWith(u'>');
    const size_t perGroup = one ? 200 : kPerGroup;
    std::vector<PaletteHit> hits;
    std::vector<std::pair<QString, size_t>> counts;
    const auto roomFor = [&](const QString& group) {
        auto it = std::find_if(
            counts.begin(), counts.end(), [&](const auto& c) { return c.first == group; });
        if (it == counts.end())
            it = counts.insert(counts.end(), {group, 0});
        return ++it->second <= perGroup;
    };
    for (const PaletteHit& hit : m_itemHits)
        if (roomFor(hit.item.group))
            hits.push_back(hit);
    const auto addObject = [&](const SearchItem& object, const QString& module, int score) {
        PaletteHit hit;
        hit.item.name = object.name;
        hit.item.context = object.context;
        hit.item.iconName = iconOfKind(object.kind);
        hit.item.scope = module;
        hit.item.link = {object.entity, {}, object.view};
        hit.item.group = module;
        for (const auto& [id, title] : m_groupTitles)
            if (id == module)
                hit.item.group = title;
        hit.score = score;
        if (roomFor(hit.item.group)) {
            const int own = fuzzyMatch(query, object.name, &hit.places);
            hit.score = score >= 0 ? score : std::max(own, 1);
            hits.push_back(std::move(hit));
        }
    };
    std::vector<std::pair<EntityId, QString>> known;
    for (const FuzzyHit& hit : m_objectHits) {
        const SearchItem& object = m_objects->item(hit.entry);
        known.emplace_back(object.entity, object.view);
        addObject(object, m_objects->group(hit.entry).module, hit.score);
    }
    for (const auto& [module, object] : m_found)
        if (std::find(known.begin(), known.end(), std::pair(object.entity, object.view))
            == known.end())
            addObject(object, module, -1);
    m_model->setHits(std::move(hits));
    m_list->setVisible(m_model->hitCount() > 0);
    select(0);
    updateGeometry();
    update();
    Q_EMIT resultsChanged();
}

void PaletteView::select(int step)
{
    const int rows = m_model->rowCount();
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
    const int direction = step < 0 ? -1 : 1;
    int left = std::max(1, std::abs(step));
    for (int next = row + direction; left > 0 && rows > 0; next += direction) {
        if (next < 0 || next >= rows) {
            if (std::abs(step) != 1)
                break;
            next = direction > 0 ? 0 : rows - 1; // wraps, one step at a time
        }
        if (next == row)
            break;
        if (m_model->item(m_model->index(next))) {
            row = next;
            --left;
        }
    }
    const QModelIndex index = m_model->index(row);
    if (m_model->item(index)) {
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
}

void PaletteView::choose(const QModelIndex& index)
{
    const PaletteItem* item = m_model->item(index);
    if (!item || !item->enabled)
        return;
    const PaletteItem copy = *item; // running it may change the list
    Q_EMIT closeRequested();
    Q_EMIT chosen(copy);
}

void PaletteView::nextScope(int step)
{
    if (m_scopes.empty())
        return;
    const size_t count = m_scopes.size();
    m_scope = (m_scope + count + static_cast<size_t>(static_cast<int>(count) + step)) % count;
    search();
}

QString PaletteView::scopeHint() const
{
    const bool narrowed = m_scope > 0 && m_scope < m_scopes.size();
    return narrowed ? m_scopes[m_scope].title : tr("Tab: scope");
}

bool PaletteView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Down:
        select(1);
        return true;
    case Qt::Key_Up:
        select(-1);
        return true;
    case Qt::Key_PageDown:
        select(kRowsShown - 2);
        return true;
    case Qt::Key_PageUp:
        select(-(kRowsShown - 2));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Tab:
        nextScope(1);
        return true;
    case Qt::Key_Backtab:
        nextScope(-1);
        return true;
    case Qt::Key_Backspace:
        if (m_field->text().isEmpty() && m_scope > 0) {
            m_scope = 0;
            search();
            return true;
        }
        break;
    case Qt::Key_Escape:
        Q_EMIT closeRequested();
        return true;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void PaletteView::paintEvent(QPaintEvent*)
{
    const auto& theme = Theme::of(this);
    QPainter painter(this);
    paintIcon(painter, QRectF(14, kFieldHeight / 2.0 - 7, 14, 14), u"search"_s,
        theme.color(Token::Text3));
    const QString hint = scopeHint();
    const QSize size = keyCapSize(theme, hint);
    paintKeyCap(painter,
        QRectF(width() - size.width() - 12, kFieldHeight / 2.0 - size.height() / 2.0, size.width(),
            size.height()),
        hint, theme, theme.color(m_scope > 0 ? Token::Accent : Token::Text3));
    painter.fillRect(QRect(0, kFieldHeight, width(), 1), theme.color(Token::LineStrong));
    if (m_model->hitCount() > 0)
        return;
    painter.setFont(theme.font(TextStyle::Cell));
    painter.setPen(theme.color(Token::Text3));
    painter.drawText(QRect(14, kFieldHeight + 12, width() - 28, 20), Qt::AlignVCenter,
        m_search.running() ? tr("Searching…") : tr("Nothing has these letters in this order."));
}

} // namespace pilothouse::ui
