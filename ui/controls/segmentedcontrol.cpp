// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/segmentedcontrol.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QHBoxLayout>

namespace pilothouse::ui
{

namespace
{

class Segment final : public QAbstractButton
{
public:
    Segment(const QString& text, QString iconName, QWidget* parent)
        : QAbstractButton(parent)
        , m_iconName(std::move(iconName))
    {
        setText(text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setTextStyle(this, TextStyle::Control);
        setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        followTheme(this);
    }

    QSize sizeHint() const override
    {
        const int icon = m_iconName.isEmpty() ? 0 : 14 + 6;
        return {fontMetrics().horizontalAdvance(text()) + icon + 20,
            Theme::of(this).metric(Metric::Segment)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::of(this);
        QPainter painter(this);
        // The frame around all segments is painted by the control; stay inside its 1 px line.
        const QRect inner = rect().adjusted(0, 1, 0, -1);
        if (isChecked() || isDown())
            painter.fillRect(inner, theme.color(Token::Press));
        else if (underMouse() && isEnabled())
            painter.fillRect(inner, theme.color(Token::Hover));
        const Token ink = !isEnabled() ? Token::TextOff : isChecked() ? Token::Text : Token::Text2;
        QFont face = font();
        painter.setFont(face);
        int x = 10;
        if (!m_iconName.isEmpty()) {
            paintIcon(
                painter, QRectF(x, (height() - 14) / 2, 14, 14), m_iconName, theme.color(ink));
            x += 20;
        }
        painter.setPen(theme.color(ink));
        painter.drawText(QRect(x, 0, width() - x - 9, height()),
            static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter), text());
    }

private:
    QString m_iconName;
};

} // namespace

SegmentedControl::SegmentedControl(const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 0, 1, 0);
    layout->setSpacing(1);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (on)
            Q_EMIT currentChanged(index);
        update();
    });
    followTheme(this);
}

int SegmentedControl::addSegment(const QString& text, const QString& iconName)
{
    auto* segment = new Segment(text, iconName, this);
    const int index = count();
    layout()->addWidget(segment);
    m_group->addButton(segment, index);
    if (index == 0) {
        const QSignalBlocker quiet(m_group); // nothing was current before
        segment->setChecked(true);
    }
    return index;
}

void SegmentedControl::setSegmentText(int index, const QString& text)
{
    if (QAbstractButton* segment = m_group->button(index)) {
        segment->setText(text);
        segment->updateGeometry();
    }
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled)
{
    if (QAbstractButton* segment = m_group->button(index))
        segment->setEnabled(enabled);
}

int SegmentedControl::count() const
{
    return static_cast<int>(m_group->buttons().size());
}
int SegmentedControl::currentIndex() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrentIndex(int index)
{
    if (QAbstractButton* segment = m_group->button(index))
        segment->setChecked(true);
}

QSize SegmentedControl::sizeHint() const
{
    return layout()->sizeHint();
}

void SegmentedControl::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setPen(theme.color(Token::LineStrong));
    for (int i = 1; i < count(); ++i) {
        const int x = m_group->button(i)->x() - 1;
        painter.drawLine(x, 1, x, height() - 2);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const int radius = theme.metric(Metric::RadiusControl);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace pilothouse::ui
