// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/sheet.h"

#include "streams/panel/servicename.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/errors/errorwords.h"
#include "ui/states/toaststack.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/words.h"
#include "ui/writemode.h"

#include <QAction>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Theme;
using ui::Token;

namespace
{

constexpr int kButtonFooter = 36;
constexpr int kCheckRow = 22;
constexpr int kGlyph = 12;
constexpr int kBanner = 34;
constexpr int kIcon = 14;

// A plate in the environment's soft colour with its icon; the words are labels over it.
class Banner final : public QWidget
{
public:
    explicit Banner(QWidget* parent)
        : QWidget(parent)
    {
        setFixedHeight(kBanner);
        ui::followTheme(this);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = Theme::of(this);
        QPainter painter(this);
        painter.fillRect(rect(), theme.color(ui::softOf(Token::EnvProduction)));
        painter.fillRect(0, height() - 1, width(), 1, theme.color(Token::EnvProduction));
        ui::paintIcon(painter, QRectF(12, (kBanner - kIcon) / 2.0, kIcon, kIcon), u"lock"_s,
            theme.color(Token::EnvProduction));
    }
};

} // namespace

CheckList::CheckList(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    ui::followTheme(this);
}

void CheckList::setChecks(std::vector<Check> checks)
{
    if (checks == m_checks)
        return;
    m_checks = std::move(checks);
    QStringList words;
    for (const Check& check : m_checks)
        words << u"%1: %2 %3"_s.arg(ui::glyphWord(check.glyph), check.text, check.fact).trimmed();
    setAccessibleName(words.join(u"; "_s));
    setVisible(!m_checks.empty());
    setMinimumHeight(place(std::max(width(), 100), nullptr));
    updateGeometry();
    update();
}

int CheckList::heightForWidth(int width) const
{
    return place(width, nullptr);
}

QSize CheckList::sizeHint() const
{
    return {240, place(std::max(width(), 240), nullptr)};
}

void CheckList::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setMinimumHeight(place(width(), nullptr));
}

int CheckList::place(int width, QPainter* painter) const
{
    const Theme& theme = Theme::of(this);
    const QFontMetrics words(theme.font(TextStyle::Body));
    const QFontMetrics facts(theme.font(TextStyle::MonoSmall));
    int y = 0;
    for (const Check& check : m_checks) {
        const int fact = check.fact.isEmpty() ? 0 : facts.horizontalAdvance(check.fact) + 12;
        const int room = std::max(80, width - kGlyph - 8 - fact);
        const int flags = int(Qt::AlignLeft | Qt::AlignTop) | int(Qt::TextWordWrap);
        const QRect text = words.boundingRect(QRect(0, 0, room, 4000), flags, check.text);
        const int height = std::max(kCheckRow, text.height() + 4);
        if (painter) {
            ui::paintGlyph(*painter, QRectF(0, y + 5, kGlyph, kGlyph), check.glyph, theme);
            painter->setFont(theme.font(TextStyle::Body));
            painter->setPen(theme.color(Token::Text));
            painter->drawText(QRect(kGlyph + 8, y + 2, room, height), flags, check.text);
            painter->setFont(theme.font(TextStyle::MonoSmall));
            painter->setPen(theme.color(Token::Text3));
            painter->drawText(QRect(width - fact, y + 3, fact, kCheckRow),
                int(Qt::AlignRight | Qt::AlignTop), check.fact);
        }
        y += height;
    }
    return y;
}

void CheckList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    place(width(), &painter);
}

Sheet::Sheet(ui::Workbench& workbench, ServiceId service, const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_service(std::move(service))
    , m_header(new ui::PanelHeader(title, this))
    , m_body(new QVBoxLayout)
    , m_note(new QLabel(this))
    , m_footer(new ui::PanelFooter(this))
    , m_act(new ui::Button({}, ui::ButtonVariant::Primary, m_footer))
{
    setAccessibleName(title);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildBanner();
    if (m_banner)
        layout->addWidget(m_banner);
    layout->addWidget(m_header);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    layout->addLayout(m_body, 1);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setContentsMargins(12, 4, 12, 4);
    ui::setTextStyle(m_note, TextStyle::Cell);
    m_note->hide();
    layout->addWidget(m_note);
    layout->addWidget(m_footer);
    m_footer->setFixedHeight(kButtonFooter);
    ui::keepClear(this, m_footer);

    auto* close = new ui::IconButton(u"close"_s, tr("Close"), {}, m_header);
    connect(close, &QAbstractButton::clicked, this, [this] { leave(); });
    m_header->addRight(close);
    auto* cancel = new ui::Button(tr("Cancel"), ui::ButtonVariant::Default, m_footer);
    cancel->setKey(Qt::Key_Escape, false);
    connect(cancel, &QAbstractButton::clicked, this, [this] { leave(); });
    m_act->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return), false);
    connect(m_act, &QAbstractButton::clicked, this, [this] { apply(); });
    m_footer->addRight(cancel);
    m_footer->addRight(m_act);

    addAct(tr("Apply"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
        if (m_act->isEnabled())
            apply();
    });
    addAct(tr("Look again"), QKeySequence(Qt::Key_F5), [this] { look(); });
    addAct(tr("Close the sheet"), QKeySequence(Qt::Key_Escape), [this] { leave(); });
    connect(&workbench.hub(), &ServiceHub::writesChanged, this, [this](const QString& id) {
        if (id == m_service) {
            fillBanner();
            judge();
        }
    });
    m_minute.setInterval(10'000);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            fillBanner();
            judge();
        }
    });
}

void Sheet::buildBanner()
{
    const Service* service = m_workbench.hub().service(m_service);
    if (!service || service->config.environment != Environment::Production)
        return;
    const ServiceConfig& config = service->config;
    const QString title = config.title.isEmpty() ? config.id : config.title;
    m_banner = new Banner(this);
    auto* row = new QHBoxLayout(m_banner);
    row->setContentsMargins(12 + kIcon + 8, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(new ui::ElidedLabel(
        tr("Production"), TextStyle::ControlStrong, Token::EnvProduction, m_banner));
    row->addWidget(new ui::ElidedLabel(
                       config.profile.isEmpty() ? title : u"%1, %2"_s.arg(config.profile, title),
                       TextStyle::Control, Token::EnvProduction, m_banner),
        1);
    m_writes = new ui::ElidedLabel({}, TextStyle::Cell, Token::EnvProduction, m_banner);
    row->addWidget(m_writes);
    fillBanner();
}

void Sheet::fillBanner()
{
    const Service* service = m_workbench.hub().service(m_service);
    if (!m_banner || !service || !service->gate)
        return;
    const WriteGate& gate = *service->gate;
    const qint64 left = QDateTime::currentDateTimeUtc().secsTo(gate.liftedUntil());
    m_writes->setText(!gate.allows() ? tr("writes off")
            : gate.canLift()         ? tr("writes on, %1 min left").arg((left + 59) / 60)
                                     : tr("writes on"));
    m_banner->setAccessibleName(tr("Production, %1").arg(m_writes->text()));
}

void Sheet::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_minute.start();
    fillBanner();
}

QString Sheet::refusal(const ServiceHub& hub, const ServiceId& id)
{
    const Service* service = hub.service(id);
    if (!service || !service->adapter)
        return tr("Not connected");
    return service->gate && !service->gate->allows()
        ? ui::words(ui::WriteModes::whyOff(*service->gate))
        : QString();
}

void Sheet::setSubject(const QString& name)
{
    m_header->setSubtitle(name);
}

QFormLayout* Sheet::addForm()
{
    auto* form = new QFormLayout;
    form->setContentsMargins(12, 8, 12, 8);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_body->addLayout(form);
    return form;
}

ui::Button* Sheet::addButton(const QString& text)
{
    auto* button = new ui::Button(text, ui::ButtonVariant::Quiet, m_footer);
    m_footer->addLeft(button);
    return button;
}

void Sheet::setAct(const QString& text, bool possible)
{
    m_act->setText(text);
    m_act->setEnabled(possible && !m_busy && refusal(m_workbench.hub(), m_service).isEmpty());
}

void Sheet::setNote(const QString& text, Token tone)
{
    const QString refused = refusal(m_workbench.hub(), m_service);
    m_note->setText(text.isEmpty() ? refused : text);
    ui::setTone(m_note, tone);
    m_note->setVisible(!m_note->text().isEmpty());
}

QString Sheet::note() const
{
    return m_note->text();
}

void Sheet::beginAt(QWidget* field)
{
    setFocusProxy(field);
    field->setFocus();
}

QAction* Sheet::addAct(const QString& text, const QKeySequence& key, std::function<void()> run)
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    addAction(action);
    m_actions.append(action);
    return action;
}

void Sheet::confirm(Act act, std::function<void(const Result<Text>&)> then)
{
    m_busy = true;
    judge();
    m_workbench.confirm(std::move(act), this, [this, then = std::move(then)](Task* task) {
        m_busy = false;
        if (task)
            then(task->outcome());
        judge();
    });
}

QString Sheet::line(const Error& error) const
{
    const QString hint = ui::words(error.hint);
    if (!hint.isEmpty()) // it says more than what stands before it
        return error.detail.isEmpty() ? hint : u"%1 (%2)"_s.arg(hint, error.detail);
    return ui::ErrorWords::line(error, serviceName(m_workbench.hub(), m_service));
}

QAction* Sheet::actionFor(const QKeyEvent& event) const
{
    const auto plain = event.modifiers() & ~Qt::KeypadModifier;
    const auto key = event.key() == Qt::Key_Enter ? Qt::Key_Return : Qt::Key(event.key());
    const QKeySequence keys(QKeyCombination(plain, key));
    for (QAction* action : m_actions)
        if (action->isEnabled() && action->shortcut() == keys)
            return action;
    return nullptr;
}

// The panel around the sheet may have the same keys: inside the sheet they are the sheet's.
bool Sheet::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride
        && actionFor(*static_cast<const QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    QAction* action = actionFor(*event);
    if (!action)
        return QWidget::keyPressEvent(event);
    if (!event->isAutoRepeat())
        action->trigger();
    event->accept();
}

} // namespace pilothouse::streams
