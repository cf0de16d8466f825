// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/stagechain.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

constexpr int kHeight = 40;
constexpr int kMargin = 8;
constexpr int kArrow = 14;

class StageButton final : public QAbstractButton
{
public:
    StageButton(const StageText& stage, bool arrow, QWidget* parent)
        : QAbstractButton(parent)
        , m_stage(stage)
        , m_arrow(arrow)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setText(stage.name);
        setAccessibleName(
            QStringList{stage.name, stage.version, stage.locked}.join(u", "_s).remove(u" ,"_s));
        setToolTip(stage.locked);
        setMinimumWidth(96);
        setFixedHeight(kHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        ui::followTheme(this);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const ui::Theme& theme = ui::Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QRect box = rect();
        if (m_arrow) {
            ui::paintIcon(painter, QRectF(0, (kHeight - kArrow) / 2, kArrow, kArrow),
                u"arrow-right"_s, theme.color(Token::Text3));
            box.setLeft(kArrow + 4);
        }
        painter.setPen(theme.color(isChecked() ? m_stage.tone
                : underMouse()                 ? Token::LineStrong
                                               : Token::Line));
        painter.setBrush(theme.color(isChecked() ? ui::softOf(m_stage.tone) : Token::Surface));
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        const QRect inner = box.adjusted(kMargin, 4, -kMargin, -4);
        const QRect upper(inner.left(), inner.top(), inner.width(), inner.height() / 2);
        const QRect lower(
            inner.left(), upper.bottom() + 1, inner.width(), inner.height() - upper.height());
        ui::paintIcon(painter, QRectF(upper.left(), upper.top() + 2, 12, 12),
            m_stage.locked.isEmpty() ? u"branch"_s : u"lock"_s, theme.color(m_stage.tone));
        const auto line
            = [&](const QRect& place, ui::TextStyle style, Token tone, const QString& text) {
                  painter.setFont(theme.font(style));
                  painter.setPen(theme.color(tone));
                  painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                      painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
              };
        line(upper.adjusted(17, 0, 0, 0), ui::TextStyle::Control, m_stage.tone, m_stage.name);
        line(lower, ui::TextStyle::Mono, Token::Text2, m_stage.version);
    }

private:
    const StageText m_stage;
    const bool m_arrow;
};

} // namespace

StageChain::StageChain(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this))
{
    setAccessibleName(tr("Targets"));
    m_row->setContentsMargins(12, 10, 12, 10);
    m_row->setSpacing(4);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int at) {
        const QString id = m_stages[size_t(at)].id;
        if (id == m_chosen)
            return;
        m_chosen = id;
        Q_EMIT stageChosen(id);
    });
}

void StageChain::setStages(const std::vector<StageText>& stages, const QString& chosen)
{
    if (stages == m_stages && chosen == m_chosen)
        return;
    const bool same = stages == m_stages;
    m_stages = stages;
    m_chosen = chosen;
    if (!same) {
        const int focused = m_group->id(qobject_cast<QAbstractButton*>(focusWidget()));
        for (QAbstractButton* old : m_group->buttons()) {
            m_group->removeButton(old);
            m_row->removeWidget(old);
            old->hide();
            old->deleteLater();
        }
        for (size_t at = 0; at < stages.size(); ++at) {
            auto* button = new StageButton(stages[at], at > 0, this);
            m_group->addButton(button, int(at));
            m_row->addWidget(button);
            button->show();
            if (int(at) == focused)
                button->setFocus(Qt::OtherFocusReason);
        }
    }
    for (size_t at = 0; at < stages.size(); ++at)
        if (stages[at].id == chosen)
            m_group->button(int(at))->setChecked(true);
    update();
}

} // namespace pilothouse::pipelines
