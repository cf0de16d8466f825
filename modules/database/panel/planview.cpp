// SPDX-License-Identifier: GPL-3.0-or-later
// The delegate draws the second part of a node's name and the self-time bar.
#include "database/panel/planview.h"

#include "database/panel/planmodel.h"
#include "ui/controls/button.h"
#include "ui/controls/meters.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/states/statestrip.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Theme;
using ui::Token;

namespace
{

// Of the node's column: what is known by its words is not cut before other columns give way.
constexpr int kLeastNode = 200;
constexpr int kWidestNode = 320;

class PlanDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::of(option.widget);
        const bool worst = index.data(PlanModel::WorstRole).toBool();
        p->save();
        if (option.state.testFlag(QStyle::State_Selected))
            p->fillRect(option.rect, theme.color(Token::Selection));
        else if (worst)
            p->fillRect(option.rect, theme.color(Token::StatusWarnSoft));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            p->fillRect(option.rect, theme.color(Token::Hover));
        p->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1,
            theme.color(Token::Line));
        QRect box = option.rect.adjusted(4, 0, -8, 0);
        const QString text = index.data().toString();
        if (index.column() == PlanModel::Node) {
            drawNode(*p, box, text, index.data(PlanModel::DetailRole).toString(), theme);
        } else if (index.column() == PlanModel::SelfTime) {
            const double share = index.data(PlanModel::SelfShareRole).toDouble();
            const int bar = share > 0 ? std::max(3, int(share * 30)) : 0;
            p->fillRect(QRect(box.left(), box.center().y() - 2, bar, 5),
                theme.color(worst ? Token::StatusWarn : Token::Series1));
            box.setLeft(box.left() + bar + 6);
            draw(*p, box, text, theme, Token::Text, Qt::AlignLeft);
        } else {
            const bool right = index.data(Qt::TextAlignmentRole).isValid();
            draw(*p, box, text, theme,
                worst && index.column() == PlanModel::Rows ? Token::StatusWarn : Token::Text2,
                right ? Qt::AlignRight : Qt::AlignLeft);
        }
        p->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::of(option.widget);
        int width = QFontMetrics(theme.font(ui::TextStyle::Mono))
                        .horizontalAdvance(index.data().toString())
            + 20;
        if (index.column() == PlanModel::SelfTime)
            width += 36;
        if (index.column() == PlanModel::Node)
            width = QFontMetrics(theme.font(ui::TextStyle::Control))
                        .horizontalAdvance(index.data().toString())
                + QFontMetrics(theme.font(ui::TextStyle::Cell))
                      .horizontalAdvance(index.data(PlanModel::DetailRole).toString())
                + 24;
        return {width, theme.metric(ui::Metric::TreeRow)};
    }

private:
    static void draw(QPainter& p, const QRect& box, const QString& text, const Theme& theme,
        Token tone, Qt::Alignment alignment)
    {
        const QFont font = theme.font(ui::TextStyle::Mono);
        p.setFont(font);
        p.setPen(theme.color(tone));
        p.drawText(box, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
            QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
    }
    static void drawNode(
        QPainter& p, QRect box, const QString& name, const QString& detail, const Theme& theme)
    {
        const QFont strong = theme.font(ui::TextStyle::Control);
        p.setFont(strong);
        p.setPen(theme.color(Token::Text));
        const QString cut = QFontMetrics(strong).elidedText(name, Qt::ElideRight, box.width());
        p.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine, cut);
        box.setLeft(box.left() + QFontMetrics(strong).horizontalAdvance(cut) + 8);
        const QFont weak = theme.font(ui::TextStyle::Cell);
        p.setFont(weak);
        p.setPen(theme.color(Token::Text3));
        p.drawText(box, Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(weak).elidedText(detail, Qt::ElideRight, box.width()));
    }
};

} // namespace

PlanView::PlanView(QWidget* parent)
    : QWidget(parent)
{
    buildLayout();
}

void PlanView::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Explain"), this);
    m_view = new ui::SegmentedControl(tr("Form of the plan"), this);
    m_view->addSegment(tr("Tree"));
    m_view->addSegment(u"JSON"_s);
    auto* close = new ui::IconButton(u"close"_s, tr("Close the plan"), {}, this);
    connect(close, &QAbstractButton::clicked, this, &PlanView::closeRequested);
    m_header->addRight(m_view);
    m_header->addRight(close);

    m_model = new PlanModel(this);
    m_tree = new QTreeView(this);
    m_tree->setAccessibleName(tr("Query plan"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new PlanDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(14);
    m_tree->header()->setStretchLastSection(false);
    m_tree->viewport()->installEventFilter(this);
    m_json = new QPlainTextEdit(this);
    m_json->setReadOnly(true);
    ui::setLook(m_json, "variant", u"bare"_s);
    m_json->setTabChangesFocus(true);
    m_json->setAccessibleName(tr("Plan as JSON"));
    ui::setTextStyle(m_json, ui::TextStyle::Mono);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_json);
    connect(
        m_view, &ui::SegmentedControl::currentChanged, m_stack, &QStackedLayout::setCurrentIndex);

    m_strip = new ui::StateStrip(this);
    m_strip->hide();
    connect(m_strip, &ui::StateStrip::actionTriggered, this, [this] {
        if (const PlanNode* worst = m_model->worstEstimate())
            Q_EMIT analyzeRequested(worst->relation);
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(m_stack, 1);
    layout->addWidget(m_strip);
}

void PlanView::setPlan(Plan plan)
{
    m_header->setTitle(plan.analyzed ? tr("Explain analyze") : tr("Explain"));
    QString subtitle = plan.analyzed ? planTime(plan.executionTime) : tr("estimates only");
    if (plan.rolledBack)
        subtitle = tr("%1, rolled back").arg(subtitle);
    m_header->setSubtitle(subtitle);
    m_json->setPlainText(plan.json);
    m_model->setPlan(std::move(plan));
    m_tree->expandAll();
    fitColumns();
    showWorst();
}

bool PlanView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

// The node's column takes what is left. Where that is too little, what is asked for least goes, and
// stays in the tooltip; after that the tree scrolls.
void PlanView::fitColumns()
{
    const bool analyzed = m_model->plan().analyzed;
    auto* header = m_tree->header();
    int others = 0;
    for (const int c : {PlanModel::SelfTime, PlanModel::Rows, PlanModel::Cost, PlanModel::Loops,
             PlanModel::Buffers}) {
        const bool measured = c != PlanModel::Rows && c != PlanModel::Cost;
        m_tree->setColumnHidden(c, measured && !analyzed);
        if (m_tree->isColumnHidden(c))
            continue;
        m_tree->resizeColumnToContents(c); // never while it is hidden: its header counts then, too
        others += header->sectionSize(c);
    }
    m_tree->resizeColumnToContents(PlanModel::Node);
    const int wanted = qBound(kLeastNode, header->sectionSize(PlanModel::Node), kWidestNode);
    const int room = m_tree->viewport()->width();
    for (const int c : {PlanModel::Buffers, PlanModel::Loops})
        if (analyzed && room - others < wanted) {
            others -= header->sectionSize(c);
            m_tree->setColumnHidden(c, true);
        }
    header->resizeSection(PlanModel::Node, std::max(room - others, wanted));
}

void PlanView::setMessage(const QString& text)
{
    m_header->setTitle(tr("Explain"));
    m_header->setSubtitle(text);
    m_model->setPlan({});
    m_json->clear();
    m_strip->hide();
}

bool PlanView::hasPlan() const
{
    return m_model->rowCount() > 0;
}

void PlanView::showWorst()
{
    const PlanNode* worst = m_model->worstEstimate();
    const bool notRun = m_notRun && hasPlan() && !m_model->plan().analyzed;
    m_strip->setVisible(worst != nullptr || notRun);
    if (notRun) {
        m_strip->say(ui::Glyph::Warn,
            tr("It may write, so it was not run: estimates only. \"Explain and analyze inside a "
               "rollback\" measures it."));
        m_strip->setActionText({});
    }
    if (!worst)
        return;
    const QString subject = worst->relation.isEmpty() ? worst->type : worst->relation;
    const QString times = QLocale().toString(worst->misestimate(), 'f', 0);
    m_strip->say(ui::Glyph::Warn,
        worst->underestimated() ? tr("%1: the estimate is %2 × too low").arg(subject, times)
                                : tr("%1: the estimate is %2 × too high").arg(subject, times));
    m_strip->setActionText(worst->relation.isEmpty() ? QString() : tr("Run ANALYZE"));
}

} // namespace pilothouse::database
