// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/button.h"

#include "ui/controls/keycap.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QStyleOptionButton>
#include <QtWidgets/QStyleOptionToolButton>
#include <QtWidgets/QStylePainter>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int signSize = 14;
constexpr int gap = 7;
constexpr int capGap = 8;

QString variantName(ButtonVariant variant)
{
    switch (variant) {
    case ButtonVariant::Primary:
        return u"primary"_s;
    case ButtonVariant::Quiet:
        return u"quiet"_s;
    case ButtonVariant::Destructive:
        return u"destructive"_s;
    case ButtonVariant::Link:
        return u"link"_s;
    case ButtonVariant::Default:
        break;
    }
    return {};
}

} // namespace

Button::Button(const QString& text, ButtonVariant variant, QWidget* parent)
    : QPushButton(text, parent)
    , m_variant(variant)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false); // Enter belongs to the default button of a dialog alone
    setTextStyle(this, TextStyle::Control);
    setLook(this, "variant", variantName(variant));
    followTheme(this);
}

void Button::setVariant(ButtonVariant variant)
{
    m_variant = variant;
    setLook(this, "variant", variantName(variant));
}

void Button::setIconName(const QString& name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setSmall(bool small)
{
    m_small = small;
    setTextStyle(this, small ? TextStyle::Cell : TextStyle::Control);
    setLook(this, "size", small ? u"small"_s : QString());
    updateGeometry();
}

void Button::setKey(const QKeySequence& keys, bool active)
{
    m_cap = keyText(keys);
    setShortcut(active ? keys : QKeySequence());
    updateGeometry();
    update();
}

int Button::contentWidth() const
{
    int width = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    if (!m_iconName.isEmpty())
        width += text().isEmpty() ? signSize : signSize + gap;
    if (!m_cap.isEmpty())
        width += capGap + keyCapSize(Theme::of(this), m_cap).width();
    return width;
}

QSize Button::sizeHint() const
{
    const Theme& theme = Theme::of(this);
    const int padding = m_variant == ButtonVariant::Link ? 5 : m_small ? 9 : 11;
    // The cap stands closer to the edge than text does.
    const int right = m_cap.isEmpty() ? padding : 5;
    return {contentWidth() + padding + right,
        theme.metric(m_small ? Metric::SmallButton : Metric::Button)};
}

QColor Button::ink() const
{
    const Theme& theme = Theme::of(this);
    if (!isEnabled())
        return theme.color(Token::TextOff);
    switch (m_variant) {
    case ButtonVariant::Primary:
    case ButtonVariant::Destructive:
        return theme.color(Token::OnFill);
    case ButtonVariant::Link:
        return theme.color(Token::Accent);
    case ButtonVariant::Quiet:
        return theme.color(underMouse() || isDown() ? Token::Text : Token::Text2);
    case ButtonVariant::Default:
        break;
    }
    return theme.color(Token::Text);
}

void Button::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    painter.drawControl(QStyle::CE_PushButtonBevel, option);

    const QColor color = ink();
    const int cap = m_cap.isEmpty() ? 0 : keyCapSize(theme, m_cap).width();
    int x = (width() - contentWidth()) / 2;
    if (cap > 0)
        x = std::max(x, width() - 5 - contentWidth());
    if (!m_iconName.isEmpty()) {
        paintIcon(
            painter, QRectF(x, (height() - signSize) / 2, signSize, signSize), m_iconName, color);
        x += signSize + gap;
    }
    const int words = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    painter.setPen(color);
    painter.setFont(font());
    painter.drawText(QRect(x, 0, words, height()),
        static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextHideMnemonic, text());
    if (cap > 0) {
        const bool filled
            = m_variant == ButtonVariant::Primary || m_variant == ButtonVariant::Destructive;
        paintKeyCap(painter, QRectF(x + words + capGap, 0, cap, height()), m_cap, theme,
            !isEnabled() ? color : theme.color(filled ? Token::OnFill : Token::Text3));
    }
}

IconButton::IconButton(const QString& iconName, const QString& name, const QKeySequence& keys,
    QWidget* parent, int size)
    : QToolButton(parent)
    , m_iconName(iconName)
    , m_name(name)
    , m_size(size)
{
    setShortcut(keys);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    describe();
    followTheme(this);
}

void IconButton::setIconName(const QString& iconName)
{
    m_iconName = iconName;
    update();
}

void IconButton::setName(const QString& name)
{
    m_name = name;
    describe();
}

void IconButton::describe()
{
    setAccessibleName(m_name);
    const QString keys = keyText(shortcut());
    setToolTip(keys.isEmpty() ? m_name : u"%1 (%2)"_s.arg(m_name, keys));
}

QSize IconButton::sizeHint() const
{
    return {std::max(24, m_size + 10), std::max(24, m_size + 10)};
}

void IconButton::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    const bool strong = underMouse() || isDown() || isChecked();
    const Token token = !isEnabled() ? Token::TextOff : strong ? Token::Text : Token::Text3;
    paintIcon(painter, QRectF((width() - m_size) / 2, (height() - m_size) / 2, m_size, m_size),
        m_iconName, theme.color(token));
}

} // namespace pilothouse::ui
