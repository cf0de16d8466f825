// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/connectionsdialog.h"

#include "app/profiles/connectionform.h"
#include "app/profiles/profilecheck.h"
#include "app/profiles/profilereader.h"
#include "app/profiles/profilewriter.h"
#include "ui/controls/button.h"
#include "ui/dialogs/choicedialog.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/errors/errorwords.h"
#include "ui/states/statestrip.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

constexpr auto kTestLimit = std::chrono::seconds(15);

ui::Token toneOf(ui::Glyph glyph)
{
    return glyph == ui::Glyph::None ? ui::Token::Text3 : ui::glyphColor(glyph);
}

} // namespace

ConnectionsDialog::ConnectionsDialog(
    const ConnectionsContext& context, std::optional<Profile> profile, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_profile(std::move(profile))
    , m_probe(context.runtime)
{
    setWindowTitle(tr("Connections"));
    setAttribute(Qt::WA_DeleteOnClose);
    buildLayout();
    resize(760, 560);
    fillList({});
    if (m_profile && m_profile->readOnly) {
        m_strip->say(ui::Glyph::Warn,
            tr("This profile was made by a newer version. It is shown and not changed."));
        m_strip->show();
    }
    if (!m_profile || (m_profile->services.empty() && !m_profile->readOnly))
        startAdding();
}

ConnectionsDialog::~ConnectionsDialog() = default;

void ConnectionsDialog::buildLayout()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(16, 16, 16, 16);
    outer->setSpacing(12);
    m_strip = new ui::StateStrip;
    m_strip->hide();
    outer->addWidget(m_strip);
    m_newProfile = buildNewProfile();
    m_newProfile->setVisible(!m_profile);
    outer->addWidget(m_newProfile);

    auto* middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(buildList());
    m_form = new ConnectionForm(m_context.descriptors);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* holder = new QWidget;
    auto* holderLayout = new QVBoxLayout(holder);
    holderLayout->setContentsMargins(0, 0, 8, 0);
    holderLayout->addWidget(m_form);
    holderLayout->addStretch(1);
    m_scroll->setWidget(holder);
    // On the dialog's own ground: a darker box would end flush with the labels.
    holder->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    middle->addWidget(m_scroll, 1);
    outer->addLayout(middle, 1);

    m_message = new QLabel;
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_message->setFocusPolicy(Qt::NoFocus);
    m_message->setAccessibleName(tr("Result"));
    ui::setTextStyle(m_message, ui::TextStyle::Cell);
    outer->addWidget(m_message);
    outer->addWidget(buildButtons());
    connect(m_form, &ConnectionForm::edited, this, [this] {
        m_edited = true;
        say(ui::Glyph::None, {});
        setBusy(false);
    });
}

QWidget* ConnectionsDialog::buildNewProfile()
{
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    m_name = new QLineEdit(tr("My platform"));
    m_environment = new QComboBox;
    m_environment->addItem(tr("Staging"), int(Environment::Staging));
    m_environment->addItem(tr("Production"), int(Environment::Production));
    m_environment->addItem(tr("Sandbox"), int(Environment::Sandbox));
    form->addRow(tr("Profile"), m_name);
    form->addRow(tr("Environment"), m_environment);
    return box;
}

QWidget* ConnectionsDialog::buildList()
{
    auto* box = new QWidget;
    box->setFixedWidth(220);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_list = new QListWidget;
    m_list->setAccessibleName(tr("Services of the profile"));
    m_list->setTextElideMode(Qt::ElideRight);
    column->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    m_add = new ui::Button(tr("Add"));
    m_add->setIconName(u"plus"_s);
    m_remove = new ui::Button(tr("Remove…"), ui::ButtonVariant::Quiet);
    m_remove->setIconName(u"trash"_s);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int at) {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(m_row); // until the edit of that one is given up
        afterEdit([this, at] {
            const QSignalBlocker still(m_list);
            m_list->setCurrentRow(at);
            showCurrent();
        });
    });
    connect(m_add, &QPushButton::clicked, this, [this] { afterEdit([this] { startAdding(); }); });
    connect(m_remove, &QPushButton::clicked, this, &ConnectionsDialog::askRemove);
    return box;
}

QWidget* ConnectionsDialog::buildButtons()
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    m_test = new ui::Button(tr("Test"));
    m_test->setIconName(u"plug"_s);
    auto* close = new ui::Button(tr("Close"));
    m_save = new ui::Button(tr("Save"), ui::ButtonVariant::Primary);
    m_save->setDefault(true);
    for (ui::Button* button : {m_test, close, m_add, m_remove})
        button->setAutoDefault(false);
    row->addWidget(m_test);
    row->addStretch(1);
    row->addWidget(close);
    row->addWidget(m_save);
    connect(m_test, &QPushButton::clicked, this, &ConnectionsDialog::test);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ConnectionsDialog::save);
    return box;
}

void ConnectionsDialog::fillList(const ServiceId& current)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    if (m_profile)
        for (const ProfileService& service : m_profile->services) {
            const ServiceConfig& c = service.config;
            auto* item = new QListWidgetItem(c.title.isEmpty() ? c.id : c.title, m_list);
            item->setData(Qt::UserRole, c.id);
            const AdapterDescriptor* d = descriptorFor(m_context.descriptors, c);
            item->setToolTip(d
                    ? u"%1, %2"_s.arg(d->title, c.address)
                    : tr("%1: this version cannot steer it; the entry is kept").arg(c.tool));
            if (!d)
                item->setForeground(ui::Theme::of(this).color(ui::Token::Text3));
            if (c.id == current)
                m_list->setCurrentItem(item);
        }
    if (!m_list->currentItem() && m_list->count() > 0)
        m_list->setCurrentRow(0);
    showCurrent();
}

QString ConnectionsDialog::currentId() const
{
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void ConnectionsDialog::select(const ServiceId& id)
{
    fillList(id);
}

void ConnectionsDialog::showCurrent()
{
    const ProfileService* service = m_profile ? m_profile->service(currentId()) : nullptr;
    m_adding = false;
    m_edited = false;
    m_row = m_list->currentRow();
    if (service)
        m_form->show(*service, false);
    else
        m_form->clear();
    say(ui::Glyph::None, {});
    setBusy(false);
}

void ConnectionsDialog::startAdding()
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(-1);
    }
    m_adding = true;
    m_edited = false;
    m_row = -1;
    m_form->clear();
    m_form->focusFirst();
    say(ui::Glyph::None, {});
    setBusy(false);
}

void ConnectionsDialog::setBusy(bool busy)
{
    m_probe.cancel();
    m_testing = busy;
    const bool readOnly = m_profile && m_profile->readOnly;
    const bool shown = m_adding || !currentId().isEmpty();
    const AdapterDescriptor* d = m_form->descriptor();
    m_form->setReadOnly(readOnly || !shown);
    m_test->setText(busy ? tr("Stop") : tr("Test"));
    m_test->setEnabled(shown && d && d->make);
    m_save->setEnabled(shown && !readOnly);
    m_add->setEnabled(!readOnly);
    m_remove->setEnabled(!readOnly && !m_adding && shown);
}

void ConnectionsDialog::say(ui::Glyph glyph, const QString& text)
{
    ui::setTone(m_message, toneOf(glyph));
    const QString word = glyph == ui::Glyph::None ? QString() : ui::glyphWord(glyph);
    m_message->setText(text);
    m_message->setAccessibleDescription(text.isEmpty() ? QString() : u"%1: %2"_s.arg(word, text));
    m_message->setVisible(!text.isEmpty());
}

SecretRequest ConnectionsDialog::requestFor(const ProfileService& service) const
{
    Profile profile = m_profile.value_or(Profile());
    if (!m_profile) {
        profile.file = m_newFile;
        profile.name = m_name->text().trimmed();
    }
    return SecretRequest::of(profile, service);
}

void ConnectionsDialog::test()
{
    if (m_testing) {
        setBusy(false);
        say(ui::Glyph::None, {});
        return;
    }
    const ProfileService service = m_form->value();
    if (const QString problem = m_form->firstProblem({}); !problem.isEmpty()) {
        say(ui::Glyph::Error, problem);
        return;
    }
    setBusy(true);
    say(ui::Glyph::Running, tr("Asking %1 …").arg(service.config.address));
    const bool typed = !m_form->secret().isEmpty();
    const bool stored = m_profile && m_profile->service(service.config.id);
    if (typed || service.secret.kind == SecretSource::Kind::None
        || (service.secret.kind == SecretSource::Kind::Keychain && !stored)) {
        probe(m_form->secret());
        return;
    }
    m_context.secrets.read(requestFor(service), this, [this](Result<Secret> secret) {
        if (!m_testing)
            return;
        if (secret)
            probe(*secret);
        else
            probed(tl::unexpected(secret.error()));
    });
}

void ConnectionsDialog::probe(const Secret& secret)
{
    const AdapterDescriptor* d = m_form->descriptor();
    const Profile profile = m_profile.value_or(Profile());
    m_probe.ask(*d, prepared(profile, m_form->value(), d), secret, kTestLimit,
        [this](Result<HealthReport> result) { probed(result); });
}

void ConnectionsDialog::probed(const Result<HealthReport>& result)
{
    const ProfileService service = m_form->value();
    setBusy(false);
    if (!result) {
        const QString more = ui::ErrorWords::original(result.error());
        say(ui::Glyph::Error,
            ui::ErrorWords::heading(result.error(), service.config.title)
                + (more.isEmpty() ? QString() : u'\n' + more));
        return;
    }
    const bool well = result->state == HealthReport::State::Healthy;
    QString text = tr("%1 answers, %2 ms")
                       .arg(result->version.isEmpty() ? service.config.title : result->version)
                       .arg(result->latency.count());
    if (!well && !result->text.isEmpty())
        text += u'\n' + ui::words(result->text);
    say(well ? ui::Glyph::Ok : ui::Glyph::Warn, text);
}

void ConnectionsDialog::save()
{
    QStringList taken;
    if (m_profile && m_adding)
        for (const ProfileService& service : m_profile->services)
            taken.append(service.config.id);
    if (const QString problem = m_form->firstProblem(taken); !problem.isEmpty()) {
        say(ui::Glyph::Error, problem);
        return;
    }
    const ProfileService service = m_form->value();
    QByteArray text;
    if (m_profile) {
        const auto changed = withService(*m_profile, service);
        if (!changed) {
            say(ui::Glyph::Error, ui::words(changed.error().hint) + u'\n' + changed.error().detail);
            return;
        }
        text = *changed;
    } else {
        Profile fresh;
        fresh.name = m_name->text().trimmed();
        if (const Text t = problemWithLine(fresh.name, 80); fresh.name.isEmpty() || !t.isEmpty()) {
            say(ui::Glyph::Error,
                fresh.name.isEmpty() ? tr("The profile needs a name.") : ui::words(t));
            m_name->setFocus();
            return;
        }
        fresh.environment = Environment(m_environment->currentData().toInt());
        fresh.writes = WriteMode::Ask;
        fresh.timezone = systemTimezone();
        fresh.services = {service};
        text = profileText(fresh);
        m_newFile = m_context.profiles.newFile(fresh.name);
    }
    if (!m_form->secret().isEmpty()) {
        // Before the file: whoever reads that finds the password in its place.
        m_context.secrets.write(requestFor(service), m_form->secret(), this,
            [this, id = service.config.id](VoidResult r) {
                if (!r)
                    say(ui::Glyph::Warn, ui::words(r.error().hint) + u'\n' + r.error().detail);
                Q_EMIT passwordChanged(id);
            });
    }
    write(text, service.config.id);
}

void ConnectionsDialog::write(const QByteArray& text, const ServiceId& next)
{
    const QString file = m_profile ? m_profile->file : m_newFile;
    m_save->setEnabled(false);
    m_context.profiles.save(file, text, m_profile ? m_profile->text : QByteArray(), this,
        [this, file, text, next](VoidResult result) {
            if (!result) {
                setBusy(false);
                const QString hint = ui::words(result.error().hint);
                say(ui::Glyph::Error,
                    (hint.isEmpty() ? QString() : hint + u'\n') + result.error().detail);
                return;
            }
            if (auto profile = parseProfile(text, file))
                m_profile = std::move(*profile);
            m_newProfile->hide();
            const QString warning = m_message->text();
            fillList(next);
            if (warning.isEmpty() || !m_message->text().isEmpty())
                say(ui::Glyph::Ok, tr("Saved in %1").arg(file));
            else
                say(ui::Glyph::Warn, warning);
            Q_EMIT saved(file);
        });
}

void ConnectionsDialog::askRemove()
{
    const ProfileService* service = m_profile ? m_profile->service(currentId()) : nullptr;
    if (!service)
        return;
    ui::ConfirmRequest request;
    request.environment = m_profile->environment == Environment::Production
        ? ui::Token::EnvProduction
        : m_profile->environment == Environment::Staging ? ui::Token::EnvStaging
                                                         : ui::Token::EnvSandbox;
    request.target = m_profile->name;
    request.question
        = tr("Remove %1 from the profile?")
              .arg(service->config.title.isEmpty() ? service->config.id : service->config.title);
    request.consequence
        = tr("The entry and its password in the keychain go. The service itself is not touched.");
    request.actText = tr("Remove");
    request.destructive = false;
    auto* dialog = ui::ConfirmDialog::ask(request, this);
    connect(dialog, &ui::ConfirmDialog::confirmed, this, [this, service = *service] {
        const auto text = withoutService(*m_profile, service.config.id);
        if (!text) {
            say(ui::Glyph::Error, ui::words(text.error().hint) + u'\n' + text.error().detail);
            return;
        }
        if (service.secret.kind == SecretSource::Kind::Keychain)
            m_context.secrets.remove(requestFor(service), this, [](VoidResult) {});
        write(*text, {});
    });
}

void ConnectionsDialog::done(int result)
{
    afterEdit([this, result] {
        m_probe.cancel();
        QDialog::done(result);
    });
}

void ConnectionsDialog::afterEdit(std::function<void()> then)
{
    if (!m_edited) {
        then();
        return;
    }
    auto* question = new ui::ChoiceDialog(tr("This connection was edited"),
        tr("What was changed here is not saved yet."), {tr("Discard")}, tr("Keep editing"), this);
    connect(question, &ui::ChoiceDialog::chosen, this, [this, then = std::move(then)] {
        m_edited = false;
        then();
    });
    question->open();
}

} // namespace pilothouse::app
