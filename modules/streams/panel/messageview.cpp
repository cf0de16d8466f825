// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messageview.h"

#include "core/servicehub.h"
#include "streams/panel/factlist.h"
#include "streams/panel/fieldtree.h"
#include "streams/panel/localdecode.h"
#include "streams/panel/messagetext.h"
#include "streams/panel/servicename.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/editor/codeeditor.h"
#include "ui/errors/errorwords.h"
#include "ui/grid/celltext.h"
#include "ui/grid/valueview.h"
#include "ui/timecontext.h"
#include "ui/tree/treeview.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

namespace
{

constexpr milliseconds kDecodeLimit{30'000};
constexpr qsizetype kMostText = 1 << 20; // bytes; longer text is shown part by part
constexpr size_t kMostHeaders = 500;

QString typeName(SchemaInfo::Type type)
{
    switch (type) {
    case SchemaInfo::Type::Avro:
        return u"Avro"_s;
    case SchemaInfo::Type::Protobuf:
        return u"Protobuf"_s;
    case SchemaInfo::Type::Json:
        break;
    }
    return u"JSON Schema"_s;
}

} // namespace

MessageView::MessageView(ui::Workbench& workbench, ServiceId service, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_service(std::move(service))
    , m_lane(workbench.hub().runtime(), u"decode"_s)
{
    addActions();
    buildLayout();
    connect(&workbench.timeContext(), &ui::TimeContext::zoneChanged, this, &MessageView::tellFacts);
    connect(&workbench.hub(), &ServiceHub::aboutToRemove, this, [this](const QString& id) {
        if (id != m_service)
            return;
        m_decode.cancel();
        m_whole.cancel();
    });
    clear();
}

MessageView::~MessageView() = default;

void MessageView::show(const Message& message)
{
    if (m_message == message)
        return;
    const bool same = m_message && m_message->topic == message.topic
        && m_message->partition == message.partition && m_message->offset == message.offset;
    if (same && !m_message->isCut())
        return; // a list holds less of it than was read
    m_message = message;
    m_whole.cancel();
    m_loadProblem.reset();
    m_header->setSubtitle(placeName(message.partition, message.offset));
    for (QAction* action : m_needMessage)
        action->setEnabled(true);
    m_load->setEnabled(message.isCut());
    decode();
    if (message.isCut() && message.valueSize <= kReadByItself)
        loadWhole();
    tellStrip();
    tellFacts();
}

void MessageView::clear()
{
    m_message.reset();
    m_decode.cancel();
    m_whole.cancel();
    m_decoded = {};
    m_loadProblem.reset();
    m_header->setSubtitle({});
    for (QAction* action : m_needMessage)
        action->setEnabled(false);
    m_load->setEnabled(false);
    m_facts->setFacts({});
    m_facts->hide();
    m_line->hide();
    tellStrip();
    presentNothing(tr("Choose a message to see it here."));
}

void MessageView::setPattern(const MessagePattern& pattern)
{
    m_pattern = pattern;
    m_delegate->setPattern(pattern);
    m_tree->viewport()->update();
}

void MessageView::setChoice(const DecodeChoice& choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    if (m_message)
        decode();
}

// The contract where the adapter has it, else ours; both on a lane, so that 10 MB hold up nothing.
void MessageView::decode()
{
    auto* decoding = m_workbench.hub().contract<Decoding>(m_service);
    const std::vector<Message> one{*m_message};
    Call<std::vector<DecodedMessage>> call = decoding
        ? decoding->decode(one, m_choice)
        : m_lane.run(kDecodeLimit,
            [one](NoConnection&, const Token&) -> Result<std::vector<DecodedMessage>> {
                return std::vector<DecodedMessage>{decodedHere(one.front())};
            });
    m_decode = std::move(call).onDone(this, [this](Result<std::vector<DecodedMessage>> result) {
        DecodedMessage decoded;
        if (result && !result->empty()) {
            decoded = std::move(result->front());
        } else {
            const bool small = m_message->value.size() <= kMostText;
            decoded.value = decodedBytesHere(m_message->value, small && !m_message->isCut());
            decoded.key = decodedBytesHere(m_message->key, true);
            if (!result)
                decoded.value.problem = result.error();
        }
        take(std::move(decoded));
    });
}

void MessageView::take(DecodedMessage decoded)
{
    m_decoded = std::move(decoded);
    const DecodedField& root = m_decoded.value.root;
    const bool tree = m_message && !m_message->value.isNull()
        && (!root.children.empty() || !root.type.isEmpty()) && !m_decoded.value.json.isEmpty()
        && m_decoded.value.json.size() <= kMostTree;
    if (tree)
        m_fields->setRoot(root);
    else
        m_fields->clear();
    tellStrip();
    tellFacts();
    present();
}

bool MessageView::has(Mode mode) const
{
    switch (mode) {
    case Mode::Tree:
        return !m_fields->isEmpty();
    case Mode::Text:
        return !m_decoded.value.text.isEmpty()
            || (m_message && !m_message->value.isNull() && m_decoded.value.format == "Text"_L1);
    case Mode::Hex:
        break;
    }
    return m_message && !m_message->value.isNull();
}

void MessageView::setMode(Mode mode)
{
    m_wanted = mode;
    present();
}

// What the user chose last, as far as this value has it.
void MessageView::present()
{
    if (!m_message)
        return;
    if (m_message->value.isNull()) {
        presentNothing(tr("No value: a tombstone. With compaction it deletes what this key held."));
        return;
    }
    if (m_message->value.isEmpty() && !m_message->isCut()) {
        presentNothing(tr("An empty value: 0 bytes."));
        return;
    }
    Mode mode = m_wanted;
    if (!has(mode))
        mode = has(Mode::Tree) ? Mode::Tree : has(Mode::Text) ? Mode::Text : Mode::Hex;
    m_mode = mode;
    m_modes->setEnabled(true);
    for (const Mode one : {Mode::Tree, Mode::Text, Mode::Hex})
        m_modes->setSegmentEnabled(int(one), has(one));
    if (m_modes->currentIndex() != int(mode)) {
        const QSignalBlocker quiet(m_modes);
        m_modes->setCurrentIndex(int(mode));
    }
    switch (mode) {
    case Mode::Tree:
        m_stack->setCurrentWidget(m_tree);
        m_tree->expandToDepth(0);
        break;
    case Mode::Text: {
        const QByteArray text = m_decoded.value.text.toUtf8();
        if (text.size() <= kMostText) {
            if (m_text->text() != m_decoded.value.text)
                m_text->setText(m_decoded.value.text);
            m_stack->setCurrentWidget(m_text);
        } else {
            m_bytes->setValue(text, text.size());
            m_bytes->setMode(ui::ValueView::Mode::Text);
            m_stack->setCurrentWidget(m_bytes);
        }
        break;
    }
    case Mode::Hex:
        m_bytes->setValue(m_message->value, m_message->valueSize);
        m_bytes->setMode(ui::ValueView::Mode::Hex);
        m_stack->setCurrentWidget(m_bytes);
        break;
    }
}

void MessageView::presentNothing(const QString& line)
{
    m_fields->clear();
    m_nothing->setText(line);
    m_stack->setCurrentWidget(m_nothing);
    m_modes->setEnabled(false);
}

void MessageView::tellFacts()
{
    if (!m_message)
        return;
    const Message& m = *m_message;
    std::vector<Fact> facts;
    const BytesLook key = lookOf(m.key, 2000);
    const DecodedBytes& decodedKey = m_decoded.key;
    if (key.kind == BytesLook::Kind::Null)
        facts.push_back({tr("Key"), {}, tr("none"), false});
    else if (key.kind == BytesLook::Kind::Empty)
        facts.push_back({tr("Key"), u"“”"_s, tr("empty"), false});
    else if (key.kind == BytesLook::Kind::Binary && !decodedKey.text.isEmpty())
        facts.push_back({tr("Key"), ui::withSymbols(decodedKey.text.simplified().left(2000)),
            decodedKey.format, false});
    else
        facts.push_back({tr("Key"), key.text,
            key.kind == BytesLook::Kind::Binary ? ui::byteSize(m.key.size()) : QString(), false});
    const QTimeZone zone = m_workbench.timeContext().zone();
    if (m.timestamp >= 0) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(m.timestamp, zone);
        facts.push_back({tr("Timestamp"), timeText(m.timestamp, zone),
            QString(zone.abbreviation(time) + u' ' + timeKindName(m.timeKind)), false});
    } else {
        facts.push_back({tr("Timestamp"), {}, tr("none"), false});
    }
    const DecodedBytes& value = m_decoded.value;
    if (value.schemaId) {
        QStringList more;
        if (value.schema && value.schema->version > 0)
            more << tr("version %1").arg(value.schema->version);
        more << (value.schema ? typeName(value.schema->type) : tr("not known"));
        facts.push_back({tr("Schema"), tr("id %1").arg(*value.schemaId),
            QString(u"· "_s + more.join(u" · "_s)), false});
        const bool named = value.schema && !value.schema->subject.isEmpty();
        facts.push_back({tr("Subject"), named ? value.schema->subject : QString(),
            named ? QString() : tr("not known"), false});
    }
    QString format = value.format;
    if (!value.unpacked.isEmpty())
        format += u" · "_s + tr("unpacked by %1").arg(value.unpacked.join(u", "_s));
    if (!format.isEmpty())
        facts.push_back({tr("Format"), format, {}, false});
    facts.push_back({tr("Size"), m.valueSize >= 0 ? ui::byteSize(m.valueSize) : QString(),
        m.valueSize < 0           ? tr("no value")
            : m.valueSize < 1'000 ? QString()
                                  : tr("%1 bytes").arg(QLocale().toString(m.valueSize)),
        false});
    if (!m.codec.isEmpty() || m.transactional) // a client may not tell
        facts.push_back({tr("Batch"), m.codec == "none"_L1 ? tr("not compressed") : m.codec,
            m.transactional ? tr("in a transaction") : QString(), false});
    facts.push_back({tr("Headers"), {}, QLocale().toString(qint64(m.headers.size())), true});
    for (size_t i = 0; i < std::min(kMostHeaders, m.headers.size()); ++i) {
        const MessageHeader& header = m.headers[i];
        const BytesLook name = lookOf(header.name, 200);
        const BytesLook look = lookOf(header.value, 2000);
        facts.push_back({name.kind == BytesLook::Kind::Empty ? u"“”"_s : name.text,
            look.kind == BytesLook::Kind::Empty ? u"“”"_s : look.text,
            look.kind == BytesLook::Kind::Null ? u"null"_s : QString(), false});
    }
    if (m.headers.size() > kMostHeaders)
        facts.push_back({{}, {},
            tr("and %1 more").arg(QLocale().toString(qint64(m.headers.size() - kMostHeaders))),
            false});
    m_facts->setFacts(std::move(facts));
    m_facts->show();
    m_line->show();
    place();
}

QString MessageView::problem() const
{
    return m_strip->isHidden() ? QString() : m_stripText->text();
}

void MessageView::tellStrip()
{
    QString text;
    ui::Token tone = ui::Token::StatusWarn;
    if (m_message && m_loadProblem) {
        text = tr("The rest could not be read: %1")
                   .arg(ui::ErrorWords::line(
                       *m_loadProblem, serviceName(m_workbench.hub(), m_service)));
        tone = ui::Token::StatusError;
    } else if (m_message && m_whole.running()) {
        text = tr("Reading all %1…").arg(ui::byteSize(m_message->valueSize));
        tone = ui::Token::Text2;
    } else if (m_message && m_message->isCut()) {
        text = tr("The first %1 of %2")
                   .arg(ui::byteSize(m_message->value.size()), ui::byteSize(m_message->valueSize));
        tone = ui::Token::Text2;
    } else if (m_message && m_decoded.value.problem) {
        const Error& error = *m_decoded.value.problem;
        const QString hint = ui::words(error.hint);
        text = tr("Not decoded: %1")
                   .arg(error.detail.isEmpty()
                           ? ui::ErrorWords::line(error, serviceName(m_workbench.hub(), m_service))
                           : error.detail);
        if (!hint.isEmpty())
            text += u". "_s + hint;
    }
    m_strip->setVisible(!text.isEmpty());
    m_stripText->setText(text);
    m_stripText->setTone(tone);
    m_loadButton->setVisible(m_message && m_message->isCut() && !m_whole.running());
}

void MessageView::loadWhole()
{
    auto* messages = m_workbench.hub().contract<Messages>(m_service);
    if (!m_message || !messages || m_whole.running())
        return;
    m_loadProblem.reset();
    m_whole = messages->message(m_message->topic, m_message->partition, m_message->offset)
                  .onDone(this, [this](Result<Message> whole) {
                      if (!whole) {
                          m_loadProblem = whole.error();
                          tellStrip();
                          return;
                      }
                      m_message = std::move(*whole);
                      m_load->setEnabled(false);
                      decode();
                      tellStrip();
                      tellFacts();
                  });
    tellStrip();
}

} // namespace pilothouse::streams
