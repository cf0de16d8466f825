// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/metrics.h"

namespace pilothouse::ui
{

int metricValue(Metric metric, Density density)
{
    const auto pick = [density](int compact, int comfortable) {
        return density == Density::Compact ? compact : comfortable;
    };
    switch (metric) {
    case Metric::TopBar:
        return pick(44, 48);
    case Metric::RailCollapsed:
        return pick(52, 56);
    case Metric::RailExpanded:
        return pick(200, 208);
    case Metric::RailItem:
        return pick(42, 46);
    case Metric::TabStrip:
    case Metric::PanelHeader:
        return pick(34, 38);
    case Metric::StatusBar:
        return pick(28, 30);
    case Metric::GridRow:
        return pick(26, 32);
    case Metric::GridHeader:
        return pick(28, 32);
    case Metric::GridTypedHeader:
        return pick(36, 40);
    case Metric::TreeRow:
        return pick(26, 30);
    case Metric::ListRow:
        return pick(34, 40);
    case Metric::LogRow:
        return pick(24, 28);
    case Metric::TaskLogLine:
        return pick(20, 22);
    case Metric::CodeLine:
        return pick(18, 20);
    case Metric::Button:
        return pick(26, 30);
    case Metric::SmallButton:
        return pick(22, 26);
    case Metric::Segment:
        return pick(24, 28);
    case Metric::Chip:
        return pick(18, 20);
    case Metric::RadiusChip:
        return 3;
    case Metric::RadiusControl:
        return 5;
    case Metric::RadiusPanel:
        return 6;
    case Metric::RadiusDialog:
        return 8;
    case Metric::PaddingX:
        return 12;
    case Metric::PaddingY:
        return 8;
    case Metric::PanelGap:
        return 8;
    case Metric::SplitGrab:
        return 6;
    case Metric::Toast:
        return 372;
    }
    return 0;
}

int motionMs(Motion motion)
{
    switch (motion) {
    case Motion::Menu:
        return 80;
    case Motion::Collapse:
        return 140;
    case Motion::ToastIn:
        return 160;
    case Motion::ToastOut:
        return 120;
    case Motion::NodeMove:
        return 200;
    case Motion::LiveCell:
        return 600;
    }
    return 0;
}

} // namespace pilothouse::ui
