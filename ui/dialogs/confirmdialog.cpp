// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/confirmdialog.h"

#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/dialogs/confirmparts.h"

#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtGui/QWindow>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

ConfirmDialog* ConfirmDialog::ask(const ConfirmRequest& request, QWidget* over)
{
    auto* dialog = new ConfirmDialog(request, over);
    dialog->open();
    dialog->place();
    return dialog;
}

ConfirmDialog::ConfirmDialog(const ConfirmRequest& request, QWidget* over)
    : QDialog(over, Qt::Dialog | Qt::FramelessWindowHint)
    , m_request(request)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_TranslucentBackground); // for the round corners
    setLook(this, "frame", u"own"_s);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(request.question);
    setAccessibleName(request.question);
    setFixedWidth(request.statement.isEmpty() && request.effects.isEmpty() ? 480 : 580);
    buildLayout();
    if (over) {
        m_scrim = new Scrim(over->window());
        over->window()->installEventFilter(this);
        connect(this, &QObject::destroyed, m_scrim, &QObject::deleteLater);
    }
    connect(this, &QDialog::rejected, this, [this] {
        if (!std::exchange(m_answered, true))
            Q_EMIT cancelled();
    });
    // A click beside it gives the keys to the window below, which drops them as long as it is
    // blocked: the question takes them back.
    connect(qApp, &QGuiApplication::focusWindowChanged, this, [this](const QWindow* now) {
        if (now && parentWidget() && now == parentWidget()->window()->windowHandle())
            QTimer::singleShot(0, this, [this] {
                if (QApplication::activeModalWidget() == this && !isActiveWindow())
                    activateWindow();
            });
    });
    followTheme(this);
}

void ConfirmDialog::buildLayout()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->setSpacing(0);
    if (m_request.banner || m_request.environment == Token::EnvProduction)
        outer->addWidget(buildBanner());

    // Joined first: a widget shown before it has a parent would become a window of its own.
    auto* body = new QVBoxLayout;
    outer->addLayout(body);
    body->setContentsMargins(18, 16, 18, 16);
    body->setSpacing(0);
    auto* question = new QLabel(m_request.question);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    setTextStyle(question, TextStyle::Title);
    body->addWidget(question);
    body->addSpacing(4);
    m_consequence = new QLabel;
    m_consequence->setTextFormat(Qt::PlainText);
    m_consequence->setWordWrap(true);
    setTextStyle(m_consequence, TextStyle::Body);
    setTone(m_consequence, Token::Text2);
    body->addWidget(m_consequence);
    setConsequence(m_request.consequence);
    m_effects = new EffectList;
    body->addSpacing(8);
    body->addWidget(m_effects);
    setEffects(m_request.effects);
    if (!m_request.statement.isEmpty()) {
        body->addSpacing(12);
        body->addWidget(new StatementBox(m_request.statement, m_request.highlight));
    }
    if (!m_request.backupText.isEmpty()) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        m_backup = new QCheckBox(m_request.backupText);
        m_backup->setChecked(true);
        setTextStyle(m_backup, TextStyle::Body);
        row->addWidget(m_backup);
        row->addWidget(new ElidedLabel(m_request.backupDetail, TextStyle::Cell, Token::Text2), 1);
        body->addSpacing(12);
        body->addLayout(row);
    }
    if (!m_request.typedName.isEmpty()) {
        body->addSpacing(12);
        body->addWidget(buildName());
    }
    body->addSpacing(16);
    body->addWidget(buildButtons());
    if (m_name)
        m_name->setFocus();
    else
        m_cancel->setFocus();
}

QWidget* ConfirmDialog::buildBanner()
{
    return new EnvironmentBanner(
        m_request.environment, m_request.environmentName, m_request.target, m_request.user);
}

QWidget* ConfirmDialog::buildName()
{
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    auto* label = new QLabel(tr("Type %1 to go on")
                                 .arg(u"<span style=\"font-weight:600\">"_s
                                     + m_request.typedName.toHtmlEscaped() + u"</span>"_s));
    setTextStyle(label, TextStyle::Body);
    m_name = new QLineEdit;
    setTextStyle(m_name, TextStyle::Mono);
    m_name->setTextMargins(0, 0, 80, 0);
    m_name->setAccessibleName(tr("Type %1 to go on").arg(m_request.typedName));
    label->setBuddy(m_name);
    m_counter = new QLabel;
    setTextStyle(m_counter, TextStyle::MonoSmall);
    setTone(m_counter, Token::Text3);
    auto* inside = new QHBoxLayout(m_name);
    inside->setContentsMargins(0, 0, 9, 0);
    inside->addStretch(1);
    inside->addWidget(m_counter);
    layout->addWidget(label);
    layout->addWidget(m_name);
    connect(m_name, &QLineEdit::textChanged, this, &ConfirmDialog::judgeName);
    return box;
}

QWidget* ConfirmDialog::buildButtons()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* note = new ElidedLabel({}, TextStyle::Cell, Token::Text3);
    m_cancel = new Button(tr("Cancel"));
    m_cancel->setKey(Qt::Key_Escape, false); // Esc is heard by the dialog itself
    m_cancel->setDefault(true);
    m_act = new Button(m_request.actText,
        m_request.destructive ? ButtonVariant::Destructive : ButtonVariant::Primary);
    m_act->setIconName(m_request.actIcon);
    m_act->setEnabled(m_request.typedName.isEmpty());
    if (!m_request.destructive)
        m_act->setKey(Qt::CTRL | Qt::Key_Return, false); // heard by the dialog itself
    row->addWidget(note, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_act);
    m_cancel->installEventFilter(this);
    m_act->installEventFilter(this);
    connect(m_cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_act, &Button::clicked, this, [this] {
        m_answered = true;
        Q_EMIT confirmed(backupWanted());
        accept();
    });
    // Says what Enter does here and now.
    const auto say = [this, note](const QWidget* focus) {
        const bool yes = focus == m_act;
        note->setText(!m_request.note.isEmpty() ? m_request.note
                : !m_request.audited ? (yes ? tr("Enter runs it.") : tr("Enter cancels."))
                : yes                ? tr("Enter runs it. Written to the audit log.")
                                     : tr("Enter cancels. Written to the audit log."));
    };
    connect(
        qApp, &QApplication::focusChanged, note, [say](QWidget*, const QWidget* now) { say(now); });
    say(nullptr);
    judgeName({});
    return box;
}

void ConfirmDialog::judgeName(const QString& typed)
{
    if (!m_name)
        return;
    m_counter->setText(tr("%1 of %2").arg(typed.size()).arg(m_request.typedName.size()));
    m_act->setEnabled(typed == m_request.typedName);
}

bool ConfirmDialog::backupWanted() const
{
    return m_backup && m_backup->isChecked();
}

void ConfirmDialog::setEffects(const QList<ConfirmEffect>& effects)
{
    static_cast<EffectList*>(m_effects)->setEffects(effects);
    m_effects->setVisible(!effects.isEmpty());
    place();
}

void ConfirmDialog::setConsequence(const QString& text)
{
    m_consequence->setText(text);
    m_consequence->setVisible(!text.isEmpty());
}

void ConfirmDialog::keyPressEvent(QKeyEvent* event)
{
    // Esc means no everywhere. Enter presses the act only after somebody has moved the focus to it:
    // anywhere else it means no too. Ctrl+Enter, which applied the form before, goes on with what
    // destroys nothing; otherwise it does nothing, for neither answer was meant.
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ControlModifier)) {
            if (!event->isAutoRepeat() && (!m_request.destructive || m_act->hasFocus()))
                m_act->click();
            return;
        }
        if (m_act->hasFocus() && !event->isAutoRepeat())
            m_act->click();
        else if (!m_act->hasFocus())
            reject();
        return;
    case Qt::Key_Escape:
        reject();
        return;
    default:
        QDialog::keyPressEvent(event);
    }
}

void ConfirmDialog::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::LineStrong));
    painter.setBrush(theme.color(Token::Overlay));
    const int radius = theme.metric(Metric::RadiusDialog);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

bool ConfirmDialog::eventFilter(QObject* watched, QEvent* event)
{
    // A button that has the focus takes Enter for itself, whatever is held down with it.
    if (watched == m_cancel || watched == m_act) {
        auto* key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event) : nullptr;
        if (!key || !key->modifiers().testFlag(Qt::ControlModifier)
            || (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter))
            return false;
        keyPressEvent(key);
        return true;
    }
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        place();
    return QDialog::eventFilter(watched, event);
}

void ConfirmDialog::place()
{
    if (!isVisible() || !parentWidget())
        return;
    adjustSize();
    const QWidget* window = parentWidget()->window();
    m_scrim->setGeometry(window->rect());
    const QPoint corner(
        (window->width() - width()) / 2, std::max(40, (window->height() - height()) / 3));
    move(window->mapToGlobal(corner));
}

} // namespace pilothouse::ui
