// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/fieldtree.h"

#include "ui/grid/celltext.h"
#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

using ui::TextStyle;
using ui::Token;

namespace
{

constexpr qsizetype kMostShown = 2000; // characters of a value

bool isNumberType(const QString& type)
{
    for (const auto word : {"number"_L1, "int"_L1, "long"_L1, "float"_L1, "double"_L1, "short"_L1,
             "decimal"_L1, "fixed32"_L1, "fixed64"_L1, "boolean"_L1, "bool"_L1})
        if (type.contains(word))
            return true;
    return false;
}

bool isContainer(const QString& type)
{
    return type == "object"_L1 || type == "array"_L1 || type == "record"_L1 || type == "map"_L1
        || type == "message"_L1;
}

} // namespace

int FieldTreeModel::add(const DecodedField& field, int parent, int row)
{
    const int id = int(m_nodes.size());
    Node node;
    node.name = field.name;
    node.type = field.type;
    node.value = field.value;
    node.isNull = field.isNull;
    node.isText = !field.isNull && field.children.empty() && !isNumberType(field.type)
        && !(field.value.isEmpty() && isContainer(field.type));
    node.parent = parent;
    node.row = row;
    m_nodes.push_back(std::move(node));
    for (size_t i = 0; i < field.children.size(); ++i) {
        const int child = add(field.children[i], id, int(i));
        m_nodes[size_t(id)].children.push_back(child);
    }
    return id;
}

void FieldTreeModel::setRoot(const DecodedField& root)
{
    beginResetModel();
    m_nodes.clear();
    add(root, -1, 0);
    endResetModel();
}

void FieldTreeModel::clear()
{
    beginResetModel();
    m_nodes.clear();
    endResetModel();
}

const FieldTreeModel::Node* FieldTreeModel::node(const QModelIndex& index) const
{
    return index.isValid() ? &m_nodes[index.internalId()] : nullptr;
}

QString FieldTreeModel::path(const QModelIndex& index) const
{
    QString out;
    for (const Node* at = node(index); at && at->parent >= 0; at = &m_nodes[size_t(at->parent)])
        out.prepend(at->name.isEmpty() ? u"[%1]"_s.arg(at->row) : QString(u'.' + at->name));
    return QString(u'$' + out);
}

QModelIndex FieldTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column, quintptr(0));
    return createIndex(row, column, quintptr(m_nodes[parent.internalId()].children[size_t(row)]));
}

QModelIndex FieldTreeModel::parent(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const int up = m_nodes[index.internalId()].parent;
    return up < 0 ? QModelIndex() : createIndex(m_nodes[size_t(up)].row, 0, quintptr(up));
}

int FieldTreeModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return m_nodes.empty() ? 0 : 1;
    return int(m_nodes[parent.internalId()].children.size());
}

int FieldTreeModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant FieldTreeModel::data(const QModelIndex& index, int role) const
{
    const Node* at = node(index);
    if (!at)
        return {};
    if (role == Qt::ToolTipRole)
        return at->value.size() > 60 ? QVariant(at->value.left(kMostShown)) : QVariant();
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    const QString name = at->parent < 0 ? u"$"_s
        : at->name.isEmpty()            ? u"[%1]"_s.arg(at->row)
                                        : ui::withSymbols(at->name);
    const QString value = at->isNull ? u"null"_s : ui::withSymbols(at->value.left(kMostShown));
    return QString(name + u' ' + value + u' ' + at->type).simplified();
}

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, ui::Theme::of(option.widget).metric(ui::Metric::TaskLogLine)};
}

void FieldDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const FieldTreeModel*>(index.model());
    const FieldTreeModel::Node* node = model ? model->node(index) : nullptr;
    if (!node)
        return;
    const ui::Theme& theme = ui::Theme::of(option.widget);
    QPainter& p = *painter;
    p.save();
    p.setClipRect(option.rect);
    p.setFont(theme.font(TextStyle::Mono));
    const QFontMetrics metrics(p.font());
    QRect box = option.rect.adjusted(4, 0, -8, 0);
    const auto draw = [&](const QString& text, Token ink) {
        if (text.isEmpty() || box.width() <= 0)
            return;
        p.setPen(theme.color(ink));
        const QString shown = metrics.elidedText(text, Qt::ElideRight, box.width());
        p.drawText(box, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
        box.setLeft(
            box.left() + metrics.horizontalAdvance(shown) + metrics.horizontalAdvance(u' '));
    };
    if (node->parent >= 0 && !node->name.isEmpty())
        draw(ui::withSymbols(node->name), Token::SyntaxFunction);
    else if (node->parent >= 0)
        draw(u"[%1]"_s.arg(node->row), Token::Text3);
    if (node->isNull) {
        draw(u"null"_s, Token::Text3);
    } else if (node->children.empty() && (!node->value.isEmpty() || node->isText)) {
        QString text = ui::withSymbols(node->value.left(kMostShown));
        if (node->isText)
            text = u'"' + text + u'"';
        if (m_finder.looksAt(MessagePattern::Value))
            for (const TextSpan& mark : m_finder.marks(text)) {
                const int left = box.left() + metrics.horizontalAdvance(text.first(mark.start));
                const int wide = metrics.horizontalAdvance(text.mid(mark.start, mark.length));
                p.fillRect(
                    QRect(left, box.center().y() - metrics.height() / 2, wide, metrics.height())
                        .intersected(box),
                    theme.color(Token::Mark));
            }
        draw(text, node->isText ? Token::SyntaxString : Token::SyntaxNumber);
    }
    const QString count = node->children.empty()
        ? QString()
        : tr("%n field(s)", nullptr, int(node->children.size()));
    draw(count.isEmpty() ? node->type : QString(node->type + u", "_s + count), Token::Text3);
    p.restore();
}

} // namespace pilothouse::streams
