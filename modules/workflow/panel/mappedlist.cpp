// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/mappedlist.h"

#include "ui/controls/elidedlabel.h"
#include "ui/controls/searchfield.h"
#include "ui/theme/theme.h"
#include "workflow/panel/statemark.h"
#include "workflow/panel/worktext.h"

#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{

QString nameOf(const TaskInstance& one)
{
    QString name = u'[' + QString::number(one.ref.map) + u']';
    if (!one.title.isEmpty() && one.title != QString::number(one.ref.map))
        name += u' ' + one.title;
    return name;
}

// Glyph, name and state; duration and try at the right.
class MappedDelegate final : public QStyledItemDelegate
{
public:
    MappedDelegate(const MappedModel& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {160, ui::Theme::of(option.widget).metric(ui::Metric::GridRow)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const ui::Theme& theme = ui::Theme::of(option.widget);
        const auto* proxy = static_cast<const QSortFilterProxyModel*>(index.model());
        const TaskInstance& one = m_model.at(proxy->mapToSource(index).row());
        QPainter& p = *painter;
        p.save();
        const Token ground = option.state.testFlag(QStyle::State_Selected) ? Token::Selection
            : option.state.testFlag(QStyle::State_MouseOver)               ? Token::Hover
                                                                           : Token::Surface;
        p.fillRect(option.rect, theme.color(ground));
        QRect box = option.rect.adjusted(12, 0, -12, 0);
        paintStateGlyph(
            p, QRectF(box.left(), box.center().y() - 5.5, 12, 12), one.state, theme, ground);
        box.setLeft(box.left() + 20);
        const auto atRight = [&](const QString& text, int width, Token tone) {
            p.setFont(theme.font(TextStyle::MonoSmall));
            p.setPen(theme.color(tone));
            p.drawText(box, int(Qt::AlignRight | Qt::AlignVCenter), text);
            box.setRight(
                box.right() - std::max(width, p.fontMetrics().horizontalAdvance(text)) - 8);
        };
        atRight(MappedList::tr("try %1").arg(one.tryNumber), 34, Token::Text3);
        atRight(durationText(spanOf(one.start, one.end, m_model.now())), 52, Token::Text2);
        p.setFont(theme.font(TextStyle::Cell));
        const QString name = nameOf(one);
        const int wide = p.fontMetrics().horizontalAdvance(name);
        p.setPen(theme.color(Token::Text));
        p.drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter),
            p.fontMetrics().elidedText(name, Qt::ElideRight, box.width()));
        box.setLeft(box.left() + wide + 8);
        if (box.width() >= p.fontMetrics().horizontalAdvance(one.state)) {
            p.setPen(theme.color(stateColor(one.state)));
            p.drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter), one.state);
        }
        p.restore();
    }

private:
    const MappedModel& m_model;
};

} // namespace

void MappedModel::take(const std::vector<TaskInstance>& instances)
{
    const size_t both = std::min(m_all.size(), instances.size());
    for (size_t i = 0; i < both; ++i) {
        if (m_all[i] == instances[i])
            continue;
        m_all[i] = instances[i];
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
    if (instances.size() > both) {
        beginInsertRows({}, int(both), int(instances.size()) - 1);
        m_all.insert(m_all.end(), instances.begin() + qsizetype(both), instances.end());
        endInsertRows();
    } else if (m_all.size() > both) {
        beginRemoveRows({}, int(both), int(m_all.size()) - 1);
        m_all.resize(both);
        endRemoveRows();
    }
}

void MappedModel::setNow(const QDateTime& now)
{
    m_now = now;
    for (int row = 0; row < int(m_all.size()); ++row)
        if (m_all[size_t(row)].start.isValid() && !m_all[size_t(row)].end.isValid())
            Q_EMIT dataChanged(index(row), index(row));
}

int MappedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_all.size());
}

QVariant MappedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TaskInstance& one = m_all[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return nameOf(one);
    case MapRole:
        return one.ref.map;
    case FilterRole:
        return QString(nameOf(one) + u' ' + one.state);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return MappedList::tr("%1, %2, %3, try %4")
            .arg(nameOf(one), one.state, durationText(spanOf(one.start, one.end, m_now)))
            .arg(one.tryNumber);
    default:
        return {};
    }
}

MappedList::MappedList(QWidget* parent)
    : QWidget(parent)
{
    m_proxy.setSourceModel(&m_model);
    m_proxy.setFilterRole(MappedModel::FilterRole);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    buildLayout();
}

void MappedList::buildLayout()
{
    m_counts = new ui::ElidedLabel({}, TextStyle::Cell, Token::Text2, this);
    m_filter = new ui::SearchField(tr("Filter by index, name or state"), this);
    m_filter->answerSlashIn(this);
    m_list = new QListView(this);
    m_list->setAccessibleName(tr("Mapped instances"));
    m_list->setModel(&m_proxy);
    m_list->setItemDelegate(new MappedDelegate(m_model, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_proxy.setFilterFixedString(text);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_proxy.index(0, 0));
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_list->setFocus(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& now) {
            if (now.isValid())
                Q_EMIT chosen(now.data(MappedModel::MapRole).toInt());
        });
    connect(m_list, &QListView::activated, this,
        [this](const QModelIndex& now) { Q_EMIT opened(now.data(MappedModel::MapRole).toInt()); });
    auto* top = new QVBoxLayout;
    top->setContentsMargins(12, 8, 12, 6);
    top->setSpacing(6);
    top->addWidget(m_counts);
    top->addWidget(m_filter);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
}

void MappedList::show(const TaskRef& task, const std::vector<TaskInstance>* instances)
{
    if (task != m_task) {
        m_task = task;
        m_first = true;
        m_list->setCurrentIndex({});
        m_filter->clear();
        m_model.take({});
    }
    if (!instances) {
        m_counts->setText(tr("Reading its instances"));
        return;
    }
    m_model.take(*instances);
    std::vector<std::pair<StateWord, int>> states;
    for (const TaskInstance& one : *instances) {
        const auto known = std::find_if(
            states.begin(), states.end(), [&one](const auto& s) { return s.first == one.state; });
        if (known == states.end())
            states.emplace_back(one.state, 1);
        else
            ++known->second;
    }
    m_counts->setText(instances->empty() ? tr("Not expanded yet") : WorkText::counts(states));
    if (m_first && !instances->empty())
        chooseTelling();
}

// The worst first, so that its log is the one on show.
void MappedList::chooseTelling()
{
    m_first = false;
    int best = 0;
    for (int row = 1; row < m_model.rowCount(); ++row) {
        const StateWord& now = m_model.at(best).state;
        const StateWord& other = m_model.at(row).state;
        if (now != other && worseOf(now, other) == other)
            best = row;
    }
    m_list->setCurrentIndex(m_proxy.mapFromSource(m_model.index(best)));
}

QString MappedList::counts() const
{
    return m_counts->accessibleName();
}

int MappedList::current() const
{
    const QModelIndex now = m_list->currentIndex();
    return now.isValid() ? now.data(MappedModel::MapRole).toInt() : -1;
}

} // namespace pilothouse::workflow
