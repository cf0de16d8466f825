// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/factlist.h"

#include "ui/theme/theme.h"

#include <QAbstractTableModel>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

using ui::TextStyle;
using ui::Token;

namespace
{

constexpr int kRow = 20;
constexpr int kNames = 96; // px

} // namespace

class FactList::Model final : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(facts.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : 2;
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid())
            return {};
        const Fact& fact = facts[size_t(index.row())];
        if (role == Qt::ToolTipRole)
            return index.column() == 1 && fact.value.size() > 20 ? fact.value.left(2000)
                                                                 : QVariant();
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return {};
        if (index.column() == 0)
            return fact.name;
        return fact.note.isEmpty() ? fact.value : QString(fact.value + u' ' + fact.note);
    }
    void set(std::vector<Fact> wanted)
    {
        beginResetModel();
        facts = std::move(wanted);
        endResetModel();
    }

    std::vector<Fact> facts;
};

class FactList::Delegate final : public QStyledItemDelegate
{
public:
    Delegate(const Model& model, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const ui::Theme& theme = ui::Theme::of(option.widget);
        const Fact& fact = m_model.facts[size_t(index.row())];
        QPainter& p = *painter;
        p.save();
        if (option.state.testFlag(QStyle::State_Selected) && !fact.heading)
            p.fillRect(option.rect, theme.color(Token::Selection));
        QRect box = option.rect.adjusted(index.column() == 0 ? 12 : 4, 0, -4, 0);
        const auto draw = [&](const QString& text, TextStyle style, Token ink) {
            p.setFont(theme.font(style));
            p.setPen(theme.color(ink));
            const QFontMetrics metrics(p.font());
            const QString shown = metrics.elidedText(text, Qt::ElideRight, box.width());
            p.drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
            box.setLeft(box.left() + metrics.horizontalAdvance(shown) + 8);
        };
        if (index.column() == 0)
            draw(fact.name, fact.heading ? TextStyle::ControlStrong : TextStyle::Cell,
                fact.heading ? Token::Text : Token::Text3);
        else if (!fact.heading)
            draw(fact.value, TextStyle::Mono, Token::Text);
        if (index.column() == 1 && !fact.note.isEmpty())
            draw(fact.note, TextStyle::Mono, Token::Text3);
        if (fact.heading) // a line over it
            p.fillRect(QRect(option.rect.left() + (index.column() == 0 ? 12 : 0), option.rect.top(),
                           option.rect.width(), 1),
                theme.color(Token::Line));
        p.restore();
    }

private:
    const Model& m_model;
};

FactList::FactList(const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
    , m_model(new Model(this))
{
    setAccessibleName(accessibleName);
    setModel(m_model);
    setItemDelegate(new Delegate(*m_model, this));
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    setColumnWidth(0, kNames);
    connect(&ui::Theme::of(this), &ui::Theme::changed, this, &FactList::applyTheme);
    applyTheme();
}

void FactList::applyTheme()
{
    verticalHeader()->setMinimumSectionSize(kRow);
    verticalHeader()->setDefaultSectionSize(kRow);
    viewport()->update();
}

void FactList::setFacts(std::vector<Fact> facts)
{
    if (facts == m_model->facts)
        return;
    const QFontMetrics metrics(ui::Theme::of(this).font(TextStyle::Cell));
    int names = kNames;
    for (const Fact& fact : facts)
        if (!fact.heading)
            names = std::max(names, 24 + metrics.horizontalAdvance(fact.name));
    m_model->set(std::move(facts));
    setColumnWidth(0, std::min(names, 2 * kNames));
}

const std::vector<Fact>& FactList::facts() const
{
    return m_model->facts;
}

int FactList::wantedHeight() const
{
    return m_model->rowCount() * kRow + 2;
}

void FactList::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        QGuiApplication::clipboard()->setText(m_model->facts[size_t(currentIndex().row())].value);
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace pilothouse::streams
