// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallery/gallerypages.h"

#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/keycap.h"
#include "ui/controls/meters.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/pill.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/controls/toggleswitch.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/plot/plotview.h"
#include "ui/states/notificationlist.h"
#include "ui/states/stateframe.h"
#include "ui/states/toaststack.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtCore/QTimer>
#include <QtGui/QPainter>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTreeWidget>

#include <cmath>
#include <limits>

namespace pilothouse::gallery
{

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

class Painted final : public QWidget
{
public:
    Painted(QSize size, std::function<void(QPainter&, const Theme&)> paint)
        : m_paint(std::move(paint))
    {
        setFixedSize(size);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        m_paint(painter, Theme::of(this));
    }

private:
    std::function<void(QPainter&, const Theme&)> m_paint;
};

QLabel* label(const QString& text, TextStyle style, Token tone)
{
    auto* words = new QLabel(text);
    setTextStyle(words, style);
    setTone(words, tone);
    return words;
}

QVBoxLayout* card(QVBoxLayout* column, const QString& title)
{
    auto* frame = new QFrame;
    setLook(frame, "variant", u"panel"_s);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(12, 9, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(label(title, TextStyle::ControlStrong, Token::Text2));
    column->addWidget(frame);
    return layout;
}

QHBoxLayout* row(QVBoxLayout* in, const QList<QWidget*>& widgets, int spacing = 8)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(spacing);
    for (QWidget* widget : widgets)
        line->addWidget(widget);
    line->addStretch(1);
    in->addLayout(line);
    return line;
}

QWidget* swatch(Token token)
{
    return new Painted(QSize(34, 16), [token](QPainter& p, const Theme& theme) {
        p.setPen(theme.color(Token::LineStrong));
        p.setBrush(theme.color(token));
        p.drawRoundedRect(QRectF(0.5, 0.5, 33, 15), 3, 3);
    });
}

void tokens(QVBoxLayout* column)
{
    auto* neutrals = card(column, u"Neutrals"_s);
    for (int i = 0; i <= int(Token::TextOff); ++i) {
        const Token token = Token(i);
        auto* line = row(neutrals,
            {swatch(token), label(tokenName(token).toString(), TextStyle::Control, Token::Text)});
        line->addWidget(label(
            Theme::of(nullptr).color(token).name().toUpper(), TextStyle::MonoSmall, Token::Text3));
    }
    neutrals->setSpacing(4);
    auto* status = card(column, u"Status, always glyph and colour"_s);
    status->setSpacing(5);
    for (int i = int(Glyph::Ok); i <= int(Glyph::Removed); ++i) {
        const Glyph glyph = Glyph(i);
        row(status,
            {new Painted(QSize(14, 14),
                 [glyph](QPainter& p, const Theme& theme) {
                     paintGlyph(p, QRectF(1, 1, 12, 12), glyph, theme);
                 }),
                new Painted(QSize(10, 10),
                    [glyph](QPainter& p, const Theme& theme) {
                        paintMark(p, QRectF(1, 1, 8, 8), glyphMark(glyph),
                            theme.color(glyphColor(glyph)));
                    }),
                label(glyphWord(glyph), TextStyle::Control, Token::Text)});
    }
    auto* series = card(column, u"Series"_s);
    QList<QWidget*> swatches;
    for (int i = 0; i < seriesCount / 2; ++i)
        swatches << swatch(seriesToken(i));
    row(series, swatches, 14);
    swatches.clear();
    for (int i = seriesCount / 2; i < seriesCount; ++i)
        swatches << swatch(seriesToken(i));
    row(series, swatches, 14);
    column->addStretch(1);
}

void controls(QVBoxLayout* column)
{
    auto* type = card(column, u"Type"_s);
    type->setSpacing(2);
    type->addWidget(label(u"1,284 Orders"_s, TextStyle::Display, Token::Text));
    type->addWidget(label(u"Delete all rows?"_s, TextStyle::Title, Token::Text));
    type->addWidget(label(u"파이프라인 편집기"_s, TextStyle::Heading, Token::Text));
    type->addWidget(label(u"資料流程總覽 Body"_s, TextStyle::Body, Token::Text));
    type->addWidget(label(u"Button, tab, tree"_s, TextStyle::Control, Token::Text));
    type->addWidget(label(u"Cell, form label"_s, TextStyle::Cell, Token::Text));
    type->addWidget(label(u"Caption, status bar"_s, TextStyle::Caption, Token::Text));
    type->addWidget(label(u"0O 1lI 90417735 != <> ->"_s, TextStyle::Mono, Token::Text));

    auto* buttons = card(column, u"Controls, 26 px high, radius 5"_s);
    auto* deploy = new Button(u"Deploy"_s, ButtonVariant::Primary);
    deploy->setIconName(u"upload"_s);
    deploy->setKey(QKeySequence(u"Ctrl+Shift+D"_s), false);
    auto* validate = new Button(u"Validate"_s);
    validate->setKey(Qt::Key_F7, false);
    row(buttons, {deploy, validate, new Button(u"Format"_s, ButtonVariant::Quiet)});
    auto* remove = new Button(u"Delete rows"_s, ButtonVariant::Destructive);
    remove->setIconName(u"trash"_s);
    auto* off = new Button(u"Disabled"_s);
    off->setEnabled(false);
    auto* small = new Button(u"Small"_s);
    small->setSmall(true);
    auto* down = new Button(u"Pressed"_s);
    down->setDown(true);
    row(buttons, {remove, off, down, small, new Button(u"Link"_s, ButtonVariant::Link)});
    auto* segments = new SegmentedControl(u"View"_s);
    segments->addSegment(u"Grid"_s);
    segments->addSegment(u"Gantt"_s);
    segments->addSegment(u"Calendar"_s);
    auto* on = new ToggleSwitch(u"On"_s);
    on->setChecked(true);
    auto* filter = new SearchField(u"Filter"_s);
    filter->answerSlashIn(column->parentWidget());
    filter->setFixedWidth(92);
    row(buttons, {segments, on, new ToggleSwitch(u"Off"_s), filter});
    auto* check = new QCheckBox(u"Back up first"_s);
    check->setChecked(true);
    auto* radio = new QRadioButton(u"Radio"_s);
    radio->setChecked(true);
    auto* combo = new QComboBox;
    combo->addItems({u"All types"_s, u"hash"_s});
    auto* spin = new QSpinBox;
    spin->setValue(42);
    row(buttons, {check, new QCheckBox(u"Off"_s), radio});
    row(buttons, {combo, spin});

    auto* pills = card(column, u"Connection pills and value chips"_s);
    auto* redis = new Pill(u"redis"_s);
    redis->setState(Glyph::Ok, u"0.6 ms"_s);
    auto* kafka = new Pill(u"kafka"_s);
    kafka->setState(Glyph::Warn, u"41 ms"_s);
    auto* spark = new Pill(u"spark"_s);
    spark->setState(Glyph::Error, u"retry 4 s"_s);
    auto* dbt = new Pill(u"dbt"_s);
    dbt->setState(Glyph::Unknown, u"off"_s);
    row(pills, {redis, kafka, dbt}, 4);
    row(pills, {spark}, 4);
    row(pills,
        {new Chip(u"paid"_s, Token::Accent), new StatusChip(Glyph::Ok, u"delivered"_s),
            new StatusChip(Glyph::Retry, u"returned"_s),
            new StatusChip(Glyph::Error, u"cancelled"_s),
            new StatusChip(Glyph::Running, u"shipped"_s)},
        6);
    auto* closable = new Chip(u"country = JP"_s);
    closable->setClosable(true);
    row(pills,
        {new StatusChip(Glyph::Queued, u"packing"_s), new Chip(u"web"_s), closable,
            new Chip(u"Production"_s, Token::EnvProduction),
            new Chip(u"Sandbox"_s, Token::EnvSandbox)},
        6);

    auto* icons = card(column, u"Icons, 20 px grid, 1.5 px stroke"_s);
    icons->addWidget(new Painted(QSize(360, 232), [](QPainter& p, const Theme& theme) {
        int i = 0;
        for (const QString& name : iconNames()) {
            paintIcon(
                p, QRectF((i % 12) * 30, (i / 12) * 26, 20, 20), name, theme.color(Token::Text2));
            ++i;
        }
    }));
    column->addStretch(1);
}

void views(QVBoxLayout* column)
{
    auto* tabs = card(column, u"Tabs, tree, header, scroll bars"_s);
    auto* bar = new QTabBar;
    setTextStyle(bar, TextStyle::Control);
    const Theme& theme = Theme::of(bar);
    bar->addTab(icon(theme, u"map"_s), u"Overview"_s);
    bar->addTab(icon(theme, u"database"_s, Token::Accent), u"fct_orders · query 3"_s);
    bar->addTab(u"Pub/Sub"_s);
    bar->setCurrentIndex(1);
    tabs->addWidget(bar);
    auto* tree = new QTreeWidget;
    tree->setHeaderLabels({u"Topic"_s, u"Size"_s});
    tree->header()->setStretchLastSection(true);
    tree->setColumnWidth(0, 240);
    auto* root = new QTreeWidgetItem(tree, {u"warehouse"_s, u"318 GB"_s});
    for (int i = 0; i < 12; ++i) {
        auto* item = new QTreeWidgetItem(root, {u"fct_orders_%1"_s.arg(i), u"142 M"_s});
        item->setIcon(0, icon(theme, u"table"_s, Token::Series1));
        new QTreeWidgetItem(item, {u"order_id"_s});
    }
    root->setExpanded(true);
    root->child(0)->setExpanded(true);
    tree->setCurrentItem(root->child(1));
    tree->setFixedHeight(190);
    tabs->addWidget(tree);

    auto* text = card(column, u"Editors and progress"_s);
    auto* edit = new QPlainTextEdit(u"SELECT o.order_id\nFROM gold.fct_orders o"_s);
    setTextStyle(edit, TextStyle::Mono);
    edit->setFixedHeight(54);
    text->addWidget(edit);
    auto* wrong = new QLineEdit(u"db.internal:54321x"_s);
    setLook(wrong, "state", u"error"_s);
    auto* offField = new QLineEdit(u"disabled"_s);
    offField->setEnabled(false);
    auto* fields = row(text, {wrong, offField});
    fields->setStretch(0, 1);
    auto* progress = new ProgressLine(u"Export"_s);
    progress->setFraction(0.62);
    auto* cancel = new IconButton(u"close"_s, u"Cancel"_s, {}, nullptr, 11);
    auto* exportRow = row(text,
        {label(u"Export fct_orders"_s, TextStyle::Caption, Token::Text2), progress,
            label(u"62%"_s, TextStyle::MonoSmall, Token::Text), cancel});
    exportRow->setStretch(1, 1);
    auto* spark = new Sparkline(u"Trend"_s);
    QList<double> trend;
    for (int i = 0; i < 40; ++i)
        trend << (i > 12 && i < 16 ? std::numeric_limits<double>::quiet_NaN()
                                   : 10 + 3 * std::sin(i / 3.0) + i / 6.0);
    spark->setValues(trend);
    auto* bar52 = new SizeBar(u"Size"_s);
    bar52->setFraction(0.4);
    row(text,
        {spark, bar52, new KeyCap(QKeySequence(u"Ctrl+K"_s)),
            new KeyCap(QKeySequence(u"Ctrl+Return"_s)), new KeyCap(QKeySequence(Qt::Key_F5)),
            new KeyCap(QKeySequence(u"Alt+-"_s))});

    auto* plots = card(column, u"Plot"_s);
    auto* plot = new PlotView(u"Operations"_s);
    const QDateTime start = QDateTime::fromString(u"2026-03-17T13:05:00Z"_s, Qt::ISODate);
    plot->setTimeZone(QTimeZone::utc());
    plot->setTimeRange(start, start.addSecs(3600));
    plot->setGapAfter(60000);
    const double levels[] = {33000, 12000, 4000};
    for (int s = 0; s < 3; ++s) {
        const int index = plot->addSeries(u"s%1"_s.arg(s), seriesToken(s), s == 0);
        QList<PlotPoint> points;
        for (int i = 0; i < 120; ++i) {
            if (i > 80 && i < 88)
                continue;
            points << PlotPoint{start.addSecs(i * 30).toMSecsSinceEpoch(),
                levels[s] * (1 + 0.1 * std::sin(i / 7.0 + s))};
        }
        plot->setPoints(index, points);
    }
    plot->setLimit(45000, u"limit 45k"_s);
    plot->setFixedHeight(170);
    plots->addWidget(plot);
    column->addStretch(1);
}

void popups(QVBoxLayout* column)
{
    auto* menus = card(column, u"Menu"_s);
    auto* menu = new QMenu(column->parentWidget());
    const Theme& theme = Theme::of(menu);
    menu->addAction(icon(theme, u"table"_s), u"Open table"_s)->setShortcut(Qt::Key_Return);
    menu->addAction(icon(theme, u"copy"_s), u"Copy name"_s)->setShortcut(QKeySequence::Copy);
    menu->addAction(icon(theme, u"list"_s), u"Show in logs"_s)
        ->setShortcut(QKeySequence(u"Ctrl+Shift+L"_s));
    QAction* checked = menu->addAction(u"Follow"_s);
    checked->setCheckable(true);
    checked->setChecked(true);
    menu->addSeparator();
    menu->addAction(icon(theme, u"trash"_s, Token::StatusError), u"Truncate…"_s);
    menu->setActiveAction(menu->actions().first());
    menu->ensurePolished();
    menu->setFixedWidth(320);
    menu->adjustSize();
    auto* picture = new QLabel;
    picture->setPixmap(menu->grab());
    menus->addWidget(picture);

    auto* toasts = card(column, u"Toast, 372 px, 6 s"_s);
    auto* toast = new Toast({u"a"_s, ToastKind::Good, u"orders_hourly v15 deployed"_s,
                                u"3 changes, next run 15:05"_s, {}, {}, false},
        column->parentWidget());
    toasts->addWidget(toast, 0, Qt::AlignLeft);
    auto* lost
        = new Toast({u"b"_s, ToastKind::Problem, u"Kafka connection lost"_s,
                        u"kafka-2, 3 panels show older values"_s, u"show"_s, u"Show"_s, true},
            column->parentWidget());
    toasts->addWidget(lost, 0, Qt::AlignLeft);

    auto* headers = card(column, u"Panel header and footer"_s);
    auto* header = new PanelHeader(u"Keys"_s);
    header->setIconName(u"layers"_s);
    header->setSubtitle(u"db0, 2.77 M keys"_s);
    auto* segments = new SegmentedControl(u"View"_s);
    segments->addSegment(u"Tree"_s);
    segments->addSegment(u"List"_s);
    header->addRight(segments);
    header->addRight(new IconButton(u"refresh"_s, u"Refresh"_s, Qt::Key_F5));
    header->showProgress(0.4);
    headers->addWidget(header);
    auto* footer = new PanelFooter;
    footer->addLeft(label(u"Row 4 of 128,400"_s, TextStyle::Caption, Token::Text2));
    footer->addRight(label(u"snapshot 14:05:11"_s, TextStyle::Caption, Token::Text3));
    headers->addWidget(footer);
    column->addStretch(1);
}

} // namespace

QWidget* componentsPage()
{
    auto* page = new QWidget;
    setPlate(page, Token::Ground);
    auto* columns = new QHBoxLayout(page);
    columns->setContentsMargins(10, 10, 10, 10);
    columns->setSpacing(8);
    const auto column = [&](int width) {
        auto* host = new QWidget;
        host->setFixedWidth(width);
        auto* layout = new QVBoxLayout(host);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        columns->addWidget(host);
        return layout;
    };
    tokens(column(240));
    controls(column(388));
    views(column(372));
    popups(column(396));
    return page;
}

} // namespace pilothouse::gallery
