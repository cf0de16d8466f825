// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/textvalue.h"

#include "queue/api/commandline.h"
#include "queue/panel/commandpreview.h"
#include "queue/panel/conflictbar.h"
#include "queue/panel/valueformats.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kWindow = 64 * 1024;

constexpr int kAtOnce = 16 * 1024; // characters that are checked within a keystroke
constexpr milliseconds kPause{200}; // of the typing, before a longer text is checked
constexpr milliseconds kLongest{600}; // without such a pause
constexpr milliseconds kCheckLimit{20'000};

TextValue::Format formatOf(const QByteArray& bytes, bool whole)
{
    return !isPlainText(bytes)       ? TextValue::Format::Hex
        : whole && isJsonTree(bytes) ? TextValue::Format::Json
                                     : TextValue::Format::Text;
}

} // namespace

TextValue::TextValue(Runtime& runtime, QWidget* parent)
    : QWidget(parent)
    , m_lane(runtime, u"value"_s)
{
    m_checkSoon.setSingleShot(true);
    connect(&m_checkSoon, &QTimer::timeout, this, &TextValue::check);
    buildLayout();
    updateWords();
}

void TextValue::buildLayout()
{
    m_title = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2, this);
    m_note = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text3, this);
    m_formats = new ui::SegmentedControl(tr("Show the value as"), this);
    m_formats->addSegment(tr("Text"));
    m_formats->addSegment(tr("JSON"));
    m_formats->addSegment(tr("Hex"));
    m_previous = new ui::IconButton(
        u"chevron-left"_s, tr("Earlier part of the value"), QKeySequence(), this);
    m_next = new ui::IconButton(
        u"chevron-right"_s, tr("Later part of the value"), QKeySequence(), this);
    m_discard = new ui::Button(tr("Discard"), ui::ButtonVariant::Quiet, this);
    m_save = new ui::Button(tr("Save…"), ui::ButtonVariant::Primary, this);
    m_save->setKey(QKeySequence(Qt::CTRL | Qt::Key_S));
    m_save->setSmall(true);
    m_discard->setSmall(true);
    m_text = new QPlainTextEdit(this);
    m_text->setAccessibleName(tr("Value"));
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    ui::setTextStyle(m_text, ui::TextStyle::Mono);
    m_conflict = new ConflictBar(this);
    m_preview = new CommandPreview(this);
    m_preview->setContentsMargins(12, 0, 12, 4);
    m_preview->hide();

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 4, 12, 4);
    bar->setSpacing(8);
    bar->addWidget(m_title);
    bar->addWidget(m_note, 1);
    bar->addWidget(m_previous);
    bar->addWidget(m_next);
    m_beside = new QHBoxLayout;
    m_beside->addWidget(m_discard);
    m_beside->addWidget(m_save);
    bar->addLayout(m_beside);
    bar->addWidget(m_formats);
    m_below = new QHBoxLayout;
    m_below->setContentsMargins(12, 0, 12, 0);
    m_below->addStretch(1);
    for (QHBoxLayout* buttons : {m_beside, m_below})
        buttons->setSpacing(8);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addLayout(m_below);
    layout->addWidget(m_preview);
    layout->addWidget(m_conflict);
    layout->addWidget(m_text, 1);

    connect(m_formats, &ui::SegmentedControl::currentChanged, this, [this](int index) {
        if (const auto now = value(); now && Format(index) != m_format) {
            const bool wasEdited = m_edited;
            m_format = Format(index);
            if (wasEdited)
                showEdited(*now);
            else
                show();
        } else if (Format(index) != m_format) {
            m_formats->setCurrentIndex(int(m_format)); // first make it readable again
        }
        updateWords();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, &TextValue::onTextChanged);
    connect(m_save, &QAbstractButton::clicked, this,
        [this] { whenChecked([this](const QByteArray& bytes) { Q_EMIT saveRequested(bytes); }); });
    connect(m_discard, &QAbstractButton::clicked, this, [this] {
        show();
        Q_EMIT discarded();
    });
    connect(m_previous, &QAbstractButton::clicked, this,
        [this] { Q_EMIT windowRequested(std::max<qint64>(0, m_from - kWindow)); });
    connect(m_next, &QAbstractButton::clicked, this,
        [this] { Q_EMIT windowRequested(m_from + m_original.size()); });
}

// The buttons go below the line of the formats where both would squeeze each other.
void TextValue::placeButtons()
{
    constexpr int kWords = 150; // of title and note
    const int wanted = m_formats->sizeHint().width() + m_discard->sizeHint().width()
        + m_save->sizeHint().width() + kWords;
    QHBoxLayout* place = width() < wanted ? m_below : m_beside;
    if (place->indexOf(m_save) >= 0)
        return;
    for (QWidget* button : {static_cast<QWidget*>(m_discard), static_cast<QWidget*>(m_save)}) {
        (place == m_below ? m_beside : m_below)->removeWidget(button);
        place->addWidget(button);
    }
}

void TextValue::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeButtons();
}

void TextValue::setTitle(const QString& title)
{
    m_title->setText(title);
}

void TextValue::setWritable(bool writable)
{
    m_writable = writable;
    updateWords();
}

void TextValue::setCommand(const QString& statement, bool asks)
{
    m_save->setText(CommandPreview::buttonText(tr("Save…"), asks));
    m_save->setKey(QKeySequence(Qt::CTRL | Qt::Key_S)); // another text takes the keys away
    placeButtons();
    tellCommand(asks ? QString() : statement);
}

void TextValue::tellCommand(const QString& statement)
{
    m_preview->setStatement(statement);
    m_preview->setVisible(!statement.isEmpty());
}

void TextValue::setValue(const QByteArray& bytes, qint64 from, qint64 total)
{
    setBase(bytes, from, total);
    m_format = formatOf(bytes, isWhole());
    m_conflict->setState(ConflictBar::State::None);
    show();
}

void TextValue::setFormat(Format format)
{
    m_formats->setCurrentIndex(int(format));
}

QString TextValue::textOf(const QByteArray& bytes) const
{
    if (m_format == Format::Hex)
        return hexDump(bytes, m_from);
    const QString indented = m_format == Format::Json ? indentedJson(bytes) : QString();
    return indented.isEmpty() ? QString::fromUtf8(bytes) : indented;
}

void TextValue::show()
{
    m_showing = true;
    m_formats->setCurrentIndex(int(m_format));
    m_text->setPlainText(textOf(m_original));
    m_text->document()->setModified(false);
    m_edited = false;
    m_showing = false;
    stopChecking();
    updateWords();
}

void TextValue::showEdited(const QByteArray& bytes)
{
    m_showing = true;
    m_formats->setCurrentIndex(int(m_format));
    m_text->setPlainText(textOf(bytes));
    m_showing = false;
    m_text->document()->setModified(true);
    m_edited = true;
    checkAnew();
    updateWords();
}

void TextValue::setBase(const QByteArray& base, qint64 from, qint64 total)
{
    m_original = base;
    m_from = from;
    m_total = total;
    m_carriage = base.contains("\r\n");
    m_safe
        = isPlainText(base) && bytesOfLines(inLines(QString::fromUtf8(base)), m_carriage) == base;
}

void TextValue::setEdited(const QByteArray& bytes, const QByteArray& base)
{
    setBase(base, 0, base.size());
    m_format = isPlainText(bytes) ? formatOf(base, true) : Format::Hex;
    if (m_format == Format::Json && indentedJson(bytes).isEmpty())
        m_format = Format::Text;
    showEdited(bytes);
}

void TextValue::setTyped(const QString& text, Format format, const QByteArray& base)
{
    setBase(base, 0, base.size());
    m_format = format;
    m_showing = true;
    m_formats->setCurrentIndex(int(m_format));
    m_text->setPlainText(text);
    m_showing = false;
    m_text->document()->setModified(true);
    m_edited = true;
    checkAnew();
    updateWords();
}

void TextValue::setSaved(const QByteArray& bytes)
{
    // Else more was typed while it was on its way.
    const bool all = !m_edited ? m_original == bytes : !isChecking() && m_value.bytes == bytes;
    setBase(bytes, 0, bytes.size());
    m_conflict->setState(ConflictBar::State::None);
    if (all) {
        m_text->document()->setModified(false);
        m_edited = false;
    } else {
        checkAnew();
    }
    updateWords();
}

void TextValue::loadTheirs(const QByteArray& bytes)
{
    setBase(bytes, 0, bytes.size());
    const bool fits = m_format == Format::Hex
        || (m_format == Format::Json ? !indentedJson(bytes).isEmpty() : isPlainText(bytes));
    if (!fits) {
        m_format = formatOf(bytes, true);
        show();
        return;
    }
    m_showing = true;
    const int caret = m_text->textCursor().position();
    QTextCursor all(m_text->document());
    all.select(QTextCursor::Document);
    all.insertText(textOf(bytes));
    all.setPosition(std::min(caret, m_text->document()->characterCount() - 1));
    m_text->setTextCursor(all);
    m_text->document()->setModified(false);
    m_edited = false;
    m_showing = false;
    stopChecking();
    updateWords();
}

void TextValue::onTextChanged()
{
    ++m_revision;
    if (m_showing)
        return;
    m_edited = m_text->document()->isModified();
    if (!m_edited)
        stopChecking(); // all of it was undone
    else if (isShort())
        adopt(valueOf(typedText()), m_revision);
    else
        checkSoon();
    updateWords();
    Q_EMIT edited();
    if (!isChecking())
        tellChecked();
}

// Not toPlainText(): it makes ordinary blanks of those that do not break.
TypedText TextValue::typedText() const
{
    return {m_text->document()->toRawText(), m_format, m_original, m_carriage};
}

bool TextValue::isShort() const
{
    return std::max<qsizetype>(m_text->document()->characterCount(), m_original.size()) < kAtOnce;
}

std::optional<QByteArray> TextValue::value() const
{
    if (!m_edited)
        return m_original;
    return isChecking() ? bytesOf(typedText()) : m_value.bytes;
}

QJsonObject TextValue::draft() const
{
    return isChecking() ? draftAsTyped(typedText()) : m_value.draft;
}

void TextValue::whenChecked(std::function<void(const QByteArray&)> use)
{
    if (isChecking()) {
        m_waiting = std::move(use);
        check();
    } else if (const auto now = value()) {
        use(*now);
    }
}

void TextValue::settle()
{
    if (!m_waiting)
        return;
    adopt(valueOf(typedText()), m_revision);
    tellChecked();
}

void TextValue::stopChecking()
{
    m_check.cancel();
    m_checkSoon.stop();
    m_unchecked.invalidate();
    m_waiting = {};
    m_checked = m_revision;
}

// The text was set, or what it is compared with.
void TextValue::checkAnew()
{
    ++m_revision;
    m_check.cancel();
    if (m_waiting)
        check();
    else if (isShort())
        adopt(valueOf(typedText()), m_revision);
    else
        checkSoon();
}

// Whoever never stops typing is told and kept all the same; the answer asks for what came later.
void TextValue::checkSoon()
{
    if (m_check.running())
        return;
    if (!m_unchecked.isValid())
        m_unchecked.start();
    m_checkSoon.start(
        std::clamp(kLongest - milliseconds(m_unchecked.elapsed()), milliseconds(0), kPause));
}

void TextValue::check()
{
    m_checkSoon.stop();
    m_unchecked.invalidate();
    m_check = m_lane
                  .run(kCheckLimit,
                      [typed = typedText()](NoConnection&, const Token&) -> Result<TypedValue> {
                          return valueOf(typed);
                      })
                  .onDone(this, [this, revision = m_revision](Result<TypedValue> value) {
                      if (value)
                          adopt(std::move(*value), revision);
                      else // no thread for it: whoever waits is answered all the same
                          adopt(valueOf(typedText()), m_revision);
                      tellChecked();
                  });
}

void TextValue::adopt(TypedValue value, quint64 revision)
{
    m_value = std::move(value);
    m_checked = revision;
    if (isChecking())
        return checkSoon();
    m_check.cancel();
    m_checkSoon.stop();
    m_unchecked.invalidate();
    m_edited = m_text->document()->isModified() && m_value.bytes != m_original;
}

void TextValue::tellChecked()
{
    const auto waiting = std::exchange(m_waiting, {});
    const auto bytes = m_value.bytes;
    updateWords();
    Q_EMIT checked();
    if (waiting && bytes)
        waiting(*bytes);
}

void TextValue::updateWords()
{
    const bool whole = isWhole();
    // Text that is no UTF-8, or mixes ends of lines, would come back changed: only hex then.
    const bool safe = m_format == Format::Hex || m_safe;
    if (const bool fixed = !m_writable || !whole || !safe; fixed != m_text->isReadOnly())
        m_text->setReadOnly(fixed);
    m_previous->setVisible(!whole);
    m_next->setVisible(!whole);
    m_previous->setEnabled(m_from > 0);
    m_next->setEnabled(m_from + m_original.size() < m_total);
    // A save asked for meanwhile waits for the check.
    const bool valid = !m_edited || isChecking() || m_value.bytes;
    m_save->setVisible(m_edited);
    m_discard->setVisible(m_edited);
    m_save->setEnabled(m_edited && valid);
    if (!m_edited)
        tellCommand({});
    // A row of a dump is one line, also in a narrow column.
    m_text->setLineWrapMode(
        m_format == Format::Hex ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    if (m_edited && isChecking())
        return; // the last words stay until more is known
    const QLocale locale;
    if (m_edited && !valid)
        m_note->setText(m_format == Format::Json ? tr("This is no valid JSON yet.")
                                                 : tr("This is no valid hex yet."));
    else if (!whole)
        m_note->setText(
            tr("Bytes %1 to %2 of %3")
                .arg(locale.toString(m_from), locale.toString(m_from + m_original.size()),
                    locale.toString(m_total)));
    else if (m_writable && !safe)
        m_note->setText(tr("%1 B, can be changed as hex only").arg(locale.toString(m_total)));
    else
        m_note->setText(tr("%1 B").arg(locale.toString(m_total)));
}

} // namespace pilothouse::queue
