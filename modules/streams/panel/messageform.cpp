// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/messageform.h"

#include "streams/panel/pairrows.h"
#include "streams/panel/timetext.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/editor/codeeditor.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QAbstractScrollArea>
#include <QFormLayout>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::TextStyle;

namespace
{

constexpr int kEncoded = 4; // behind the kinds of bytes

} // namespace

ui::SegmentedControl* MessageForm::makeKinds(const QString& name)
{
    auto* out = new ui::SegmentedControl(name, this);
    for (const QString& kind : {tr("Text"), tr("JSON"), tr("Hex"), tr("Null")})
        out->addSegment(kind);
    return out;
}

MessageForm::MessageForm(bool places, QWidget* parent)
    : QWidget(parent)
{
    buildLayout(places);
    connect(m_keyKind, &ui::SegmentedControl::currentChanged, this, &MessageForm::switchKey);
    connect(m_valueKind, &ui::SegmentedControl::currentChanged, this, &MessageForm::switchValue);
    connect(m_key, &QLineEdit::textChanged, this, &MessageForm::judge);
    connect(m_json, &ui::CodeEditor::textChanged, this, &MessageForm::judge);
    connect(m_plain, &ui::CodeEditor::textChanged, this, &MessageForm::judge);
    connect(m_headers, &PairRows::edited, this, &MessageForm::judge);
    if (m_partition)
        connect(m_partition, &QSpinBox::valueChanged, this, &MessageForm::judge);
    if (m_time)
        connect(m_time, &QLineEdit::textChanged, this, &MessageForm::judge);
    for (ui::CodeEditor* one : {m_json, m_plain})
        for (auto* part : one->findChildren<QAbstractScrollArea*>())
            part->installEventFilter(this);
    setDraft({-1, {}, QByteArray("{}"), {}, {}});
}

// An editor keeps Esc for itself; here it leads out, once nothing of the editor's is open.
bool MessageForm::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress
        || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    if (!editor()->closeInnermost())
        QCoreApplication::sendEvent(parentWidget(), event);
    return true;
}

void MessageForm::buildLayout(bool places)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* form = new QFormLayout;
    form->setContentsMargins(12, 8, 12, 4);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_keyKind = makeKinds(tr("Key as"));
    form->addRow(tr("Key"), m_keyKind);
    m_key = new QLineEdit(this);
    m_key->setAccessibleName(tr("Key"));
    ui::setTextStyle(m_key, TextStyle::Mono);
    form->addRow(QString(), m_key);
    if (places) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        m_partition = new QSpinBox(this);
        m_partition->setRange(-1, 100'000);
        m_partition->setValue(-1);
        m_partition->setSpecialValueText(tr("by the key"));
        m_partition->setAccessibleName(tr("Partition"));
        m_time = new QLineEdit(this);
        m_time->setAccessibleName(tr("Time"));
        m_time->setPlaceholderText(tr("Time: now"));
        ui::setTextStyle(m_time, TextStyle::Mono);
        row->addWidget(m_partition, 1);
        row->addWidget(m_time, 1);
        form->addRow(tr("Partition"), row);
    }
    m_valueKind = makeKinds(tr("Value as"));
    form->addRow(tr("Value"), m_valueKind);
    layout->addLayout(form);
    m_values = new QStackedWidget(this);
    m_json = new ui::CodeEditor(ui::CodeLanguage::Json, tr("Value"), m_values);
    m_plain = new ui::CodeEditor(ui::CodeLanguage::Plain, tr("Value"), m_values);
    m_values->addWidget(m_json);
    m_values->addWidget(m_plain);
    m_values->setCurrentWidget(m_plain); // as the kinds begin
    m_values->setMinimumHeight(80);
    layout->addWidget(m_values, 3);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_headers = new PairRows(tr("Headers"), tr("Add header"), true);
    auto* inside = new QWidget;
    auto* rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_headers);
    rows->addStretch(1);
    scroll->setWidget(inside);
    scroll->setMinimumHeight(64);
    layout->addWidget(scroll, 2);
}

BytesKind MessageForm::kind(const ui::SegmentedControl* control) const
{
    const int at = control->currentIndex();
    return at == kEncoded ? BytesKind::Json : BytesKind(std::clamp(at, 0, 3));
}

ui::CodeEditor* MessageForm::editor() const
{
    return kind(m_valueKind) == BytesKind::Json ? m_json : m_plain;
}

void MessageForm::setPartitions(int count)
{
    if (m_partition)
        m_partition->setMaximum(count > 0 ? count - 1 : 100'000);
}

void MessageForm::setZone(const QTimeZone& zone)
{
    m_zone = zone;
}

void MessageForm::setEncoding(const QString& name)
{
    if (name == m_encoding)
        return;
    m_encoding = name;
    if (m_valueKind->count() <= kEncoded && !name.isEmpty())
        m_valueKind->addSegment(name);
    if (m_valueKind->count() > kEncoded) {
        m_valueKind->setSegmentText(kEncoded, name.isEmpty() ? tr("Schema") : name);
        m_valueKind->setSegmentEnabled(kEncoded, !name.isEmpty());
        if (name.isEmpty() && isEncoded())
            m_valueKind->setCurrentIndex(int(BytesKind::Json));
    }
}

bool MessageForm::isEncoded() const
{
    return m_valueKind->currentIndex() == kEncoded;
}

// What can be said in the other form is; what cannot stays as it was typed.
void MessageForm::switchValue(int next)
{
    const auto before = m_shownKind == kEncoded ? BytesKind::Json : BytesKind(m_shownKind);
    const auto after = next == kEncoded ? BytesKind::Json : BytesKind(next);
    m_shownKind = next;
    ui::CodeEditor* from = before == BytesKind::Json ? m_json : m_plain;
    ui::CodeEditor* to = after == BytesKind::Json ? m_json : m_plain;
    m_values->setCurrentWidget(to);
    const auto bytes = bytesOf(before, from->text());
    if (after != BytesKind::Null && before != BytesKind::Null && before != after) {
        const bool hex = before == BytesKind::Hex || after == BytesKind::Hex;
        to->setText(hex && bytes ? textOf(after, *bytes) : from->text());
    }
    to->setReadOnly(after == BytesKind::Null);
    judge();
}

void MessageForm::switchKey(int next)
{
    const auto before = BytesKind(m_shownKeyKind);
    const auto after = BytesKind(next);
    m_shownKeyKind = next;
    const auto bytes = bytesOf(before, m_key->text());
    const bool hex = before == BytesKind::Hex || after == BytesKind::Hex;
    if (hex && bytes && before != BytesKind::Null && after != BytesKind::Null)
        m_key->setText(textOf(after, *bytes).simplified());
    m_key->setEnabled(after != BytesKind::Null);
    m_key->setPlaceholderText(after == BytesKind::Null ? tr("no key") : QString());
    judge();
}

void MessageForm::setDraft(const Draft& draft)
{
    QSignalBlocker quiet(this);
    BytesKind key = kindOf(draft.key);
    if (key == BytesKind::Json)
        key = BytesKind::Text;
    if (draft.key.contains('\n') || draft.key.contains('\t'))
        key = BytesKind::Hex; // a line holds neither
    const BytesKind value = kindOf(draft.value);
    m_keyKind->setCurrentIndex(int(key));
    m_key->setText(textOf(key, draft.key).replace(u'\n', u' '));
    m_valueKind->setCurrentIndex(int(value));
    editor()->setText(textOf(value, draft.value));
    std::vector<PairRows::Pair> headers;
    for (const MessageHeader& header : draft.headers)
        headers.push_back({QString::fromUtf8(header.name),
            header.value.isNull() ? std::nullopt : std::optional(QString::fromUtf8(header.value))});
    m_headers->setPairs(headers);
    m_came = draft.headers;
    if (m_partition)
        m_partition->setValue(draft.partition);
    if (m_time)
        m_time->setText(draft.timestamp
                ? timeText(QDateTime::fromMSecsSinceEpoch(*draft.timestamp, Qt::UTC), m_zone)
                : QString());
    quiet.unblock();
    judge();
}

void MessageForm::judge()
{
    m_problem.clear();
    const auto say = [this](const QString& problem) {
        if (m_problem.isEmpty())
            m_problem = problem;
    };
    Draft next;
    if (const auto key = bytesOf(kind(m_keyKind), m_key->text()))
        next.key = *key;
    else
        say(tr("Key: %1").arg(ui::words(key.error())));
    if (const auto value = bytesOf(kind(m_valueKind), editor()->text()))
        next.value = *value;
    else
        say(tr("Value: %1").arg(ui::words(value.error())));
    for (const PairRows::Pair& pair : m_headers->pairs()) {
        const QByteArray name = pair.name.toUtf8();
        const QByteArray value = !pair.value ? QByteArray()
            : pair.value->isEmpty()          ? QByteArray("")
                                             : pair.value->toUtf8();
        // Bytes that are no text come back as they were while nobody touches their row.
        const auto old
            = std::find_if(m_came.begin(), m_came.end(), [&](const MessageHeader& header) {
                  return header.name == name && !header.value.isNull() && pair.value
                      && QString::fromUtf8(header.value) == *pair.value;
              });
        next.headers.push_back({name, old == m_came.end() ? value : old->value});
    }
    if (m_partition)
        next.partition = m_partition->value();
    if (m_time && !m_time->text().trimmed().isEmpty()) {
        const auto time = readTime(m_time->text(), m_zone, QDateTime::currentDateTimeUtc());
        if (time)
            next.timestamp = time->toMSecsSinceEpoch();
        else
            say(tr("Time: such as 2026-03-17 13:40, or -2 h"));
    }
    m_draft = std::move(next);
    Q_EMIT edited();
}

std::optional<Draft> MessageForm::draft() const
{
    return m_problem.isEmpty() ? std::optional(m_draft) : std::nullopt;
}

QString MessageForm::problem() const
{
    return m_problem;
}

QJsonObject MessageForm::saveState() const
{
    QJsonObject out{{u"version"_s, 1}, {u"keyKind"_s, m_keyKind->currentIndex()},
        {u"key"_s, m_key->text()}, {u"valueKind"_s, m_valueKind->currentIndex()},
        {u"value"_s, editor()->text()}};
    QJsonArray headers;
    for (const PairRows::Pair& pair : m_headers->pairs())
        headers.append(QJsonArray{
            pair.name, pair.value ? QJsonValue(*pair.value) : QJsonValue(QJsonValue::Null)});
    out.insert(u"headers"_s, headers);
    if (m_partition)
        out.insert(u"partition"_s, m_partition->value());
    if (m_time)
        out.insert(u"time"_s, m_time->text());
    return out;
}

void MessageForm::restoreState(const QJsonObject& state)
{
    {
        const QSignalBlocker quiet(this);
        m_keyKind->setCurrentIndex(std::clamp(state[u"keyKind"_s].toInt(), 0, 3));
        m_key->setText(state[u"key"_s].toString());
        m_valueKind->setCurrentIndex(
            std::clamp(state[u"valueKind"_s].toInt(), 0, m_valueKind->count() - 1));
        editor()->setText(state[u"value"_s].toString());
        std::vector<PairRows::Pair> headers;
        for (const QJsonValue& one : state[u"headers"_s].toArray())
            headers.push_back({one[0].toString(),
                one[1].isNull() ? std::nullopt : std::optional(one[1].toString())});
        m_headers->setPairs(headers);
        if (m_partition)
            m_partition->setValue(state[u"partition"_s].toInt(-1));
        if (m_time)
            m_time->setText(state[u"time"_s].toString());
    }
    judge();
}

void MessageForm::begin()
{
    editor()->setFocus();
}

} // namespace pilothouse::streams
