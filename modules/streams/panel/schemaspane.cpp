// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/schemaspane.h"

#include "streams/panel/diffview.h"
#include "streams/panel/schematype.h"
#include "streams/panel/sheettable.h"
#include "streams/panel/textrows.h"
#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/drafts.h"
#include "ui/editor/codeeditor.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QStackedWidget>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int kCheckAfter = 600; // ms, so that nobody is told about half a word
} // namespace

QString schemaText(const SchemaInfo& schema)
{
    return schema.type == SchemaInfo::Type::Protobuf ? schema.text : laidOut(schema.text);
}

SchemasPane::SchemasPane(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : ServicePane(workbench, service, u"braces"_s, parent)
{
    buildLayout();
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(kCheckAfter);
    connect(&m_checkSoon, &QTimer::timeout, this, [this] {
        if (m_discard->isEnabled() && m_check->isEnabled() && m_checked == Check::None)
            check();
    });
    judge();
}

void SchemasPane::refresh()
{
    auto* schemas = contract<Schemas>();
    if (!schemas) {
        showNothing(tr("No schema registry"),
            tr("Name it in the options of the connection, with the path of its API."));
        return;
    }
    showAsking(tr("asking for the subjects"), m_live.has_value());
    m_subjectsCall = schemas->subjects().onDone(this, [this](Result<QStringList> answer) {
        if (!answer) {
            showFailure(answer.error(), m_live.has_value());
            return;
        }
        m_live = std::move(*answer);
        showContent();
        fillSubjects();
    });
    // A registry may not tell what was deleted.
    m_deletedCall = schemas->deletedSubjects().onDone(this, [this](Result<QStringList> answer) {
        m_deleted = answer.value_or(QStringList());
        if (m_live)
            fillSubjects();
    });
}

void SchemasPane::fillSubjects()
{
    if (m_live->isEmpty() && m_deleted.isEmpty()) {
        showNothing(tr("No subjects"),
            tr("The registry is there. Producers register their schemas when they first write."));
        return;
    }
    showSubjects();
    choose(*m_subjects, m_wanted.isEmpty() ? m_subject : std::exchange(m_wanted, {}));
    askSubject();
}

void SchemasPane::showSubjects()
{
    std::vector<TextRow> rows;
    const QStringList drafts = workbench().drafts().keys();
    for (const QString& name : *m_live)
        rows.push_back(
            {name, {name}, drafts.contains(draftKey(name)) ? ui::Glyph::Changed : ui::Glyph::None,
                ui::Token::Text});
    for (const QString& name : m_deleted)
        rows.push_back(
            {name, {tr("%1 (deleted)").arg(name)}, ui::Glyph::Removed, ui::Token::Text3});
    m_subjectRows->setRows(std::move(rows));
}

void SchemasPane::showSubject(const QString& subject)
{
    m_filter->clear();
    if (m_live && m_subjectRows->rowOf(subject) >= 0)
        choose(*m_subjects, subject);
    else
        m_wanted = subject;
}

void SchemasPane::askSubject()
{
    const QString subject = currentKey(*m_subjects);
    if (subject != m_subject) {
        m_subject = subject;
        m_version = 0;
        m_numbers.clear();
        m_schemas.clear();
        m_levelNow.clear();
        m_versionRows->setRows({});
        showSchema();
    }
    if (!m_subject.isEmpty())
        askVersions();
}

void SchemasPane::askVersions()
{
    auto* schemas = contract<Schemas>();
    if (!schemas)
        return;
    m_versionsCall
        = schemas->versions(m_subject).onDone(this, [this](Result<std::vector<int>> answer) {
              if (!answer) {
                  m_text->setText(line(answer.error()));
                  return;
              }
              m_numbers = std::move(*answer);
              std::vector<TextRow> rows;
              for (auto at = m_numbers.rbegin(); at != m_numbers.rend(); ++at)
                  rows.push_back({QString::number(*at), {tr("version %1").arg(*at)}});
              const QString before = currentKey(*m_versions);
              m_versionRows->setRows(std::move(rows));
              choose(*m_versions, before);
              askSchema(currentKey(*m_versions).toInt());
          });
    m_levelCall = schemas->level(m_subject).onDone(this, [this](Result<QString> answer) {
        if (std::exchange(m_levelNow, answer.value_or(QString())) != m_levelNow)
            forgetCheck();
        judge();
    });
}

const SchemaInfo* SchemasPane::shown(int version) const
{
    const auto at = m_schemas.find(version);
    return at == m_schemas.end() ? nullptr : &at->second;
}

int SchemasPane::versionBefore() const
{
    const QStringList chosen = selectedKeys(*m_versions);
    if (chosen.size() == 2)
        for (const QString& one : chosen)
            if (one.toInt() != m_version)
                return one.toInt();
    const auto at = std::find(m_numbers.begin(), m_numbers.end(), m_version);
    return at == m_numbers.end() || at == m_numbers.begin() ? 0 : *std::prev(at);
}

void SchemasPane::askSchema(int version)
{
    auto* schemas = contract<Schemas>();
    m_version = version;
    if (!schemas || version <= 0)
        return;
    const auto ask = [this, schemas](int number) -> Call<SchemaInfo> {
        return schemas->schema(m_subject, number)
            .onDone(this, [this, number](Result<SchemaInfo> answer) {
                if (answer)
                    m_schemas.insert_or_assign(number, std::move(*answer));
                else if (number == m_version)
                    m_text->setText(line(answer.error()));
                if (answer)
                    showSchema();
            });
    };
    // What was registered never changes.
    if (!shown(version))
        m_schemaCall = ask(version);
    if (const int before = versionBefore(); before > 0 && !shown(before))
        m_beforeCall = ask(before);
    showSchema();
}

void SchemasPane::showSchema()
{
    const SchemaInfo* schema = shown(m_version);
    m_header->setTitle(m_subject.isEmpty() ? tr("Schemas") : m_subject);
    m_header->setSubtitle(
        schema ? tr("%1, number %2").arg(schemaTypeText(schema->type)).arg(schema->id) : QString());
    const QString text = schema ? schemaText(*schema) : QString();
    if (m_text->text() != text)
        m_text->setText(text);
    const SchemaInfo* before = shown(versionBefore());
    const bool newer = before && before->version > m_version; // the older one comes first
    const QString other = before ? schemaText(*before) : QString();
    m_diff->compare(newer ? text : other, newer ? other : text);
    // An editor nobody has typed into follows the version that is chosen.
    const bool untouched = m_editVersion != m_version && !m_discard->isEnabled();
    if (schema && (m_editOf != m_subject || untouched))
        startEdit();
    judge();
}

QString SchemasPane::draftKey(const QString& subject) const
{
    return u"streams.schema/"_s + service() + u'/' + subject;
}

bool SchemasPane::hasEdits() const
{
    const QStringList all = workbench().drafts().keys();
    return std::any_of(all.begin(), all.end(),
        [start = draftKey({})](const QString& key) { return key.startsWith(start); });
}

void SchemasPane::markEdits()
{
    if (m_live)
        showSubjects();
    Q_EMIT editsChanged();
}

void SchemasPane::startEdit()
{
    const SchemaInfo* schema = shown(m_version);
    m_editOf = m_subject;
    m_editVersion = m_version;
    const QString kept = workbench().drafts().get(draftKey(m_editOf))["text"_L1].toString();
    m_filling = true;
    m_edit->setText(kept.isEmpty() && schema ? schemaText(*schema) : kept);
    m_filling = false;
    m_verdict->setText(
        kept.isEmpty() ? QString() : tr("This is what you typed before. It is not registered."));
    m_discard->setEnabled(!kept.isEmpty());
    forgetCheck();
}

void SchemasPane::keepEdit()
{
    const SchemaInfo* schema = shown(m_version);
    if (m_filling || !schema || m_editOf.isEmpty())
        return;
    const bool same = m_edit->text() == schemaText(*schema);
    if (same)
        workbench().drafts().remove(draftKey(m_editOf));
    else
        workbench().drafts().put(draftKey(m_editOf), {{u"text"_s, m_edit->text()}});
    const bool other = m_discard->isEnabled() == same;
    m_discard->setEnabled(!same);
    m_verdict->clear();
    forgetCheck();
    judge();
    if (other)
        markEdits();
}

void SchemasPane::discardEdit()
{
    if (!m_discard->isEnabled())
        return;
    workbench().drafts().remove(draftKey(m_editOf));
    startEdit();
    judge();
    markEdits();
}

void SchemasPane::showView(View view)
{
    m_views->setCurrentIndex(view);
}

// Whoever clicks on Edit wants to type; whoever walks over it by key stays where he is.
bool SchemasPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease)
        QTimer::singleShot(0, this, [this] {
            if (view() == Edit)
                m_edit->setFocus(Qt::MouseFocusReason);
        });
    return ServicePane::eventFilter(watched, event);
}

SchemasPane::View SchemasPane::view() const
{
    return View(m_views->currentIndex());
}

QString SchemasPane::verdict() const
{
    return m_verdict->text();
}

// The newest version with the text of the editor.
std::optional<SchemaInfo> SchemasPane::edited() const
{
    const SchemaInfo* schema = shown(m_version);
    if (!schema || m_edit->text().trimmed().isEmpty())
        return std::nullopt;
    SchemaInfo out = *schema;
    out.subject = m_subject;
    out.version = 0;
    out.id = 0;
    out.text = m_edit->text();
    return out;
}

void SchemasPane::check()
{
    auto* schemas = contract<Schemas>();
    const auto schema = edited();
    if (!schemas || !schema)
        return;
    showView(Edit);
    m_checkSoon.stop();
    m_checked = Check::Asking;
    m_verdict->setText(tr("asking the registry"));
    ui::setTone(m_verdict, ui::Token::Text2);
    m_checkCall = schemas->check(*schema, 0)
                      .onDone(this, [this, text = schema->text](Result<Compatibility> answer) {
                          tookCheck(text, answer);
                      });
}

void SchemasPane::tookCheck(const QString& text, const Result<Compatibility>& answer)
{
    if (text != m_edit->text())
        return;
    const bool send = std::exchange(m_sendChecked, false);
    if (answer)
        m_checked = answer->compatible ? Check::Fits : Check::Clashes;
    else
        m_checked = answer.error().kind == Error::Kind::Unsupported ? Check::Cannot : Check::Failed;
    const QString level = m_levelNow.isEmpty() ? tr("its level") : m_levelNow;
    QString said;
    if (m_checked == Check::Fits)
        said = m_levelNow == "NONE"_L1
            ? tr("The registry compares nothing here (NONE): whatever it can read is taken.")
            : tr("Compatible with what the subject has (%1).").arg(level);
    else if (m_checked == Check::Clashes)
        said = answer->reasons.isEmpty()
            ? tr("Not compatible (%1). This registry tells no reasons.").arg(level)
            : tr("Not compatible (%1): %2").arg(level, answer->reasons.join(u'\n'));
    else if (m_checked == Check::Cannot)
        said = tr("This registry cannot check the compatibility: nobody knows whether it fits.");
    else
        said = tr("Not checked: %1").arg(line(answer.error()));
    m_verdict->setText(said);
    ui::setTone(m_verdict,
        m_checked == Check::Fits         ? ui::Token::Text2
            : m_checked == Check::Cannot ? ui::Token::StatusWarn
                                         : ui::Token::StatusError);
    judge();
    if (send && (m_checked == Check::Fits || m_checked == Check::Cannot))
        sendEdited();
}

void SchemasPane::forgetCheck()
{
    m_checkCall = {};
    m_sendChecked = false;
    m_checked = Check::None;
    if (m_discard->isEnabled())
        m_checkSoon.start();
    else
        m_checkSoon.stop();
}

// Only what the registry was asked about, as it stands in the editor, is sent.
void SchemasPane::registerEdited()
{
    if (m_checked == Check::Fits || m_checked == Check::Cannot) {
        sendEdited();
        return;
    }
    m_sendChecked = true;
    if (m_checked != Check::Asking)
        check();
}

void SchemasPane::sendEdited()
{
    auto* schemas = contract<Schemas>();
    const auto schema = edited();
    if (!schemas || !schema)
        return;
    confirm(schemas->registerSchema(*schema), [this](const Result<::pilothouse::Text>& outcome) {
        if (!outcome) {
            m_verdict->setText(line(outcome.error()));
            ui::setTone(m_verdict, ui::Token::StatusError);
            return;
        }
        workbench().drafts().remove(draftKey(m_editOf));
        m_editOf.clear();
        m_discard->setEnabled(false);
        m_verdict->clear();
        forgetCheck();
        markEdits();
        m_versions->clearSelection();
        m_versionRows->setRows({}); // the newest is chosen anew
        askVersions();
        showView(View::Text);
    });
}

void SchemasPane::changeLevel(const QString& level)
{
    auto* schemas = contract<Schemas>();
    if (!schemas || level.isEmpty() || level == m_levelNow || m_subject.isEmpty())
        return;
    confirm(schemas->setLevel(m_subject, level), [this](const Result<::pilothouse::Text>& outcome) {
        if (!outcome)
            workbench().report(outcome.error());
        askVersions();
    });
    judge(); // shows what holds until it is changed
}

void SchemasPane::judge()
{
    const QString refused = refusal();
    const bool there = shown(m_version) != nullptr;
    const bool deleted = m_deleted.contains(m_subject);
    const bool writes = there && !deleted && refused.isEmpty();
    m_check->setEnabled(there && !deleted);
    const bool clashes = m_checked == Check::Clashes;
    m_register->setEnabled(writes && !clashes);
    m_register->setToolTip(clashes ? m_verdict->text() : refused);
    m_register->setAccessibleDescription(m_register->toolTip());
    m_level->setEnabled(writes);
    m_level->setToolTip(refused);
    const QSignalBlocker quiet(m_level);
    if (m_level->findText(m_levelNow) < 0 && !m_levelNow.isEmpty())
        m_level->addItem(m_levelNow);
    m_level->setCurrentIndex(m_level->findText(m_levelNow));
    m_views->setSegmentEnabled(Difference, versionBefore() > 0);
}

} // namespace pilothouse::streams
