// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstrun/composecard.h"

#include "app/profiles/profilecheck.h"
#include "app/profiles/profilewriter.h"
#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/theme/theme.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QUrl>
#include <QVBoxLayout>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Glyph;

namespace
{

// The dashed field that takes a file.
class DropField final : public QWidget
{
public:
    explicit DropField(QWidget* parent = nullptr)
        : QWidget(parent)
    {
        ui::followTheme(this);
    }
    void setActive(bool active)
    {
        m_active = active;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const ui::Theme& theme = ui::Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPen pen(theme.color(m_active ? ui::Token::Accent : ui::Token::LineStrong), 1);
        pen.setStyle(Qt::DashLine);
        painter.setPen(pen);
        painter.setBrush(
            m_active ? QBrush(theme.color(ui::Token::AccentSoft)) : QBrush(Qt::NoBrush));
        const double radius = theme.metric(ui::Metric::RadiusControl);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }

private:
    bool m_active = false;
};

QString firstFile(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

ComposeCard::ComposeCard(ui::Workbench& workbench, const FirstRunContext& context, QWidget* parent)
    : ChoiceCard(u"import"_s, ui::Token::StatusWarn, tr("Import docker-compose.yaml"), 3, parent)
    , m_workbench(workbench)
    , m_context(context)
    , m_lane(workbench.hub().runtime(), u"compose"_s)
{
    setAcceptDrops(true);
    buildLayout();
}

void ComposeCard::buildLayout()
{
    setDescription(
        tr("Reads images, ports and environment, then proposes a profile. The file itself "
           "is never changed."));
    auto* drop = new DropField;
    drop->setFixedHeight(64);
    m_drop = drop;
    auto* inside = new QHBoxLayout(drop);
    inside->setSpacing(4);
    auto* sign = new IconSign(u"upload"_s, ui::Token::Text3, 16);
    auto* text = new QLabel(tr("Drop a file here, or"));
    ui::setTextStyle(text, ui::TextStyle::Body);
    ui::setTone(text, ui::Token::Text2);
    auto* link = new ui::Button(tr("choose one"), ui::ButtonVariant::Link);
    inside->addStretch(1);
    inside->addWidget(sign);
    inside->addWidget(text);
    inside->addWidget(link);
    inside->addStretch(1);
    body()->addWidget(drop);

    m_preview = new QPlainTextEdit;
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setAccessibleName(tr("What the file holds"));
    ui::setTextStyle(m_preview, ui::TextStyle::Mono);
    m_preview->setMinimumHeight(120);
    m_preview->hide();
    body()->addWidget(m_preview, 1);
    m_checks = new CheckList;
    body()->addWidget(m_checks);
    body()->addStretch(0);

    m_import = new ui::Button(tr("Import"));
    m_import->setIconName(u"import"_s);
    m_import->hide();
    m_choose = new ui::Button(tr("Choose file…"));
    m_choose->setIconName(u"file"_s);
    footer()->addWidget(m_import);
    footer()->addWidget(m_choose);
    footer()->addStretch(1);
    connect(link, &QPushButton::clicked, this, &ComposeCard::choose);
    connect(m_choose, &QPushButton::clicked, this, &ComposeCard::choose);
    connect(m_import, &QPushButton::clicked, this, &ComposeCard::import);
}

QWidget* ComposeCard::firstControl() const
{
    return m_import->isVisible() ? m_import : m_choose;
}

void ComposeCard::choose()
{
    auto* dialog = new QFileDialog(window(), tr("Import docker-compose.yaml"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Compose files (*.yaml *.yml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ComposeCard::read);
    dialog->open();
}

void ComposeCard::read(const QString& file)
{
    m_call
        = m_lane
              .run(std::chrono::seconds(10),
                  [file](NoConnection&, const Token&) { return loadCompose(file); })
              .onDone(this, [this](Result<ComposeReading> reading) { show(std::move(reading)); });
}

void ComposeCard::show(Result<ComposeReading> reading)
{
    m_reading.reset();
    m_preview->setVisible(reading.has_value());
    m_import->setVisible(reading.has_value());
    if (!reading) {
        const Error& error = reading.error();
        m_checks->setLines({{Glyph::Error, error.detail.section(u'/', -1), {}, error.detail},
            {Glyph::Unknown, ui::words(error.hint), {}, {}}});
        return;
    }
    m_reading = std::move(*reading);
    m_preview->setPlainText(previewText());
    const int found = int(m_reading->found.size());
    QList<CheckLine> lines{{found > 0 ? Glyph::Ok : Glyph::Warn,
        tr("%1 of %n service(s) recognised", nullptr, int(m_reading->services())).arg(found),
        QFileInfo(m_reading->file).fileName(), m_reading->file}};
    QStringList names;
    QStringList reasons;
    for (const ComposeLeftOut& left : m_reading->leftOut) {
        names.append(left.service);
        reasons.append(u"%1: %2"_s.arg(left.service, ui::words(left.why)));
    }
    if (!names.isEmpty())
        lines.append(
            {Glyph::Unknown, tr("Left out: %1").arg(names.join(u", "_s)), {}, reasons.join(u'\n')});
    QStringList kept;
    for (const ComposeFinding& finding : m_reading->found)
        if (!descriptorFor(m_workbench.hub().descriptors(), finding.entry.config))
            kept.append(finding.toolTitle);
    kept.removeDuplicates();
    if (!kept.isEmpty())
        lines.append({Glyph::Unknown, tr("Kept for later versions: %1").arg(kept.join(u", "_s)), {},
            tr("This version cannot steer them; they stay in the profile.")});
    for (const ProfileIssue& remark : m_reading->remarks)
        lines.append({Glyph::Warn, ui::words(remark.message), {}, ui::words(remark.message)});
    m_checks->setLines(lines.mid(0, 6));
    m_import->setText(tr("Import %n service(s)", nullptr, found));
    m_import->setEnabled(found > 0);
    if (found > 0)
        m_import->setFocus(Qt::OtherFocusReason);
}

// Services, images and addresses; never the environment, which holds the passwords.
QString ComposeCard::previewText() const
{
    QStringList lines;
    for (const ComposeFinding& f : m_reading->found) {
        lines.append(u"%1:"_s.arg(f.service));
        lines.append(u"  %1  %2"_s.arg(f.toolTitle, f.entry.config.address));
        if (const QString note = ui::words(f.note); !note.isEmpty())
            lines.append(u"  # "_s + note);
    }
    for (const ComposeLeftOut& left : m_reading->leftOut) {
        lines.append(u"%1:"_s.arg(left.service));
        lines.append(u"  # "_s + ui::words(left.why));
    }
    return lines.join(u'\n');
}

void ComposeCard::import()
{
    if (!m_reading)
        return;
    QString name = QFileInfo(m_reading->file).absoluteDir().dirName();
    if (name.isEmpty() || !problemWithLine(name, 80).isEmpty())
        name = tr("Imported");
    name = m_context.profiles.freeName(name);
    Profile profile
        = profileFrom(*m_reading, name, systemTimezone(), m_workbench.hub().descriptors());
    profile.file = m_context.profiles.newFile(name);
    for (const ComposeFinding& finding : m_reading->found)
        if (!finding.secret.isEmpty())
            m_context.keepSecret(
                SecretRequest::of(profile, finding.entry), finding.secret, m_workbench);
    m_import->setEnabled(false);
    m_context.profiles.save(profile.file, profileText(profile), {}, this,
        [this, file = profile.file](VoidResult saved) {
            m_import->setEnabled(true);
            if (saved)
                m_context.openProfile(file);
            else
                m_checks->setLines(
                    {{Glyph::Error, tr("The profile cannot be saved"), {}, saved.error().detail}});
        });
}

void ComposeCard::highlight(bool on)
{
    static_cast<DropField*>(m_drop)->setActive(on);
}

void ComposeCard::dragEnterEvent(QDragEnterEvent* event)
{
    if (firstFile(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    highlight(true);
}

void ComposeCard::dragLeaveEvent(QDragLeaveEvent*)
{
    highlight(false);
}

void ComposeCard::dropEvent(QDropEvent* event)
{
    highlight(false);
    event->acceptProposedAction();
    read(firstFile(event->mimeData()));
}

} // namespace pilothouse::app
