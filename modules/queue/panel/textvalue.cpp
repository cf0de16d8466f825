// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/textvalue.h"

#include "queue/api/commandline.h"
#include "queue/panel/commandpreview.h"
#include "queue/panel/conflictbar.h"
#include "queue/panel/valueformats.h"
#include "queue/panel/valuemodel.h"
#include "ui/controls/button.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 kWindow = 64 * 1024;

TextValue::Format formatOf(const QByteArray& bytes, bool whole)
{
    return !isPlainText(bytes)                                         ? TextValue::Format::Hex
        : whole && ValueModel::kindOf(bytes) == ValueModel::Kind::Json ? TextValue::Format::Json
                                                                       : TextValue::Format::Text;
}

} // namespace

TextValue::TextValue(QWidget* parent)
    : QWidget(parent)
{
    buildLayout();
    updateWords();
}

void TextValue::buildLayout()
{
    m_title = new QLabel(this);
    ui::setTextStyle(m_title, ui::TextStyle::Caption);
    ui::setTone(m_title, ui::Token::Text2);
    m_note = new QLabel(this);
    ui::setTextStyle(m_note, ui::TextStyle::Caption);
    ui::setTone(m_note, ui::Token::Text3);
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
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    ui::setTextStyle(m_text, ui::TextStyle::Mono);
    m_conflict = new ConflictBar(this);
    m_preview = new CommandPreview(this);

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 4, 12, 4);
    bar->setSpacing(8);
    bar->addWidget(m_title);
    bar->addWidget(m_note);
    bar->addWidget(m_preview, 1);
    bar->addWidget(m_previous);
    bar->addWidget(m_next);
    bar->addWidget(m_discard);
    bar->addWidget(m_save);
    bar->addWidget(m_formats);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
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
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_showing)
            return;
        m_edited = m_text->document()->isModified();
        updateWords();
        Q_EMIT edited();
    });
    connect(m_save, &QAbstractButton::clicked, this, &TextValue::saveRequested);
    connect(m_discard, &QAbstractButton::clicked, this, [this] {
        show();
        Q_EMIT discarded();
    });
    connect(m_previous, &QAbstractButton::clicked, this,
        [this] { Q_EMIT windowRequested(std::max<qint64>(0, m_from - kWindow)); });
    connect(m_next, &QAbstractButton::clicked, this,
        [this] { Q_EMIT windowRequested(m_from + m_original.size()); });
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
    m_preview->setStatement(asks ? QString() : statement);
}

void TextValue::setValue(const QByteArray& bytes, qint64 from, qint64 total)
{
    m_original = bytes;
    m_from = from;
    m_total = total;
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
    updateWords();
}

void TextValue::setBase(const QByteArray& base)
{
    m_original = base;
    m_from = 0;
    m_total = base.size();
}

void TextValue::setEdited(const QByteArray& bytes, const QByteArray& base)
{
    setBase(base);
    m_format = isPlainText(bytes) ? formatOf(base, true) : Format::Hex;
    if (m_format == Format::Json && indentedJson(bytes).isEmpty())
        m_format = Format::Text;
    showEdited(bytes);
}

void TextValue::setTyped(const QString& text, Format format, const QByteArray& base)
{
    setBase(base);
    m_format = format;
    m_showing = true;
    m_formats->setCurrentIndex(int(m_format));
    m_text->setPlainText(text);
    m_showing = false;
    m_text->document()->setModified(true);
    m_edited = true;
    updateWords();
}

void TextValue::setSaved(const QByteArray& bytes)
{
    const bool all = value() == bytes; // else more was typed while it was on its way
    setBase(bytes);
    m_conflict->setState(ConflictBar::State::None);
    if (all) {
        m_text->document()->setModified(false);
        m_edited = false;
    }
    updateWords();
}

void TextValue::loadTheirs(const QByteArray& bytes)
{
    setBase(bytes);
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
    updateWords();
}

std::optional<QByteArray> TextValue::value() const
{
    if (!m_edited)
        return m_original;
    const QString text = m_text->toPlainText();
    switch (m_format) {
    case Format::Text:
        return text.toUtf8();
    case Format::Json:
        return compactJson(text.toUtf8());
    case Format::Hex:
        return bytesOfHexDump(text);
    }
    return std::nullopt;
}

void TextValue::updateWords()
{
    const bool whole = isWhole();
    // Text that is no UTF-8 would come back changed: only hex can be edited then.
    const bool safe = m_format == Format::Hex || isPlainText(m_original);
    m_text->setReadOnly(!m_writable || !whole || !safe);
    m_previous->setVisible(!whole);
    m_next->setVisible(!whole);
    m_previous->setEnabled(m_from > 0);
    m_next->setEnabled(m_from + m_original.size() < m_total);
    const bool valid = value().has_value();
    m_save->setVisible(m_edited);
    m_discard->setVisible(m_edited);
    m_save->setEnabled(m_edited && valid);
    if (!m_edited)
        m_preview->setStatement({});
    const QLocale locale;
    if (m_edited && !valid)
        m_note->setText(m_format == Format::Json ? tr("This is no valid JSON yet.")
                                                 : tr("This is no valid hex yet."));
    else if (!whole)
        m_note->setText(
            tr("Bytes %1 to %2 of %3")
                .arg(locale.toString(m_from), locale.toString(m_from + m_original.size()),
                    locale.toString(m_total)));
    else
        m_note->setText(tr("%1 B").arg(locale.toString(m_total)));
}

} // namespace pilothouse::queue
