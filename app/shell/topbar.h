// SPDX-License-Identifier: GPL-3.0-or-later
// The top bar: brand over the rail, profile switcher in the environment's colour, the palette's
// field, the one time range and the live switch.
#pragma once

#include "app/shell/shellcontext.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>
#include <QTimer>

class QHBoxLayout;

namespace pilothouse::ui
{
class IconButton;
}

namespace pilothouse::app
{

// Icon, name, tag and border in the colour of the environment.
class ProfileSwitcher final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProfileSwitcher)

public:
    explicit ProfileSwitcher(QWidget* parent = nullptr);
    void setProfile(const ProfileInfo& profile);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ProfileInfo m_profile;
};

// Looks like a field, opens the palette.
class PaletteField final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteField)

public:
    static constexpr int kWidth = 440;

    explicit PaletteField(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

// "Last 1 hour  13:05 – 14:05": names the span and shows both ends, in the profile's zone.
class TimeRangeButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimeRangeButton)

public:
    explicit TimeRangeButton(ui::TimeContext& time, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();

    ui::TimeContext& m_time;
    QTimer m_tick;
    QString m_name;
    QString m_ends;
};

class LiveButton final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveButton)

public:
    explicit LiveButton(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

class TopBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopBar)

public:
    explicit TopBar(ui::TimeContext& time, QWidget* parent = nullptr);

    void setProfile(const ProfileInfo& profile) { m_switcher->setProfile(profile); }
    void setRailWidth(int width); // the brand stands over the rail
    ProfileSwitcher* switcher() const { return m_switcher; }
    PaletteField* paletteField() const { return m_field; }
    TimeRangeButton* rangeButton() const { return m_range; }
    LiveButton* liveButton() const { return m_live; }
    ui::IconButton* layoutButton() const { return m_layout; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Brand;

    Brand* m_brand;
    ProfileSwitcher* m_switcher;
    PaletteField* m_field;
    TimeRangeButton* m_range;
    LiveButton* m_live;
    ui::IconButton* m_layout;
};

// "Last 1 hour", "Last 15 min", "Fixed range".
QString rangeName(const ui::TimeContext& time);
// Both ends in the profile's zone; the date only where it is not today.
QString rangeEnds(const ui::TimeContext& time);
// "Production", "Staging", "Sandbox", translated; and its colour.
QString environmentName(Environment environment);
ui::Token environmentToken(Environment environment);
QString environmentIcon(Environment environment);

} // namespace pilothouse::app
