// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/searchfield.h"

#include "ui/controls/button.h"
#include "ui/controls/keycap.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QShortcut>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

SearchField::SearchField(const QString& placeholder, QWidget* parent)
    : QLineEdit(parent)
    , m_iconName(u"search"_s)
    , m_clear(new IconButton(u"close"_s, tr("Clear the filter"), {}, this, 12))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setTextStyle(this, TextStyle::Cell);
    setTextMargins(20, 0, 22, 0);
    m_clear->setFocusPolicy(Qt::NoFocus); // Esc does the same from the keyboard
    m_clear->hide();
    connect(m_clear, &QToolButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this,
        [this](const QString& text) { m_clear->setVisible(!text.isEmpty()); });
    followTheme(this);
}

void SearchField::setIconName(const QString& name)
{
    m_iconName = name;
    update();
}

void SearchField::answerSlashIn(QWidget* pane)
{
    m_cap = u"/"_s;
    auto* slash = new QShortcut(QKeySequence(u"/"_s), pane);
    slash->setContext(Qt::WidgetWithChildrenShortcut);
    connect(slash, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
    setToolTip(u"%1 (/)"_s.arg(placeholderText()));
    update();
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    paintIcon(painter, QRectF(9, (height() - 13) / 2, 13, 13), m_iconName,
        theme.color(isEnabled() ? Token::Text3 : Token::TextOff));
    if (text().isEmpty() && !m_cap.isEmpty() && !hasFocus()) {
        const int width_ = keyCapSize(theme, m_cap).width();
        paintKeyCap(painter, QRectF(width() - width_ - 4, 0, width_, height()), m_cap, theme,
            theme.color(Token::Text3));
    }
}

void SearchField::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    m_clear->setGeometry(width() - 25, (height() - 22) / 2, 24, 22);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace pilothouse::ui
