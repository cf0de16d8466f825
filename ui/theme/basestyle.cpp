// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/basestyle.h"

#include "ui/theme/icons.h"
#include "ui/theme/motion.h"
#include "ui/theme/theme.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTreeView>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int fieldInset = 5;

QRectF centred(const QRect& area, qreal size)
{
    const QPointF centre = QRectF(area).center();
    return {qRound(centre.x() - size / 2) * 1.0, qRound(centre.y() - size / 2) * 1.0, size, size};
}

bool hasColumns(const QWidget* view)
{
    const auto* tree = qobject_cast<const QTreeView*>(view);
    return qobject_cast<const QTableView*>(view) || (tree && !tree->isHeaderHidden());
}

} // namespace

BaseStyle::BaseStyle(const Theme& theme)
    : QProxyStyle(u"Fusion"_s)
    , m_theme(theme)
{
}

void BaseStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QMenu") || widget->inherits("QComboBoxPrivateContainer")
        || widget->inherits("QTipLabel"))
        widget->installEventFilter(this);
}

bool BaseStyle::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show)
        fadeIn(static_cast<QWidget*>(watched), Motion::Menu);
    return QProxyStyle::eventFilter(watched, event);
}

void BaseStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
    QPainter* painter, const QWidget* widget) const
{
    const bool enabled = option->state.testFlag(State_Enabled);
    const QColor quiet = m_theme.color(enabled ? Token::Text3 : Token::TextOff);
    switch (element) {
    case PE_FrameFocusRect:
        return; // the focus ring stands in for it
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(*option, *painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheck(*option, *painter, true);
        return;
    case PE_IndicatorArrowDown:
        paintIcon(*painter, centred(option->rect, 12), u"chevron-down"_s, quiet);
        return;
    case PE_IndicatorArrowUp:
        paintIcon(*painter, centred(option->rect, 12), u"chevron-up"_s, quiet);
        return;
    case PE_IndicatorArrowRight:
        paintIcon(*painter, centred(option->rect, 12), u"chevron-right"_s, quiet);
        return;
    case PE_IndicatorArrowLeft:
        paintIcon(*painter, centred(option->rect, 12), u"chevron-left"_s, quiet);
        return;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children)) {
            const bool open = option->state.testFlag(State_Open);
            paintIcon(*painter, centred(option->rect, 11),
                open ? u"chevron-down"_s : u"chevron-right"_s, quiet);
        }
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void BaseStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
    const QWidget* widget) const
{
    if (element == CE_FocusFrame)
        return; // FocusRing paints itself
    QProxyStyle::drawControl(element, option, painter, widget);
}

void BaseStyle::drawCheck(const QStyleOption& option, QPainter& painter, bool round) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool on = option.state.testFlag(State_On);
    const bool partly = option.state.testFlag(State_NoChange);
    const QRectF box = centred(option.rect, 14).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const Token fill = !enabled ? Token::Raised : on || partly ? Token::AccentFill : Token::Field;
    const Token edge = enabled && (on || partly) ? Token::AccentFill : Token::LineStrong;
    painter.setBrush(m_theme.color(fill));
    painter.setPen(QPen(m_theme.color(edge), 1));
    const qreal radius = round ? box.width() / 2 : m_theme.metric(Metric::RadiusChip);
    painter.drawRoundedRect(box, radius, radius);
    const QColor ink = m_theme.color(enabled ? Token::OnFill : Token::TextOff);
    if (on && round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(box.center(), 2.5, 2.5);
    } else if (on || partly) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.translate(box.center());
        if (on)
            painter.drawPolyline(QPolygonF{{-3.2, 0.2}, {-1, 2.4}, {3.4, -2.4}});
        else
            painter.drawLine(QPointF(-3, 0), QPointF(3, 0));
    }
    painter.restore();
}

void BaseStyle::drawField(const QStyleOption& option, QPainter& painter, bool active) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_theme.color(enabled ? Token::Field : Token::Raised));
    painter.setPen(QPen(m_theme.color(enabled && active ? Token::Accent : Token::LineStrong), 1));
    const qreal radius = m_theme.metric(Metric::RadiusControl);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void BaseStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
    QPainter* painter, const QWidget* widget) const
{
    if (control != CC_ComboBox && control != CC_SpinBox) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const bool enabled = option->state.testFlag(State_Enabled);
    const bool active = option->state.testFlag(State_HasFocus)
        || (control == CC_ComboBox && option->state.testFlag(State_On));
    const auto arrow = [&](SubControl part, const QString& name, bool usable, qreal size) {
        paintIcon(*painter, centred(proxy()->subControlRect(control, option, part, widget), size),
            name, m_theme.color(enabled && usable ? Token::Text3 : Token::TextOff));
    };
    painter->save();
    drawField(*option, *painter, active);
    if (control == CC_ComboBox) {
        arrow(SC_ComboBoxArrow, u"chevron-down"_s, true, 12);
    } else if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
        arrow(SC_SpinBoxUp, u"chevron-up"_s,
            spin->stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled), 9);
        arrow(SC_SpinBoxDown, u"chevron-down"_s,
            spin->stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled), 9);
    }
    painter->restore();
}

QRect BaseStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
    SubControl part, const QWidget* widget) const
{
    const QRect area = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return area.adjusted(fieldInset, 0, 0, 0);
    if (control == CC_SpinBox && part == SC_SpinBoxEditField)
        return area.adjusted(fieldInset, 0, 0, 0);
    return area;
}

QSize BaseStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& size, const QWidget* widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox || type == CT_SpinBox)
        wanted = QSize(wanted.width() + fieldInset, m_theme.metric(Metric::Button));
    if (type == CT_ItemViewItem)
        wanted.setHeight(std::max(wanted.height(), m_theme.metric(Metric::TreeRow)));
    return wanted;
}

int BaseStyle::pixelMetric(
    PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin:
        if (hasColumns(widget))
            return 7; // and one more: cells stand below the 8 px of their header
        return m_theme.focusRingWidth() + 1;
    case PM_FocusFrameVMargin:
        return m_theme.focusRingWidth() + 1; // one pixel between control and ring
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_TreeViewIndentation:
        return 14;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SplitterWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int BaseStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
    QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup: // a plain list under the field, not a menu over it
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_Widget_Animation_Duration:
        return 0; // hover, press, selection and focus never animate
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace pilothouse::ui
