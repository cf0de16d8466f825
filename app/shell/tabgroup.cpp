// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tabgroup.h"

#include "app/shell/tabstrip.h"
#include "ui/controls/button.h"
#include "ui/grid/celltext.h"
#include "ui/panel.h"
#include "ui/theme/theme.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Panel;
using ui::Theme;
using ui::Token;

namespace
{

// The row of the strip, in the frame's colour with its hairline below.
class StripRow final : public QWidget
{
public:
    using QWidget::QWidget;

    QSize sizeHint() const override { return {200, Theme::of(this).metric(ui::Metric::TabStrip)}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = Theme::of(this);
        QPainter painter(this);
        painter.fillRect(rect(), theme.color(Token::Ground));
        painter.fillRect(QRect(0, height() - 1, width(), 1), theme.color(Token::Line));
    }
};

} // namespace

// Where a dragged tab would land.
class TabGroup::DropShade final : public QWidget
{
public:
    explicit DropShade(QWidget* parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const auto& theme = Theme::of(this);
        QPainter painter(this);
        painter.fillRect(rect(), theme.color(Token::Accent, 0.12));
        painter.setPen(theme.color(Token::Accent));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
};

TabGroup::TabGroup(QWidget* parent)
    : QWidget(parent)
    , m_strip(new TabStrip(this))
    , m_stack(new QStackedWidget(this))
    , m_shade(new DropShade(this))
{
    setAcceptDrops(true);
    buildLayout();
    connect(m_strip, &QTabBar::currentChanged, this, &TabGroup::showCurrent);
    connect(m_strip, &QTabBar::tabBarClicked, this, &TabGroup::activated);
    connect(m_strip, &TabStrip::closeRequested, this,
        [this](int index) { Q_EMIT closeRequested(m_panels.value(index)); });
    connect(m_strip, &TabStrip::dragStarted, this, &TabGroup::startDrag);
    connect(m_strip, &TabStrip::dropped, this,
        [this](QWidget* panel, int index) { Q_EMIT panelDropped(panel, index, Zone::Centre); });
    connect(m_strip, &TabStrip::contextMenuAsked, this, [this](int index, const QPoint&) {
        m_strip->setCurrentIndex(index);
        Q_EMIT activated();
        Q_EMIT menuRequested(m_strip);
    });
}

TabGroup::~TabGroup() = default;

void TabGroup::buildLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new StripRow(this);
    row->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 8, 0);
    line->setSpacing(2);
    m_strip->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    line->addWidget(m_strip);
    m_newTab
        = new ui::IconButton(u"plus"_s, tr("New tab"), QKeySequence(Qt::CTRL | Qt::Key_T), row);
    m_newTab->setShortcut({}); // the window's actions have these keys
    line->addSpacing(2);
    line->addWidget(m_newTab);
    line->addStretch(1);
    auto* split = new ui::IconButton(
        u"split"_s, tr("Split right"), QKeySequence(Qt::CTRL | Qt::Key_Backslash), row);
    split->setShortcut({});
    auto* more = new ui::IconButton(u"more"_s, tr("More about these tabs"), {}, row);
    line->addWidget(split);
    line->addWidget(more);
    column->addWidget(row);
    ui::setPlate(m_stack, Token::Surface);
    column->addWidget(m_stack, 1);
    connect(m_newTab, &QAbstractButton::clicked, this, [this] {
        Q_EMIT activated();
        Q_EMIT newTabRequested();
    });
    connect(split, &QAbstractButton::clicked, this, [this] {
        Q_EMIT activated();
        Q_EMIT splitRequested(Qt::Horizontal);
    });
    connect(more, &QAbstractButton::clicked, this, [this, more] {
        Q_EMIT activated();
        Q_EMIT menuRequested(more);
    });
}

QWidget* TabGroup::panelParent() const
{
    return m_stack;
}

void TabGroup::insert(int index, Panel* panel)
{
    if (index < 0 || index > m_panels.size())
        index = static_cast<int>(m_panels.size());
    m_panels.insert(index, panel);
    m_stack->addWidget(panel);
    {
        const QSignalBlocker quiet(m_strip);
        m_strip->insertTab(index, QString());
    }
    refreshTab(panel);
    connect(panel, &Panel::titleChanged, this, [this, panel] { refreshTab(panel); });
    connect(panel, &Panel::unsavedWorkChanged, this, [this, panel] { refreshTab(panel); });
    showCurrent();
}

void TabGroup::take(Panel* panel)
{
    const int index = indexOf(panel);
    if (index < 0)
        return;
    disconnect(panel, nullptr, this, nullptr);
    m_panels.removeAt(index);
    {
        const QSignalBlocker quiet(m_strip);
        m_strip->removeTab(index);
    }
    m_stack->removeWidget(panel);
    panel->setParent(nullptr);
    showCurrent();
}

int TabGroup::count() const
{
    return static_cast<int>(m_panels.size());
}

Panel* TabGroup::panel(int index) const
{
    return m_panels.value(index);
}

QList<Panel*> TabGroup::panels() const
{
    return m_panels;
}

int TabGroup::indexOf(const Panel* panel) const
{
    return static_cast<int>(m_panels.indexOf(panel));
}

Panel* TabGroup::current() const
{
    return m_panels.value(m_strip->currentIndex());
}

void TabGroup::setCurrent(Panel* panel)
{
    const int index = indexOf(panel);
    if (index >= 0)
        m_strip->setCurrentIndex(index);
}

void TabGroup::setActive(bool active)
{
    m_strip->setGroupActive(active);
}

void TabGroup::setLanding(QWidget* landing)
{
    m_landing = landing;
    if (landing && m_stack->indexOf(landing) < 0)
        m_stack->addWidget(landing);
    showCurrent();
}

void TabGroup::refreshTab(Panel* panel)
{
    const int index = indexOf(panel);
    if (index < 0)
        return;
    QString title = ui::withSymbols(panel->title()); // a name may hold a line break
    title.replace(u'&', u"&&"_s); // QTabBar would make a mnemonic of it
    m_strip->setTabText(index, title);
    m_strip->setTab(index, {panel->iconName(), panel->hasUnsavedWork()});
}

void TabGroup::showCurrent()
{
    m_strip->setVisible(!m_panels.isEmpty());
    if (Panel* panel = current())
        m_stack->setCurrentWidget(panel);
    else if (m_landing)
        m_stack->setCurrentWidget(m_landing);
    Q_EMIT currentChanged();
}

void TabGroup::startDrag(int index)
{
    Panel* panel = m_panels.value(index);
    if (!panel)
        return;
    auto* drag = new QDrag(m_strip);
    drag->setMimeData(new TabMime(panel));
    drag->setPixmap(m_strip->grab(m_strip->tabRect(index)));
    drag->exec(Qt::MoveAction);
}

QRect TabGroup::workRect() const
{
    return m_stack->geometry();
}

TabGroup::Zone TabGroup::zoneAt(const QPoint& position) const
{
    const QRect work = workRect();
    const double right = static_cast<double>(position.x() - work.left()) / qMax(1, work.width());
    const double below = static_cast<double>(position.y() - work.top()) / qMax(1, work.height());
    if (right > 0.7 && right >= below)
        return Zone::Right;
    return below > 0.7 ? Zone::Below : Zone::Centre;
}

QRect TabGroup::zoneRect(Zone zone) const
{
    QRect work = workRect();
    if (zone == Zone::Right)
        work.setLeft(work.center().x());
    else if (zone == Zone::Below)
        work.setTop(work.center().y());
    return work;
}

void TabGroup::dragEnterEvent(QDragEnterEvent* event)
{
    if (TabMime::of(event->mimeData()))
        event->acceptProposedAction();
}

void TabGroup::dragMoveEvent(QDragMoveEvent* event)
{
    if (!TabMime::of(event->mimeData()))
        return;
    m_shade->setGeometry(zoneRect(zoneAt(event->position().toPoint())));
    m_shade->show();
    m_shade->raise();
    event->acceptProposedAction();
}

void TabGroup::dragLeaveEvent(QDragLeaveEvent*)
{
    m_shade->hide();
}

void TabGroup::dropEvent(QDropEvent* event)
{
    m_shade->hide();
    const TabMime* mime = TabMime::of(event->mimeData());
    if (!mime || !mime->panel())
        return;
    event->acceptProposedAction();
    Q_EMIT panelDropped(mime->panel(), -1, zoneAt(event->position().toPoint()));
}

void TabGroup::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_shade->hide();
}

} // namespace pilothouse::app
