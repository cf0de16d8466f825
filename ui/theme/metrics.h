// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sizes, radii and durations of the design language, in logical pixels and milliseconds.

namespace pilothouse::ui
{

enum class Density { Compact, Comfortable };

enum class Metric {
    TopBar,
    RailCollapsed,
    RailExpanded,
    RailItem,
    TabStrip,
    PanelHeader,
    StatusBar,
    GridRow,
    GridHeader,
    GridTypedHeader,
    TreeRow,
    ListRow, // two lines
    LogRow,
    TaskLogLine,
    CodeLine,
    Button, // buttons and fields
    SmallButton,
    Segment,
    Chip,
    // The same in both densities.
    RadiusChip,
    RadiusControl,
    RadiusPanel,
    RadiusDialog,
    PaddingX,
    PaddingY,
    PanelGap,
    SplitGrab,
    Toast,
};

enum class Motion { Menu, Collapse, ToastIn, ToastOut, NodeMove, LiveCell };

[[nodiscard]] int metricValue(Metric metric, Density density);
[[nodiscard]] int motionMs(Motion motion);

} // namespace pilothouse::ui
