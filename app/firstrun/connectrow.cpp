// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstrun/connectrow.h"

#include "app/profiles/profilecheck.h"
#include "ui/errors/errorwords.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Glyph;

namespace
{

constexpr int kPauseMs = 600;
constexpr auto kLimit = std::chrono::seconds(8);

Glyph glyphOf(ConnectRow::State state)
{
    switch (state) {
    case ConnectRow::State::Empty:
        return Glyph::Unknown;
    case ConnectRow::State::Asking:
        return Glyph::Running;
    case ConnectRow::State::Answers:
        return Glyph::Ok;
    case ConnectRow::State::AsksForPassword:
        return Glyph::Warn;
    case ConnectRow::State::Fails:
        return Glyph::Error;
    }
    return Glyph::None;
}

} // namespace

ConnectRow::ConnectRow(Runtime& runtime, const AdapterDescriptor& descriptor, QWidget* parent)
    : QWidget(parent)
    , m_descriptor(descriptor)
    , m_probe(runtime)
{
    buildLayout();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ConnectRow::ask);
    for (QLineEdit* field : {m_address, m_user, m_password}) {
        field->installEventFilter(this);
        connect(field, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    }
    connect(m_address, &QLineEdit::textEdited, this, [this] { m_proposed = false; });
    setState(State::Empty, {}, {});
}

void ConnectRow::buildLayout()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    m_sign = new GlyphSign;
    auto* name = new QLabel(m_descriptor.title);
    ui::setTextStyle(name, ui::TextStyle::Body);
    name->setMinimumWidth(78);
    m_address = new QLineEdit;
    m_address->setPlaceholderText(tr("host:%1").arg(m_descriptor.defaultPort));
    m_address->setAccessibleName(tr("Address of %1").arg(m_descriptor.title));
    ui::setTextStyle(m_address, ui::TextStyle::Mono);
    name->setBuddy(m_address);
    row->addWidget(m_sign);
    row->addWidget(name);
    row->addWidget(m_address, 1);
    column->addLayout(row);

    m_login = new QWidget;
    auto* login = new QHBoxLayout(m_login);
    login->setContentsMargins(20, 0, 0, 0);
    login->setSpacing(6);
    m_user = new QLineEdit;
    m_user->setPlaceholderText(tr("User"));
    m_user->setAccessibleName(tr("User for %1").arg(m_descriptor.title));
    m_user->setVisible(m_descriptor.takesUser);
    m_password = new QLineEdit;
    m_password->setPlaceholderText(tr("Password"));
    m_password->setAccessibleName(tr("Password for %1").arg(m_descriptor.title));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(
        Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    login->addWidget(m_user, 1);
    login->addWidget(m_password, 1);
    m_login->hide();
    column->addWidget(m_login);
}

QString ConnectRow::host() const
{
    const QString text = m_address->text().trimmed();
    if (text.startsWith(u'/') || text.contains("://"_L1) || text.contains(u','))
        return {};
    if (text.startsWith(u'['))
        return text.section(u']', 0, 0) + u']';
    return text.section(u':', 0, 0);
}

void ConnectRow::propose(const QString& host)
{
    if (host.isEmpty() || m_descriptor.defaultPort == 0
        || (!m_address->text().isEmpty() && !m_proposed))
        return;
    m_proposed = true;
    m_address->setText(u"%1:%2"_s.arg(host).arg(m_descriptor.defaultPort));
    ask();
}

ProfileService ConnectRow::service() const
{
    ProfileService service;
    ServiceConfig& c = service.config;
    c.id = m_descriptor.tool;
    c.module = m_descriptor.module;
    c.tool = m_descriptor.tool;
    c.title = m_descriptor.title;
    c.address = m_address->text().trimmed();
    // A bare host means the tool's usual port.
    if (!c.address.startsWith(u'/') && !c.address.contains(u':') && m_descriptor.defaultPort != 0)
        c.address += u":%1"_s.arg(m_descriptor.defaultPort);
    c.user = m_user->text().trimmed();
    c.ns = namespaceFor(c, &m_descriptor);
    if (!m_password->text().isEmpty())
        service.secret.kind = SecretSource::Kind::Keychain;
    return service;
}

Secret ConnectRow::secret() const
{
    return Secret(m_password->text());
}

void ConnectRow::ask()
{
    m_pause.stop();
    if (m_address->text().trimmed().isEmpty()) {
        m_probe.cancel();
        m_login->hide();
        setState(State::Empty, {}, {});
        return;
    }
    const ProfileService asked = service();
    if (const Text problem = problemWithAddress(asked.config.address); !problem.isEmpty()) {
        m_probe.cancel();
        setState(State::Fails, u"%1: %2"_s.arg(m_descriptor.title, ui::words(problem)), {});
        return;
    }
    setState(State::Asking, {}, {});
    if (!m_proposed)
        Q_EMIT hostTyped(host());
    m_probe.ask(m_descriptor, prepared({}, asked, &m_descriptor), secret(), kLimit,
        [this](Result<HealthReport> report) { answered(report); });
}

void ConnectRow::answered(const Result<HealthReport>& report)
{
    if (report) {
        setState(State::Answers,
            report->version.isEmpty() ? tr("%1 answers").arg(m_descriptor.title) : report->version,
            tr("%1 ms").arg(report->latency.count()));
        return;
    }
    const Error& error = report.error();
    if (error.kind == Error::Kind::Auth && m_descriptor.takesSecret) {
        const bool tried = !m_password->text().isEmpty();
        m_login->show();
        setState(State::AsksForPassword,
            tried ? tr("%1 does not accept it").arg(m_descriptor.title)
                  : tr("%1 asks for a password").arg(m_descriptor.title),
            error.code);
        return;
    }
    // A guess that found nothing is no failure of the user's.
    if (m_proposed) {
        m_address->clear();
        m_proposed = false;
        setState(State::Empty, {}, {});
        return;
    }
    setState(State::Fails, ui::ErrorWords::line(error, m_descriptor.title), error.code);
}

void ConnectRow::setState(State state, const QString& text, const QString& detail)
{
    m_state = state;
    m_text = text;
    m_detail = detail;
    m_sign->setGlyph(glyphOf(state), text);
    ui::setLook(m_address, "state", state == State::Fails ? u"error"_s : QString());
    Q_EMIT stateChanged();
}

QList<CheckLine> ConnectRow::lines() const
{
    if (m_text.isEmpty())
        return {};
    return {{glyphOf(m_state), m_text, m_detail, m_text}};
}

bool ConnectRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            ask();
            return true;
        }
    } else if (event->type() == QEvent::FocusOut && m_pause.isActive()) {
        ask();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pilothouse::app
