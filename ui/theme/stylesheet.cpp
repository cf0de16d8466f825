// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"

#include "ui/theme/theme.h"

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

// Rules name tokens as @line.strong and sizes as @{Button}; both are filled in below.
constexpr auto buttons = uR"(
QPushButton { background: @raised; color: @text; border: 1px solid @line.strong; border-radius: 5px;
  padding: 0 10px; min-height: @{inner}px; max-height: @{inner}px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed, QPushButton:checked { background: @press; }
QPushButton:disabled { color: @text.off; background: @surface; border-color: @line; }
QPushButton:default { border-color: @text.3; }
QPushButton[size="small"] { min-height: @{smallInner}px; max-height: @{smallInner}px; padding: 0 8px; }
QPushButton[variant="primary"] { background: @accent.fill; color: @on.fill; border-color: @accent.fill; }
QPushButton[variant="primary"]:hover, QPushButton[variant="primary"]:pressed { border-color: @accent; }
QPushButton[variant="destructive"] { background: @error.fill; color: @on.fill; border-color: @error.fill; }
QPushButton[variant="destructive"]:hover { border-color: @status.error; }
QPushButton[variant="quiet"] { background: transparent; border-color: transparent; color: @text.2; }
QPushButton[variant="quiet"]:hover { background: @hover; color: @text; }
QPushButton[variant="quiet"]:pressed { background: @press; color: @text; }
QPushButton[variant="link"] { background: transparent; border-color: transparent; color: @accent; padding: 0 4px; }
QPushButton[variant]:disabled { color: @text.off; background: @surface; border-color: @line; }
QPushButton[variant="quiet"]:disabled, QPushButton[variant="link"]:disabled {
  background: transparent; border-color: transparent; }
QPushButton::menu-indicator { image: none; width: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px; color: @text.2;
  padding: 0 3px; min-height: 20px; min-width: 16px; }
QToolButton:hover { background: @hover; color: @text; }
QToolButton:pressed, QToolButton:checked, QToolButton:open { background: @press; color: @text; }
QToolButton:disabled { color: @text.off; background: transparent; }
QToolButton[variant="outlined"] { background: @raised; border-color: @line.strong; color: @text; padding: 0 8px;
  min-height: @{inner}px; max-height: @{inner}px; }
QToolButton[variant="outlined"]:hover { background: @hover; }
QToolButton::menu-indicator { image: none; width: 0; }
)";

constexpr auto fields = uR"(
QLineEdit { background: @field; color: @text; border: 1px solid @line.strong;
  border-radius: 5px; padding: 0 8px; min-height: @{inner}px; max-height: @{inner}px;
  selection-background-color: @accent.fill; selection-color: @on.fill; }
QLineEdit:hover { border-color: @text.off; }
QLineEdit:focus { border-color: @accent; }
QLineEdit:read-only { background: @raised; }
QLineEdit:disabled { color: @text.off; background: @raised; border-color: @line; }
QLineEdit[state="error"] { border-color: @status.error; }
QLineEdit[variant="bare"] { border: 0; border-radius: 0; background: transparent; padding: 0; min-height: 18px; }
QLineEdit > QToolButton { min-width: 0; min-height: 0; max-height: 1000px; padding: 0; border: 0; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: 0; background: transparent; padding: 0; min-height: 0; max-height: 1000px; }
QPlainTextEdit, QTextEdit { background: @field; color: @text; border: 1px solid @line.strong; border-radius: 5px;
  selection-background-color: @accent.fill; selection-color: @on.fill; }
QPlainTextEdit:focus, QTextEdit:focus { border-color: @accent; }
QPlainTextEdit[variant="bare"] { background: @surface; border: 0; border-radius: 0; padding: 4px 8px; }
QComboBox QAbstractItemView { background: @overlay; border: 1px solid @line.strong; padding: 4px;
  selection-background-color: @selection; outline: 0; }
QComboBox QAbstractItemView::item:disabled { color: @text.off; }
QCheckBox, QRadioButton { color: @text; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: @text.off; }
)";

constexpr auto containers = uR"(
QMainWindow { background: @ground; }
QDialog { background: @overlay; }
QDialog[frame="own"] { background: transparent; }
QMenu { background: @overlay; color: @text; border: 1px solid @line.strong; border-radius: 6px; padding: 5px; }
QMenu::item { padding: 5px 16px 5px 10px; border-radius: 3px; background: transparent; min-height: 16px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @text.off; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 8px; }
QMenu::separator { height: 1px; background: @line.strong; margin: 4px 0; }
QMenuBar { background: @ground; color: @text.2; }
QMenuBar::item { padding: 4px 8px; background: transparent; border-radius: 5px; }
QMenuBar::item:selected { background: @hover; color: @text; }
QToolTip { background: @overlay; color: @text; border: 1px solid @line.strong; padding: 4px 8px; }
QTabWidget::pane { border: 0; border-top: 1px solid @line; }
QTabBar { background: @ground; qproperty-drawBase: 0; }
QTabBar::tab { background: @ground; color: @text.2; border: 0; border-top: 2px solid transparent;
  border-right: 1px solid @line; padding: 0 12px; height: @{tabInner}px; }
QTabBar::tab:hover { background: @hover; color: @text; }
QTabBar::tab:selected { background: @surface; color: @text; border-top-color: @accent; }
QSplitter::handle { background: @line; }
QSplitter::handle:hover, QSplitter::handle:pressed { background: @accent; }
QGroupBox { border: 1px solid @line; border-radius: 6px; margin-top: 18px; padding: 8px 12px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: @text.2; }
QFrame[variant="panel"] { background: @surface; border: 1px solid @line; border-radius: 6px; }
QFrame[variant="card"] { background: @raised; border: 1px solid @line.strong; border-radius: 6px; }
QFrame[variant="code"] { background: @field; border: 1px solid @line.strong; border-radius: 5px; }
QFrame[variant="errorBox"] { background: @status.error.soft; border: 1px solid @status.error; border-radius: 5px; }
QFrame[variant="warnBox"] { background: @status.warn.soft; border: 1px solid @status.warn; border-radius: 5px; }
QFrame[variant="dialog"] { background: @overlay; border: 1px solid @line.strong; border-radius: 8px; }
QFrame[variant="hline"] { background: @line; border: 0; min-height: 1px; max-height: 1px; }
QFrame[variant="vline"] { background: @line; border: 0; min-width: 1px; max-width: 1px; }
)";

constexpr auto views = uR"(
QAbstractItemView { background: @surface; color: @text; border: 0; outline: 0; gridline-color: @line;
  selection-background-color: @selection; selection-color: @text; }
QScrollArea { background: transparent; border: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QHeaderView { background: @raised; border: 0; }
QHeaderView::section { background: @raised; color: @text.2; border: 0; border-bottom: 1px solid @line.strong;
  padding: 0 8px; min-height: @{headerInner}px; }
QHeaderView::section:hover { background: @hover; color: @text; }
QTableCornerButton::section { background: @raised; border: 0; border-bottom: 1px solid @line.strong; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @line.strong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: @text.off; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @press; border: 0; border-radius: 2px; max-height: 4px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 2px; }
QStatusBar { background: @ground; border-top: 1px solid @line; }
QStatusBar::item { border: 0; }
)";

} // namespace

QString buildStyleSheet(const Theme& theme)
{
    QString sheet = QString::fromUtf16(buttons) + QString::fromUtf16(fields)
        + QString::fromUtf16(containers) + QString::fromUtf16(views);
    // Every widget is held against each of these when it is made: only what is asked for.
    const auto add = [&](const QString& rule, Token first, Token last) {
        for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i)
            sheet += rule.arg(tokenName(static_cast<Token>(i)));
    };
    add(u"*[plate=\"%1\"]{background:@%1;}\n"_s, firstPlate, lastPlate);
    add(u"QLabel[tone=\"%1\"]{color:@%1;}\n"_s, firstTone, lastTone);
    const auto size = [&](QLatin1StringView key, Metric metric, int border) {
        sheet.replace(u"@{"_s + key + u"}"_s, QString::number(theme.metric(metric) - border));
    };
    size("inner"_L1, Metric::Button, 2);
    size("smallInner"_L1, Metric::SmallButton, 2);
    size("tabInner"_L1, Metric::TabStrip, 2);
    size("headerInner"_L1, Metric::GridHeader, 1);
    // Longer names first: "line.strong" begins with "line". The enum lists every short name before
    // its longer forms, so walking backwards is enough.
    for (int i = tokenCount - 1; i >= 0; --i) {
        const Token token = static_cast<Token>(i);
        sheet.replace(u"@"_s + tokenName(token), theme.color(token).name(QColor::HexArgb));
    }
    return sheet;
}

} // namespace pilothouse::ui
