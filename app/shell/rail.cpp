// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/rail.h"

#include "ui/controls/keycap.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::Metric;
using ui::Theme;
using ui::Token;

namespace
{

constexpr int kSide = 7; // plate to the rail's edges
constexpr int kIconLeft = 16; // both widths, so that icons do not move
constexpr int kNameLeft = 51;

} // namespace

QKeySequence railKey(int slot)
{
    if (slot < 1 || slot > 12)
        return {};
    constexpr Qt::Key keys[] = {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6,
        Qt::Key_7, Qt::Key_8, Qt::Key_9, Qt::Key_0, Qt::Key_Minus, Qt::Key_Equal};
    return QKeySequence(Qt::ALT | keys[slot - 1]);
}

RailItem::RailItem(QString iconName, const QString& name, const QKeySequence& keys, QWidget* parent)
    : QAbstractButton(parent)
    , m_iconName(std::move(iconName))
    , m_name(name)
    , m_keys(keys)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    describe();
}

void RailItem::describe()
{
    QString name = m_name;
    if (m_health != Glyph::None)
        name += u", "_s + ui::glyphWord(m_health);
    setAccessibleName(name);
    const QString keys = ui::keyText(m_keys);
    setToolTip(keys.isEmpty() ? m_name : tr("%1 (%2)").arg(m_name, keys));
}

void RailItem::setActive(bool active)
{
    if (std::exchange(m_active, active) != active)
        QAbstractButton::update();
}

void RailItem::setHealth(Glyph health)
{
    if (std::exchange(m_health, health) == health)
        return;
    describe();
    QAbstractButton::update();
}

QSize RailItem::sizeHint() const
{
    const auto& theme = Theme::of(this);
    return {theme.metric(Metric::RailCollapsed), theme.metric(Metric::RailItem)};
}

void RailItem::paintEvent(QPaintEvent*)
{
    const auto& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plate = QRectF(rect()).adjusted(kSide, 3, -kSide, -3);
    Token under = Token::Ground;
    if (m_active || isDown())
        under = Token::Press;
    else if (underMouse())
        under = Token::Hover;
    if (under != Token::Ground) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(under));
        const int radius = theme.metric(Metric::RadiusPanel);
        painter.drawRoundedRect(plate, radius, radius);
    }
    if (m_active) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::Accent));
        painter.drawRoundedRect(QRectF(0, height() / 2.0 - 10, 3, 20), 1.5, 1.5);
    }
    const int extra = (theme.metric(Metric::RailCollapsed) - 52) / 2;
    const QRectF icon(kIconLeft + extra, (height() - 20) / 2.0, 20, 20);
    const Token ink = m_active ? Token::Text : Token::Text2;
    ui::paintIcon(painter, icon, m_iconName, theme.color(ink));
    if (m_health != Glyph::None) {
        const QRectF mark(icon.right() - 3, icon.top() - 4, 8, 8);
        ui::paintMark(painter, mark, ui::glyphMark(m_health), theme.color(ui::glyphColor(m_health)),
            theme.color(under), 2);
    }
    if (width() < kNameLeft + 40)
        return;
    const QString cap = ui::keyText(m_keys);
    const QSize capSize = ui::keyCapSize(theme, cap);
    painter.setFont(theme.font(ui::TextStyle::Body));
    painter.setPen(theme.color(ink));
    const QRectF capBox(width() - 14 - capSize.width(), (height() - capSize.height()) / 2.0,
        capSize.width(), capSize.height());
    const QRectF name(kNameLeft + extra, 0, capBox.left() - kNameLeft - extra - 6, height());
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(m_name, Qt::ElideRight, static_cast<int>(name.width())));
    if (!cap.isEmpty() && width() > kNameLeft + capSize.width() + 30)
        ui::paintKeyCap(painter, capBox, cap, theme, theme.color(Token::Text3));
}

Rail::Rail(QWidget* parent)
    : QWidget(parent)
    , m_modules(new QVBoxLayout)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 7, 0, 7);
    column->setSpacing(0);
    m_modules->setSpacing(0);
    column->addLayout(m_modules);
    column->addStretch();
    m_help = new RailItem(u"help"_s, tr("Help"), QKeySequence(Qt::Key_F1), this);
    m_settings
        = new RailItem(u"sliders"_s, tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma), this);
    column->addWidget(m_help);
    column->addWidget(m_settings);
    connect(m_help, &QAbstractButton::clicked, this, &Rail::helpChosen);
    connect(m_settings, &QAbstractButton::clicked, this, &Rail::settingsChosen);
    setAccessibleName(tr("Modules"));
    connect(&m_slide, &QVariantAnimation::valueChanged, this,
        [this](const QVariant& value) { applyWidth(value.toInt()); });
    applyWidth(targetWidth());
}

void Rail::setEntries(const std::vector<Entry>& entries)
{
    for (const auto& [id, item] : m_items)
        delete item;
    m_items.clear();
    auto sorted = entries;
    std::stable_sort(sorted.begin(), sorted.end(),
        [](const Entry& a, const Entry& b) { return a.slot < b.slot; });
    QWidget* before = nullptr;
    for (const Entry& entry : sorted) {
        auto* item = new RailItem(entry.iconName, entry.name, railKey(entry.slot), this);
        connect(
            item, &QAbstractButton::clicked, this, [this, id = entry.id] { Q_EMIT chosen(id); });
        m_modules->addWidget(item);
        m_items[entry.id] = item;
        if (before)
            setTabOrder(before, item);
        before = item;
    }
    if (before)
        setTabOrder(before, m_help);
    setTabOrder(m_help, m_settings);
}

void Rail::setActive(const QString& id)
{
    for (const auto& [key, item] : m_items)
        item->setActive(key == id);
}

void Rail::setHealth(const QString& id, Glyph health)
{
    if (auto* found = item(id))
        found->setHealth(health);
}

RailItem* Rail::item(const QString& id) const
{
    const auto it = m_items.find(id);
    return it == m_items.end() ? nullptr : it->second;
}

QList<RailItem*> Rail::order() const
{
    QList<RailItem*> list;
    for (int i = 0; i < m_modules->count(); ++i)
        list.append(static_cast<RailItem*>(m_modules->itemAt(i)->widget()));
    return list << m_help << m_settings;
}

int Rail::targetWidth() const
{
    return Theme::of(this).metric(m_expanded ? Metric::RailExpanded : Metric::RailCollapsed);
}

void Rail::applyWidth(int width)
{
    setFixedWidth(width);
    Q_EMIT widthChanged(width);
}

void Rail::setExpanded(bool expanded, bool animated)
{
    m_expanded = expanded;
    m_slide.stop();
    const int duration = Theme::of(this).duration(ui::Motion::Collapse);
    if (!animated || duration == 0 || !isVisible()) {
        applyWidth(targetWidth());
        return;
    }
    m_slide.setStartValue(width());
    m_slide.setEndValue(targetWidth());
    m_slide.setDuration(duration);
    m_slide.setEasingCurve(QEasingCurve::OutCubic);
    m_slide.start();
}

void Rail::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    const auto items = order();
    const auto at = items.indexOf(qobject_cast<RailItem*>(focusWidget()));
    if (step == 0 || at < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    items[qBound(qsizetype(0), at + step, items.size() - 1)]->setFocus(Qt::TabFocusReason);
}

void Rail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_slide.state() != QAbstractAnimation::Running)
        applyWidth(targetWidth()); // another density
}

void Rail::paintEvent(QPaintEvent*)
{
    const auto& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Ground));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.color(Token::Line));
}

} // namespace pilothouse::app
