// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstrun/connectcard.h"

#include "app/profiles/connectionsdialog.h"
#include "app/profiles/profilewriter.h"
#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Glyph;

ConnectCard::ConnectCard(ui::Workbench& workbench, const FirstRunContext& context, QWidget* parent)
    : ChoiceCard(u"plug"_s, ui::Token::Accent, tr("Connect to my platform"), 2, parent)
    , m_workbench(workbench)
    , m_context(context)
{
    buildLayout();
    m_context.secrets.probeKeychain(this, [this](VoidResult result) {
        m_keychain = result
            ? CheckLine{Glyph::Ok, tr("Passwords go to the system's keychain"), {}, {}}
            : CheckLine{Glyph::Warn, tr("No keychain: passwords are asked for at each start"), {},
                result.error().detail};
        refreshLines();
    });
}

void ConnectCard::buildLayout()
{
    setDescription(tr("Enter one address and Pilothouse looks for the rest. Each change is shown "
                      "and asked for before it is sent."));
    for (const AdapterDescriptor& descriptor : m_workbench.hub().descriptors()) {
        if (!descriptor.make)
            continue;
        auto* row = new ConnectRow(m_workbench.hub().runtime(), descriptor);
        m_rows.append(row);
        body()->addWidget(row);
        connect(row, &ConnectRow::stateChanged, this, &ConnectCard::refreshLines);
        connect(row, &ConnectRow::hostTyped, this, [this, row](const QString& host) {
            for (ConnectRow* other : std::as_const(m_rows))
                if (other != row)
                    other->propose(host);
        });
    }
    body()->addWidget(line());
    m_checks = new CheckList;
    body()->addWidget(m_checks);
    body()->addStretch(1);
    m_connect = new ui::Button(QString());
    m_connect->setIconName(u"plug"_s);
    m_add = new ui::Button(tr("Add service"), ui::ButtonVariant::Quiet);
    m_add->setIconName(u"plus"_s);
    footer()->addWidget(m_connect);
    footer()->addWidget(m_add);
    footer()->addStretch(1);
    connect(m_connect, &QPushButton::clicked, this, &ConnectCard::connectThem);
    connect(m_add, &QPushButton::clicked, this, &ConnectCard::addService);
    refreshLines();
}

QWidget* ConnectCard::firstControl() const
{
    return m_rows.isEmpty() ? static_cast<QWidget*>(m_add) : m_rows.first()->addressField();
}

int ConnectCard::answering() const
{
    return int(std::ranges::count_if(
        m_rows, [](const ConnectRow* r) { return r->state() == ConnectRow::State::Answers; }));
}

void ConnectCard::refreshLines()
{
    if (!m_connect)
        return;
    QList<CheckLine> lines;
    for (const ConnectRow* row : std::as_const(m_rows))
        lines += row->lines();
    if (!m_failure.text.isEmpty())
        lines.append(m_failure);
    if (!m_keychain.text.isEmpty())
        lines.append(m_keychain);
    m_checks->setLines(lines);
    const int count = answering();
    m_connect->setText(count > 0 ? tr("Connect %n service(s)", nullptr, count) : tr("Connect"));
    m_connect->setEnabled(count > 0);
}

void ConnectCard::connectThem()
{
    Profile profile;
    profile.environment = Environment::Staging;
    profile.writes = WriteMode::Ask;
    profile.timezone = systemTimezone();
    for (const ConnectRow* row : std::as_const(m_rows)) {
        if (row->state() != ConnectRow::State::Answers)
            continue;
        if (profile.name.isEmpty())
            profile.name = row->host();
        profile.services.push_back(row->service());
    }
    if (profile.name.isEmpty() || !problemWithLine(profile.name, 80).isEmpty())
        profile.name = tr("My platform");
    profile.name = m_context.profiles.freeName(profile.name);
    profile.file = m_context.profiles.newFile(profile.name);
    for (const ConnectRow* row : std::as_const(m_rows))
        if (row->state() == ConnectRow::State::Answers && !row->secret().isEmpty())
            m_context.keepSecret(
                SecretRequest::of(profile, row->service()), row->secret(), m_workbench);
    m_connect->setEnabled(false);
    m_context.profiles.save(profile.file, profileText(profile), {}, this,
        [this, file = profile.file](VoidResult saved) {
            m_failure = saved ? CheckLine{}
                              : CheckLine{Glyph::Error, tr("The profile cannot be saved"), {},
                                  saved.error().detail};
            refreshLines();
            if (saved)
                m_context.openProfile(file);
        });
}

void ConnectCard::addService()
{
    auto* dialog
        = new ConnectionsDialog({m_workbench.hub().runtime(), m_workbench.hub().descriptors(),
                                    m_context.profiles, m_context.secrets},
            {}, window());
    connect(dialog, &ConnectionsDialog::saved, this, m_context.openProfile);
    dialog->open();
}

} // namespace pilothouse::app
