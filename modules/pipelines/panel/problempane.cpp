// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/problempane.h"

#include "ui/controls/chip.h"
#include "ui/controls/panelheader.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kRow = 44;

ui::Glyph glyphOf(int severity)
{
    if (severity == int(Problem::Severity::Error))
        return ui::Glyph::Error;
    return severity == int(Problem::Severity::Warning) ? ui::Glyph::Warn : ui::Glyph::Unknown;
}

ui::Token toneOf(int severity)
{
    if (severity == int(Problem::Severity::Error))
        return ui::Token::StatusError;
    return severity == int(Problem::Severity::Warning) ? ui::Token::StatusWarn
                                                       : ui::Token::StatusIdle;
}

class ProblemDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {120, kRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override
    {
        const auto& theme = ui::Theme::of(option.widget);
        const QRectF box(option.rect);
        const bool selected = option.state & QStyle::State_Selected;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected || option.state & QStyle::State_MouseOver)
            painter->fillRect(box, theme.color(selected ? ui::Token::Selection : ui::Token::Hover));
        painter->setPen(theme.color(ui::Token::Line));
        painter->drawLine(
            QPointF(box.left(), box.bottom() + 0.5), QPointF(box.right(), box.bottom() + 0.5));
        const int severity = index.data(ProblemModel::SeverityRole).toInt();
        ui::paintGlyph(*painter, QRectF(box.left() + 12, box.top() + 8, 12, 12), glyphOf(severity),
            theme.color(toneOf(severity)), theme.color(ui::Token::Surface));
        const auto line
            = [&](const QString& words, double top, ui::TextStyle style, ui::Token tone) {
                  const QFont font = theme.font(style);
                  painter->setFont(font);
                  painter->setPen(theme.color(tone));
                  const QRectF room(box.left() + 34, top, box.width() - 42, 18);
                  painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetricsF(font).elidedText(words, Qt::ElideRight, room.width()));
              };
        line(index.data().toString(), box.top() + 5, ui::TextStyle::Cell, ui::Token::Text);
        line(index.data(ProblemModel::ContextRole).toString(), box.top() + 22, ui::TextStyle::Micro,
            ui::Token::Text3);
        painter->restore();
    }
};

} // namespace

void ProblemModel::setProblems(std::vector<Problem> problems)
{
    if (m_problems == problems)
        return;
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_problems.size()))
        return {};
    const Problem& problem = m_problems[size_t(index.row())];
    QStringList context;
    if (!problem.node.isEmpty())
        context.append(problem.node);
    if (!problem.field.isEmpty())
        context.append(problem.field);
    if (problem.place.line > 0)
        context.append(tr("line %1").arg(problem.place.line));
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return ui::words(problem.message);
    case ContextRole:
        return context.join(u" · "_s);
    case Qt::AccessibleTextRole: {
        const QString severity = problem.severity == Problem::Severity::Error ? tr("Error")
            : problem.severity == Problem::Severity::Warning                  ? tr("Warning")
                                                                              : tr("Hint");
        return QString(
            severity + u": "_s + ui::words(problem.message) + u", "_s + context.join(u", "_s));
    }
    case SeverityRole:
        return int(problem.severity);
    default:
        return {};
    }
}

ProblemPane::ProblemPane(QWidget* parent)
    : QFrame(parent)
    , m_header(new ui::PanelHeader(tr("Problems"), this))
    , m_errors(new ui::StatusChip(ui::Glyph::Error, u"0"_s, this))
    , m_warnings(new ui::StatusChip(ui::Glyph::Warn, u"0"_s, this))
    , m_model(new ProblemModel(this))
    , m_list(new QListView(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    m_header->addLeft(m_errors);
    m_header->addLeft(m_warnings);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ProblemDelegate(m_list));
    m_list->setAccessibleName(tr("Problems of the pipeline"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto take = [this](const QModelIndex& index) {
        if (index.isValid())
            Q_EMIT chosen(m_model->problems()[size_t(index.row())]);
    };
    connect(m_list, &QListView::clicked, this, take);
    connect(m_list, &QListView::activated, this, take);
    setProblems({});
}

void ProblemPane::setProblems(const std::vector<Problem>& problems)
{
    m_model->setProblems(problems);
    const auto count = [&](Problem::Severity severity) {
        return std::ranges::count(problems, severity, &Problem::severity);
    };
    const auto tell = [](ui::StatusChip* chip, ui::Glyph glyph, qsizetype number) {
        chip->setState(glyph, QString::number(number));
        chip->setVisible(number > 0);
    };
    tell(m_errors, ui::Glyph::Error, count(Problem::Severity::Error));
    tell(m_warnings, ui::Glyph::Warn, count(Problem::Severity::Warning));
    m_header->setSubtitle(problems.empty() ? tr("none") : QString());
}

} // namespace pilothouse::pipelines
