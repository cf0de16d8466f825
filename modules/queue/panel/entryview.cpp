// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/panel/entryview.h"

#include "queue/api/commandline.h"
#include "queue/panel/valueformats.h"
#include "queue/panel/valuemodel.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/shownzone.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace pilothouse::queue
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype kMostName = 28; // a longer name pushes its own value only

QString timeText(qint64 ms)
{
    return ui::shownTime(QDateTime::fromMSecsSinceEpoch(ms))
        .toString(u"yyyy-MM-dd HH:mm:ss.zzz t"_s);
}

QString decoded(const QByteArray& value)
{
    switch (ValueModel::kindOf(value)) {
    case ValueModel::Kind::Json:
        return indentedJson(value);
    case ValueModel::Kind::Binary:
        return entityName(value);
    case ValueModel::Kind::Time: {
        const qint64 n = value.toLongLong();
        return QString::fromLatin1(value) + u"  → "_s + timeText(value.size() > 10 ? n : n * 1000);
    }
    case ValueModel::Kind::Text:
    case ValueModel::Kind::Integer:
    case ValueModel::Kind::Number:
        break;
    }
    return QString::fromUtf8(value);
}

QString lineOf(const QString& name, const QString& value, qsizetype width)
{
    const QString margin(width + 2, u' ');
    QString indented = value;
    indented.remove(u'\r').replace(u'\n', u'\n' + margin);
    return QString(name).leftJustified(width) + u"  "_s + indented;
}

} // namespace

QString entryText(const ValueRow& entry)
{
    const QString id = u"id"_s, time = u"time"_s;
    qsizetype width = time.size();
    for (const auto& [name, value] : entry.pairs)
        width = std::max(width, std::min(kMostName, entityName(name).size()));
    const qint64 ms = entry.field.left(entry.field.indexOf('-')).toLongLong();
    QStringList lines{
        lineOf(id, QString::fromUtf8(entry.field), width), lineOf(time, timeText(ms), width)};
    for (const auto& [name, value] : entry.pairs)
        lines += lineOf(entityName(name), decoded(value), width);
    return lines.join(u'\n');
}

EntryView::EntryView(QWidget* parent)
    : QWidget(parent)
    , m_title(new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2, this))
    , m_note(new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text3, this))
    , m_copy(new ui::IconButton(u"copy"_s, tr("Copy the entry"), QKeySequence(), this))
    , m_text(new QPlainTextEdit(this))
{
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Entry"));
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    ui::setTextStyle(m_text, ui::TextStyle::Mono);
    setFocusProxy(m_text);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 4, 12, 4);
    bar->setSpacing(8);
    bar->addWidget(m_title);
    bar->addWidget(m_note, 1);
    bar->addWidget(m_copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_text, 1);
    connect(m_copy, &QAbstractButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    clear();
}

void EntryView::clear()
{
    m_title->setText(tr("No entry chosen"));
    m_note->setText({});
    m_text->clear();
    m_copy->setEnabled(false);
}

void EntryView::setEntry(const ValueRow& entry)
{
    qint64 held = 0;
    for (const auto& [name, value] : entry.pairs)
        held += value.size();
    m_title->setText(tr("Entry %1").arg(QString::fromUtf8(entry.field)));
    m_note->setText(held < entry.fullSize ? tr("%n field(s), %1; of long values the first 64 KB",
                        nullptr, int(entry.pairs.size()))
                                                .arg(sizeText(entry.fullSize))
                                          : tr("%n field(s), %1", nullptr, int(entry.pairs.size()))
                                                .arg(sizeText(entry.fullSize)));
    m_copy->setEnabled(true);
    if (const QString text = entryText(entry); text != m_text->toPlainText())
        m_text->setPlainText(text);
}

void EntryView::showField(const QByteArray& field)
{
    if (field.isEmpty())
        return;
    const QString name = entityName(field);
    // The lines of the values begin with blanks, or with the name of another field.
    for (QTextBlock b = m_text->document()->findBlockByNumber(2); b.isValid(); b = b.next()) {
        const QString line = b.text();
        if (!line.startsWith(name) || !QStringView(line).sliced(name.size()).startsWith(u"  "))
            continue;
        QTextCursor at(b);
        m_text->setTextCursor(at);
        m_text->ensureCursorVisible();
        return;
    }
}

} // namespace pilothouse::queue
