// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/topbar.h"

#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/keycap.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::Metric;
using ui::TextStyle;
using ui::Theme;
using ui::Token;

namespace
{

int barControlHeight(const Theme& theme)
{
    return theme.metric(Metric::Button) + 2;
}

void paintPlate(QPainter& painter, const QWidget* widget, Token fill, Token border, bool hover)
{
    const auto& theme = Theme::of(widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(border));
    painter.setBrush(theme.color(hover ? Token::Hover : fill));
    const int radius = theme.metric(Metric::RadiusControl);
    painter.drawRoundedRect(QRectF(widget->rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

int advance(const Theme& theme, TextStyle style, const QString& text)
{
    return QFontMetrics(theme.font(style)).horizontalAdvance(text);
}

void prepare(QAbstractButton* button)
{
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the focus in the panel
    button->setAttribute(Qt::WA_Hover);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

} // namespace

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return TopBar::tr("Production");
    case Environment::Staging:
        return TopBar::tr("Staging");
    case Environment::Sandbox:
        break;
    }
    return TopBar::tr("Sandbox");
}

Token environmentToken(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return Token::EnvProduction;
    case Environment::Staging:
        return Token::EnvStaging;
    case Environment::Sandbox:
        break;
    }
    return Token::EnvSandbox;
}

QString environmentIcon(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return u"lock"_s;
    case Environment::Staging:
        return u"branch"_s;
    case Environment::Sandbox:
        break;
    }
    return u"cube"_s;
}

QString rangeName(const ui::TimeContext& time)
{
    const auto span = time.span();
    const auto count = [&](auto unit) {
        return static_cast<int>(span / unit);
    };
    QString length;
    if (span == 24h)
        length = TopBar::tr("24 hours");
    else if (span % 24h == 0s)
        length = TopBar::tr("%n day(s)", nullptr, count(24h));
    else if (span % 1h == 0s)
        length = TopBar::tr("%n hour(s)", nullptr, count(1h));
    else if (span < 2min)
        length = TopBar::tr("%1 s").arg(count(1s));
    else
        length = TopBar::tr("%1 min").arg(count(1min));
    return time.isLive() ? TopBar::tr("Last %1").arg(length) : length;
}

QString rangeEnds(const ui::TimeContext& time)
{
    const TimeRange range = time.range();
    const QDateTime from = range.from.toTimeZone(time.zone());
    const QDateTime to = range.to.toTimeZone(time.zone());
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(time.zone()).date();
    const bool dated = from.date() != today || to.date() != today;
    const QString clock = time.span() < 5min ? u"HH:mm:ss"_s : u"HH:mm"_s;
    const QString format = dated ? u"MM-dd "_s + clock : clock;
    return from.toString(format) + u" – "_s + to.toString(format);
}

ProfileSwitcher::ProfileSwitcher(QWidget* parent)
    : QAbstractButton(parent)
{
    prepare(this);
    setProfile({});
}

void ProfileSwitcher::setProfile(const ProfileInfo& profile)
{
    m_profile = profile;
    const QString name = profile.name.isEmpty()
        ? tr("No profile")
        : tr("%1, %2").arg(profile.name, environmentName(profile.environment));
    setAccessibleName(tr("Profile: %1").arg(name));
    setToolTip(tr("%1 (%2)").arg(tr("Switch profile"), u"Ctrl ⇧ P"_s));
    updateGeometry();
    update();
}

QSize ProfileSwitcher::sizeHint() const
{
    const auto& theme = Theme::of(this);
    const int height = barControlHeight(theme);
    const bool open = !m_profile.name.isEmpty();
    const QString name = open ? m_profile.name : tr("No profile");
    int width = 12 + 16 + 8 + qMin(260, advance(theme, TextStyle::ControlStrong, name)) + 8;
    if (open)
        width += ui::chipSize(theme, environmentName(m_profile.environment)).width() + 10;
    return {qMax(width + 12 + 12, 120), height};
}

void ProfileSwitcher::paintEvent(QPaintEvent*)
{
    const auto& theme = Theme::of(this);
    QPainter painter(this);
    const bool open = !m_profile.name.isEmpty();
    const Token tone = open ? environmentToken(m_profile.environment) : Token::LineStrong;
    paintPlate(painter, this, Token::Ground, tone, underMouse());
    const qreal middle = height() / 2.0;
    ui::paintIcon(painter, QRectF(12, middle - 7, 14, 14),
        open ? environmentIcon(m_profile.environment) : u"plug"_s,
        theme.color(open ? tone : Token::Text3));
    painter.setFont(theme.font(TextStyle::ControlStrong));
    painter.setPen(theme.color(open ? Token::Text : Token::Text2));
    const QString name = open ? m_profile.name : tr("No profile");
    const int nameWidth = qMin(260, painter.fontMetrics().horizontalAdvance(name));
    painter.drawText(QRect(34, 0, nameWidth + 2, height()), Qt::AlignVCenter,
        painter.fontMetrics().elidedText(name, Qt::ElideMiddle, nameWidth + 2));
    if (open) {
        const QString tag = environmentName(m_profile.environment);
        const QSize size = ui::chipSize(theme, tag);
        ui::paintChip(painter,
            QRectF(34 + nameWidth + 8, middle - size.height() / 2.0, size.width(), size.height()),
            tag, tone, theme);
    }
    ui::paintIcon(painter, QRectF(width() - 22, middle - 6, 12, 12), u"chevron-down"_s,
        theme.color(Token::Text3));
}

PaletteField::PaletteField(QWidget* parent)
    : QAbstractButton(parent)
{
    prepare(this);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaximumWidth(kWidth);
    setAccessibleName(tr("Command palette"));
    setToolTip(tr("%1 (%2)").arg(tr("Command palette"), u"Ctrl K"_s));
}

QSize PaletteField::sizeHint() const
{
    return {kWidth, barControlHeight(Theme::of(this))};
}

QSize PaletteField::minimumSizeHint() const
{
    return {160, barControlHeight(Theme::of(this))};
}

void PaletteField::paintEvent(QPaintEvent*)
{
    const auto& theme = Theme::of(this);
    QPainter painter(this);
    paintPlate(painter, this, Token::Surface, Token::LineStrong, underMouse());
    const qreal middle = height() / 2.0;
    ui::paintIcon(painter, QRectF(11, middle - 7, 14, 14), u"search"_s, theme.color(Token::Text3));
    const QString cap = u"Ctrl K"_s;
    const QSize size = ui::keyCapSize(theme, cap);
    const QRectF capBox(
        width() - size.width() - 7, middle - size.height() / 2.0, size.width(), size.height());
    ui::paintKeyCap(painter, capBox, cap, theme, theme.color(Token::Text3));
    painter.setFont(theme.font(TextStyle::Body));
    painter.setPen(theme.color(Token::Text3));
    const int room = static_cast<int>(capBox.left()) - 33 - 8;
    painter.drawText(QRect(33, 0, room, height()), Qt::AlignVCenter,
        painter.fontMetrics().elidedText(
            tr("Jump to an object, a tab or an action…"), Qt::ElideRight, room));
}

TimeRangeButton::TimeRangeButton(ui::TimeContext& time, QWidget* parent)
    : QAbstractButton(parent)
    , m_time(time)
{
    prepare(this);
    setToolTip(tr("%1 (%2)").arg(tr("Time range"), u"Ctrl R"_s));
    connect(&time, &ui::TimeContext::rangeChanged, this, &TimeRangeButton::refresh);
    connect(&time, &ui::TimeContext::zoneChanged, this, &TimeRangeButton::refresh);
    connect(&m_tick, &QTimer::timeout, this, &TimeRangeButton::refresh);
    m_tick.start(10s);
    refresh();
}

void TimeRangeButton::refresh()
{
    const QString name = rangeName(m_time);
    const QString ends = rangeEnds(m_time);
    if (name == m_name && ends == m_ends)
        return;
    m_name = name;
    m_ends = ends;
    setAccessibleName(tr("Time range: %1, %2").arg(name, ends));
    updateGeometry();
    update();
}

QSize TimeRangeButton::sizeHint() const
{
    const auto& theme = Theme::of(this);
    return {12 + 14 + 8 + advance(theme, TextStyle::ControlStrong, m_name) + 8
            + advance(theme, TextStyle::Mono, m_ends) + 10 + 12 + 12,
        barControlHeight(theme)};
}

void TimeRangeButton::paintEvent(QPaintEvent*)
{
    const auto& theme = Theme::of(this);
    QPainter painter(this);
    paintPlate(painter, this, Token::Surface, Token::LineStrong, underMouse());
    const qreal middle = height() / 2.0;
    ui::paintIcon(painter, QRectF(12, middle - 7, 14, 14), u"clock"_s, theme.color(Token::Text3));
    painter.setFont(theme.font(TextStyle::ControlStrong));
    painter.setPen(theme.color(Token::Text));
    const int name = painter.fontMetrics().horizontalAdvance(m_name);
    painter.drawText(QRect(34, 0, name + 2, height()), Qt::AlignVCenter, m_name);
    painter.setFont(theme.font(TextStyle::Mono));
    painter.setPen(theme.color(Token::Text2));
    painter.drawText(QRect(34 + name + 8, 0, width(), height()), Qt::AlignVCenter, m_ends);
    ui::paintIcon(painter, QRectF(width() - 23, middle - 6, 12, 12), u"chevron-down"_s,
        theme.color(Token::Text3));
}

LiveButton::LiveButton(QWidget* parent)
    : QAbstractButton(parent)
{
    prepare(this);
    setCheckable(true);
    setChecked(true);
    setAccessibleName(tr("Live"));
    setToolTip(tr("%1 (%2)").arg(tr("Live on or off"), u"Ctrl L"_s));
}

QSize LiveButton::sizeHint() const
{
    const auto& theme = Theme::of(this);
    return {
        11 + 7 + 7 + advance(theme, TextStyle::Control, tr("Live")) + 12, barControlHeight(theme)};
}

void LiveButton::paintEvent(QPaintEvent*)
{
    const auto& theme = Theme::of(this);
    QPainter painter(this);
    const bool on = isChecked();
    paintPlate(painter, this, on ? Token::StatusRunningSoft : Token::Surface,
        on ? Token::StatusRunning : Token::LineStrong, underMouse() && !on);
    const Token ink = on ? Token::StatusRunning : Token::Text2;
    ui::paintMark(painter, QRectF(11, height() / 2.0 - 3.5, 7, 7),
        on ? ui::Mark::Circle : ui::Mark::Ring, theme.color(ink));
    painter.setFont(theme.font(TextStyle::Control));
    painter.setPen(theme.color(ink));
    painter.drawText(QRect(25, 0, width() - 25, height()), Qt::AlignVCenter, tr("Live"));
}

class TopBar::Brand final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = Theme::of(this);
        QPainter painter(this);
        const int extra = (theme.metric(Metric::RailCollapsed) - 52) / 2;
        ui::paintIcon(painter, QRectF(16 + extra, height() / 2.0 - 10, 20, 20), u"helm"_s,
            theme.color(Token::Accent));
        if (width() < 140)
            return;
        painter.setFont(theme.font(TextStyle::Heading));
        painter.setPen(theme.color(Token::Text));
        painter.drawText(
            QRect(47 + extra, 0, width() - 47, height()), Qt::AlignVCenter, u"Pilothouse"_s);
    }
};

TopBar::TopBar(ui::TimeContext& time, QWidget* parent)
    : QWidget(parent)
    , m_brand(new Brand(this))
    , m_switcher(new ProfileSwitcher(this))
    , m_field(new PaletteField(this))
    , m_range(new TimeRangeButton(time, this))
    , m_live(new LiveButton(this))
    , m_layout(new ui::IconButton(u"layout"_s, tr("Layout of the window"), {}, this, 16))
{
    setAccessibleName(tr("Top bar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 10, 0);
    row->setSpacing(8);
    row->addWidget(m_brand);
    row->setSpacing(7);
    row->addWidget(m_switcher);
    row->addStretch(1);
    row->addWidget(m_field, 4);
    row->addStretch(1);
    row->addWidget(m_range);
    row->addWidget(m_live);
    row->addWidget(m_layout);
    setRailWidth(Theme::of(this).metric(Metric::RailCollapsed));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TopBar::setRailWidth(int width)
{
    m_brand->setFixedWidth(width);
}

QSize TopBar::sizeHint() const
{
    return {800, Theme::of(this).metric(Metric::TopBar)};
}

void TopBar::paintEvent(QPaintEvent*)
{
    const auto& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(Token::Ground));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
}

} // namespace pilothouse::app
