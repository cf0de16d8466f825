// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profiles/connectionform.h"

#include "app/profiles/profilecheck.h"
#include "ui/controls/button.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace pilothouse::app
{

namespace
{

using Kind = SecretSource::Kind;
using Mode = TlsConfig::Mode;

QString optionText(const QVariant& value)
{
    return value.typeId() == QMetaType::QStringList ? value.toStringList().join(u", "_s)
                                                    : value.toString();
}

// An id out of a title: "Shop DB" → "shop-db".
QString idOf(const QString& title)
{
    static const QRegularExpression others(u"[^a-z0-9._-]+"_s);
    QString id = title.trimmed().toLower().replace(others, u"-"_s).left(64);
    while (!id.isEmpty() && !id.front().isLetterOrNumber())
        id.remove(0, 1);
    while (id.endsWith(u'-'))
        id.chop(1);
    return id;
}

} // namespace

ConnectionForm::ConnectionForm(const std::vector<AdapterDescriptor>& descriptors, QWidget* parent)
    : QWidget(parent)
    , m_descriptors(descriptors)
{
    buildLayout();
}

QLineEdit* ConnectionForm::addLine(const QString& label, const QString& placeholder)
{
    auto* field = new QLineEdit;
    field->setPlaceholderText(placeholder);
    field->setAccessibleName(label);
    connect(field, &QLineEdit::textEdited, this, [this, field] {
        mark(field, false);
        Q_EMIT edited();
    });
    m_layout->addRow(label, field);
    m_rows.insert(field, field);
    return field;
}

QLineEdit* ConnectionForm::addFile(const QString& label)
{
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    auto* field = new QLineEdit;
    field->setAccessibleName(label);
    field->setPlaceholderText(tr("a PEM file"));
    auto* choose = new ui::IconButton(u"folder"_s, tr("Choose: %1").arg(label), {});
    line->addWidget(field, 1);
    line->addWidget(choose);
    connect(field, &QLineEdit::textEdited, this, &ConnectionForm::edited);
    connect(choose, &QToolButton::clicked, this, [this, field, label] {
        auto* dialog = new QFileDialog(this, label, field->text());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, field, [this, field](const QString& file) {
            field->setText(file);
            Q_EMIT edited();
        });
        dialog->open();
    });
    m_layout->addRow(label, row);
    if (auto* name = qobject_cast<QLabel*>(m_layout->labelForField(row)))
        name->setBuddy(field);
    m_rows.insert(field, row);
    return field;
}

void ConnectionForm::buildLayout()
{
    m_layout = new QFormLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(12);
    m_layout->setVerticalSpacing(8);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);

    m_tool = new QComboBox;
    m_tool->setAccessibleName(tr("Tool"));
    for (const AdapterDescriptor& d : m_descriptors)
        m_tool->addItem(d.title, d.tool);
    m_layout->addRow(tr("Tool"), m_tool);
    m_title = addLine(tr("Name"), tr("Shop database"));
    m_id = addLine(tr("Id"));
    m_address = addLine(tr("Address"));
    m_user = addLine(tr("User"));

    m_source = new QComboBox;
    m_source->addItem(tr("in the system's keychain"), int(Kind::Keychain));
    m_source->addItem(tr("in an environment variable"), int(Kind::Environment));
    m_source->addItem(tr("none"), int(Kind::None));
    m_source->setAccessibleName(tr("Password is kept"));
    m_layout->addRow(tr("Password is kept"), m_source);
    m_rows.insert(m_source, m_source);
    m_password = addLine(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(
        Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_variable = addLine(tr("Variable"), u"SHOP_DB_PASSWORD"_s);

    m_tls = new QComboBox;
    m_tls->setAccessibleName(tr("Encryption"));
    m_tls->addItem(tr("off"), int(Mode::Off));
    m_tls->addItem(tr("if the server offers it"), int(Mode::Prefer));
    m_tls->addItem(tr("required, certificate not checked"), int(Mode::Require));
    m_tls->addItem(tr("certificate checked"), int(Mode::VerifyCa));
    m_tls->addItem(tr("certificate and name checked"), int(Mode::VerifyFull));
    m_layout->addRow(tr("Encryption"), m_tls);
    m_rows.insert(m_tls, m_tls);
    m_ca = addFile(tr("Authority (CA)"));
    m_cert = addFile(tr("Certificate"));
    m_key = addFile(tr("Key"));
    m_jump = addLine(tr("ssh jump host"), tr("[user@]host[:port]"));

    connect(m_tool, &QComboBox::activated, this, [this] {
        chooseTool();
        Q_EMIT edited();
    });
    connect(m_source, &QComboBox::activated, this, [this] {
        chooseSecret();
        Q_EMIT edited();
    });
    connect(m_tls, &QComboBox::activated, this, [this] {
        chooseTls();
        Q_EMIT edited();
    });
    // The id follows the name until it is typed, and is fixed once the service exists.
    connect(m_title, &QLineEdit::textEdited, this, [this](const QString& title) {
        if (m_isNew && !m_id->isModified())
            m_id->setText(idOf(title));
    });
    clear();
}

void ConnectionForm::clear()
{
    show({}, true);
}

void ConnectionForm::show(const ProfileService& service, bool isNew)
{
    m_service = service;
    m_isNew = isNew;
    const ServiceConfig& c = service.config;
    int tool = m_tool->findData(c.tool);
    if (tool < 0 && !c.tool.isEmpty()) { // kept without an adapter: shown, its fields stay
        m_tool->addItem(c.tool, c.tool);
        tool = m_tool->count() - 1;
    }
    m_tool->setCurrentIndex(std::max(tool, 0));
    m_tool->setEnabled(isNew);
    m_title->setText(c.title);
    m_id->setText(c.id);
    m_id->setReadOnly(!isNew);
    m_address->setText(c.address);
    m_user->setText(c.user);
    if (service.secret.kind == Kind::Sandbox && m_source->findData(int(Kind::Sandbox)) < 0)
        m_source->addItem(tr("in the sandbox"), int(Kind::Sandbox));
    m_source->setCurrentIndex(
        m_source->findData(int(isNew && c.id.isEmpty() ? Kind::Keychain : service.secret.kind)));
    m_password->clear();
    m_password->setPlaceholderText(isNew ? QString() : tr("unchanged"));
    m_variable->setText(service.secret.variable);
    m_tls->setCurrentIndex(m_tls->findData(int(c.tls.mode)));
    m_ca->setText(c.tls.ca);
    m_cert->setText(c.tls.cert);
    m_key->setText(c.tls.key);
    m_jump->setText(c.sshJump);
    for (QWidget* field : {m_title, m_id, m_address, m_user, m_variable, m_jump})
        mark(field, false);
    chooseTool();
}

const AdapterDescriptor* ConnectionForm::descriptor() const
{
    const auto it = std::ranges::find(
        m_descriptors, m_tool->currentData().toString(), &AdapterDescriptor::tool);
    return it == m_descriptors.end() ? nullptr : &*it;
}

void ConnectionForm::setRowVisible(QWidget* field, bool visible)
{
    QWidget* row = m_rows.value(field, field);
    row->setVisible(visible);
    if (QWidget* label = m_layout->labelForField(row))
        label->setVisible(visible);
}

void ConnectionForm::chooseTool()
{
    const AdapterDescriptor* d = descriptor();
    const QString host = tr("host:%1").arg(d && d->defaultPort ? d->defaultPort : 1234);
    m_address->setPlaceholderText(
        d && d->takesUnixSocket ? tr("%1 or a socket's path").arg(host) : host);
    setRowVisible(m_user, !d || d->takesUser);
    setRowVisible(m_source, !d || d->takesSecret);
    setRowVisible(m_tls, !d || d->takesTls);
    chooseSecret();
    chooseTls();
    buildOptions();
}

void ConnectionForm::chooseSecret()
{
    const AdapterDescriptor* d = descriptor();
    const auto kind = Kind(m_source->currentData().toInt());
    const bool takes = !d || d->takesSecret;
    setRowVisible(m_password, takes && kind == Kind::Keychain);
    setRowVisible(m_variable, takes && kind == Kind::Environment);
}

void ConnectionForm::chooseTls()
{
    const AdapterDescriptor* d = descriptor();
    const bool used = (!d || d->takesTls) && Mode(m_tls->currentData().toInt()) != Mode::Off;
    for (QLineEdit* field : {m_ca, m_cert, m_key})
        setRowVisible(field, used);
}

void ConnectionForm::buildOptions()
{
    for (QWidget* field : std::as_const(m_options))
        m_layout->removeRow(field);
    m_options.clear();
    const AdapterDescriptor* d = descriptor();
    if (!d)
        return;
    QWidget* before = m_jump;
    for (const OptionField& option : d->options) {
        QString label = option.label.isEmpty() ? option.key : ui::words(option.label);
        if (option.type == OptionField::Type::Milliseconds)
            label = tr("%1 (ms)").arg(label);
        const QVariant set = m_service.config.options.value(option.key);
        QWidget* field = nullptr;
        if (option.type == OptionField::Type::Boolean) {
            auto* box = new QCheckBox;
            const QVariant typed = typedOption(option, set);
            box->setChecked(typed.isValid() ? typed.toBool() : option.defaultValue.toBool());
            connect(box, &QCheckBox::clicked, this, &ConnectionForm::edited);
            field = box;
        } else if (option.type == OptionField::Type::Choice) {
            auto* box = new QComboBox;
            box->addItems(option.choices);
            box->setCurrentText(set.isValid() ? set.toString() : option.defaultValue.toString());
            connect(box, &QComboBox::activated, this, &ConnectionForm::edited);
            field = box;
        } else {
            auto* line = new QLineEdit(optionText(set));
            line->setPlaceholderText(optionText(option.defaultValue));
            connect(line, &QLineEdit::textEdited, this, [this, line] {
                mark(line, false);
                Q_EMIT edited();
            });
            field = line;
        }
        field->setAccessibleName(label);
        field->setToolTip(ui::words(option.help));
        m_layout->addRow(label, field);
        m_options.insert(option.key, field);
        setTabOrder(std::exchange(before, field), field); // made later than what follows the form
    }
}

ProfileService ConnectionForm::value() const
{
    ProfileService out = m_service;
    ServiceConfig& c = out.config;
    const AdapterDescriptor* d = descriptor();
    c.tool = m_tool->currentData().toString();
    if (d)
        c.module = d->module;
    c.id = m_id->text().trimmed();
    c.title = m_title->text().trimmed();
    c.address = m_address->text().trimmed();
    c.user = m_user->text().trimmed();
    c.sshJump = m_jump->text().trimmed();
    c.tls.mode = Mode(m_tls->currentData().toInt());
    c.tls.ca = m_ca->text().trimmed();
    c.tls.cert = m_cert->text().trimmed();
    c.tls.key = m_key->text().trimmed();
    out.secret.kind = Kind(m_source->currentData().toInt());
    out.secret.variable
        = out.secret.kind == Kind::Environment ? m_variable->text().trimmed() : QString();
    for (const OptionField& option : d ? d->options : std::vector<OptionField>{}) {
        const QWidget* field = m_options.value(option.key);
        QVariant value;
        if (const auto* box = qobject_cast<const QCheckBox*>(field))
            value
                = box->isChecked() != option.defaultValue.toBool() || c.options.contains(option.key)
                ? QVariant(box->isChecked() ? u"true"_s : u"false"_s)
                : QVariant();
        else if (const auto* choice = qobject_cast<const QComboBox*>(field))
            value = choice->currentText() != option.defaultValue.toString()
                    || c.options.contains(option.key)
                ? QVariant(choice->currentText())
                : QVariant();
        else if (const auto* line = qobject_cast<const QLineEdit*>(field))
            value
                = line->text().trimmed().isEmpty() ? QVariant() : QVariant(line->text().trimmed());
        if (value.isValid())
            c.options.insert(option.key, value);
        else
            c.options.remove(option.key);
    }
    if (c.ns.isEmpty() && m_isNew)
        c.ns = namespaceFor(c, d); // fixed from here on
    return out;
}

Secret ConnectionForm::secret() const
{
    return Kind(m_source->currentData().toInt()) == Kind::Keychain ? Secret(m_password->text())
                                                                   : Secret();
}

void ConnectionForm::mark(QWidget* field, bool bad)
{
    ui::setLook(field, "state", bad ? u"error"_s : QString());
}

QString ConnectionForm::firstProblem(const QStringList& taken)
{
    const ProfileService now = value();
    const ServiceConfig& c = now.config;
    const auto say = [&](QWidget* field, const QString& name, const QString& reason) {
        mark(field, true);
        field->setFocus(Qt::OtherFocusReason);
        return u"%1: %2"_s.arg(name, reason);
    };
    if (const Text t = problemWithLine(c.title, 80); !t.isEmpty())
        return say(m_title, tr("Name"), ui::words(t));
    if (const Text t = problemWithId(c.id); !t.isEmpty())
        return say(m_id, tr("Id"), ui::words(t));
    if (taken.contains(c.id))
        return say(m_id, tr("Id"), tr("another service has it"));
    if (const Text t = problemWithAddress(c.address); !t.isEmpty())
        return say(m_address, tr("Address"), ui::words(t));
    if (const Text t = problemWithLine(c.user); !t.isEmpty())
        return say(m_user, tr("User"), ui::words(t));
    if (now.secret.kind == Kind::Environment && !secretSourceOf(wordOf(now.secret)))
        return say(m_variable, tr("Variable"), tr("letters, digits and _ only"));
    if (c.tls.cert.isEmpty() != c.tls.key.isEmpty())
        return say(c.tls.cert.isEmpty() ? m_cert : m_key, tr("Certificate"),
            tr("certificate and key are only of use together"));
    if (const Text t = c.sshJump.isEmpty() ? Text() : problemWithJump(c.sshJump); !t.isEmpty())
        return say(m_jump, tr("ssh jump host"), ui::words(t));
    if (const AdapterDescriptor* d = descriptor())
        for (const OptionField& option : d->options)
            if (c.options.contains(option.key)
                && !typedOption(option, c.options.value(option.key)).isValid())
                return say(m_options.value(option.key),
                    option.label.isEmpty() ? option.key : ui::words(option.label),
                    tr("not a value it can have"));
    return {};
}

void ConnectionForm::setReadOnly(bool readOnly)
{
    setEnabled(!readOnly);
}

void ConnectionForm::focusFirst()
{
    (m_isNew ? m_title : m_address)->setFocus(Qt::OtherFocusReason);
}

} // namespace pilothouse::app
