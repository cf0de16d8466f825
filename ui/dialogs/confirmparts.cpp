// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmparts.h"

#include "ui/controls/elidedlabel.h"
#include "ui/theme/icons.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <QtGui/QSyntaxHighlighter>
#include <QtWidgets/QHBoxLayout>

#include <cmath>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int effectRow = 28;
constexpr int mostLines = 10;

QString environmentIcon(Token environment)
{
    if (environment == Token::EnvProduction)
        return u"lock"_s;
    return environment == Token::EnvStaging ? u"branch"_s : u"cube"_s;
}

} // namespace

Scrim::Scrim(QWidget* window)
    : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(window->rect());
    followTheme(this);
    show();
    raise();
}

void Scrim::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), Theme::of(this).color(Token::Scrim));
}

EnvironmentBanner::EnvironmentBanner(
    Token environment, const QString& name, const QString& target, const QString& user)
    : m_environment(environment)
{
    setFixedHeight(34);
    setAccessibleName(u"%1, %2, %3"_s.arg(name, target, user));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18 + 14 + 8, 0, 18, 0);
    row->setSpacing(8);
    row->addWidget(new ElidedLabel(name, TextStyle::ControlStrong, environment));
    row->addWidget(new ElidedLabel(target, TextStyle::Control, environment), 1);
    auto* who = new ElidedLabel(user, TextStyle::MonoSmall, environment);
    who->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(who);
    followTheme(this);
}

void EnvironmentBanner::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // Round above, straight below: it closes the top of the dialog.
    const qreal radius = theme.metric(Metric::RadiusDialog) - 1;
    QPainterPath plate;
    plate.addRoundedRect(QRectF(0, 0, width(), height() + radius), radius, radius);
    painter.setClipRect(rect());
    painter.fillPath(plate, theme.color(softOf(m_environment)));
    painter.fillRect(0, height() - 1, width(), 1, theme.color(m_environment));
    paintIcon(painter, QRectF(18, 10, 14, 14), environmentIcon(m_environment),
        theme.color(m_environment));
}

EffectList::EffectList()
{
    followTheme(this);
}

void EffectList::setEffects(const QList<ConfirmEffect>& effects)
{
    m_effects = effects;
    setFixedHeight(effectRow * static_cast<int>(effects.size()));
    QStringList words;
    for (const ConfirmEffect& effect : effects)
        words << u"%1: %2"_s.arg(effect.text, effect.value);
    setAccessibleName(words.join(u"; "_s));
    update();
}

void EffectList::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    const int left = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    const int right = static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    int y = 0;
    for (const ConfirmEffect& effect : m_effects) {
        paintIcon(painter, QRectF(0, y + 7, 14, 14), effect.iconName, theme.color(Token::Text3));
        painter.setFont(theme.font(TextStyle::MonoSmall));
        painter.setPen(theme.color(Token::Text2));
        painter.drawText(QRect(0, y, width(), effectRow), right, effect.value);
        const int room = width() - 26 - painter.fontMetrics().horizontalAdvance(effect.value) - 12;
        painter.setFont(theme.font(TextStyle::Body));
        painter.setPen(theme.color(Token::Text));
        painter.drawText(QRect(26, y, room, effectRow), left,
            painter.fontMetrics().elidedText(effect.text, Qt::ElideMiddle, room));
        y += effectRow;
        painter.fillRect(0, y - 1, width(), 1, theme.color(Token::Line));
    }
}

StatementBox::StatementBox(
    const QString& statement, const std::function<QSyntaxHighlighter*(QTextDocument*)>& highlight)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setAccessibleName(tr("Statement that will be sent"));
    setTextStyle(this, TextStyle::Mono);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(8);
    if (highlight)
        highlight(document());
    setPlainText(statement);
    const double line = QFontMetricsF(font()).lineSpacing();
    const double letter = QFontMetricsF(font()).horizontalAdvance(u'0');
    const double room = 580 - 36 - 18;
    int lines = 0;
    for (const QString& text : statement.split(u'\n')) {
        const double width = letter * static_cast<double>(text.size());
        lines += std::max(1, static_cast<int>(std::ceil(width / room)));
    }
    setFixedHeight(static_cast<int>(std::ceil(line * std::min(lines, mostLines))) + 22);
}

} // namespace pilothouse::ui
