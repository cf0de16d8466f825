// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/panel/codefield.h"

#include "ui/controls/button.h"
#include "ui/controls/panelheader.h"
#include "ui/editor/codeeditor.h"
#include "ui/theme/theme.h"

#include <QDialog>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace pilothouse::pipelines
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kHeight = 160;
constexpr int kEdge = 4; // inside the border, so that its corners stay
constexpr double kShare = 0.85; // of the window
constexpr Qt::Key kOpen = Qt::Key_F4;

ui::CodeLanguage languageOf(const QString& name)
{
    return name == u"sql"   ? ui::CodeLanguage::Sql
        : name == u"python" ? ui::CodeLanguage::Python
        : name == u"json"   ? ui::CodeLanguage::Json
        : name == u"yaml"   ? ui::CodeLanguage::Yaml
                            : ui::CodeLanguage::Plain;
}

} // namespace

CodeField::CodeField(const FieldSpec& field, const QString& name, QWidget* parent)
    : FieldEditor(parent)
    , m_name(name)
    , m_language(field.language)
    , m_code(new ui::CodeEditor(languageOf(field.language), name, this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kEdge, kEdge, kEdge, kEdge);
    row->setSpacing(0);
    row->addWidget(m_code, 1);
    setFixedHeight(kHeight);
    m_code->setTabLeaves(true);
    m_code->setNarrow();
    // The border shows the focus, as with every field.
    m_code->focusProxy()->setProperty("focusRing", u"none"_s);
    m_code->focusProxy()->installEventFilter(this);
    auto* open = new ui::IconButton(u"expand"_s, tr("Edit %1 large").arg(name), {}, this);
    open->setToolTip(tr("Edit %1 large (F4)").arg(name));
    row->addWidget(open, 0, Qt::AlignTop);
    connect(open, &QAbstractButton::clicked, this, &CodeField::openLarge);
    // Of this field alone: a form may have several.
    auto* key = new QShortcut(kOpen, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &CodeField::openLarge);
    connect(m_code, &ui::CodeEditor::textChanged, this, [this] {
        if (!m_setting)
            Q_EMIT edited();
    });
}

void CodeField::setValue(const std::optional<Value>& value)
{
    const QString text = !value ? QString() : value->isNone() ? QString() : value->text;
    m_setting = true;
    if (text != m_code->text())
        m_code->setText(text);
    if (m_large && text != m_large->text())
        m_large->replaceAll(text);
    m_setting = false;
}

std::optional<Value> CodeField::value() const
{
    const QString text = m_code->text();
    return text.isEmpty() ? std::nullopt : std::optional(Value::ofText(text));
}

void CodeField::setReadOnly(bool readOnly)
{
    m_code->setReadOnly(readOnly);
    if (m_large)
        m_large->setReadOnly(readOnly);
}

QWidget* CodeField::input() const
{
    return m_code;
}

void CodeField::take(const QString& text)
{
    if (m_setting || text == m_code->text())
        return;
    m_setting = true;
    m_code->replaceAll(text);
    m_setting = false;
    Q_EMIT edited();
}

// Every key goes into the document at once, so nothing is lost however it is closed.
void CodeField::openLarge()
{
    if (m_large)
        return;
    auto* sheet = new QDialog(this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->setWindowModality(Qt::WindowModal);
    sheet->setWindowTitle(m_name);
    sheet->setAccessibleName(m_name);
    sheet->resize((QSizeF(window()->size()) * kShare).toSize());
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new ui::PanelHeader(m_name, sheet);
    header->setSubtitle(tr("Esc goes back, everything typed stays"));
    auto* close = new ui::IconButton(u"close"_s, tr("Back to the form"), {}, header);
    header->addRight(close);
    connect(close, &QAbstractButton::clicked, sheet, &QDialog::accept);
    column->addWidget(header);
    m_large = new ui::CodeEditor(languageOf(m_language), m_name, sheet);
    column->addWidget(m_large, 1);
    m_large->setText(m_code->text());
    m_large->setReadOnly(m_code->isReadOnly());
    m_large->setCaret(m_code->caret());
    m_large->focusProxy()->setProperty("focusRing", u"none"_s);
    connect(m_large, &ui::CodeEditor::textChanged, this, [this] { take(m_large->text()); });
    // A list or a find bar first.
    auto* back = new QShortcut(Qt::Key_Escape, sheet);
    connect(back, &QShortcut::activated, sheet, [this, sheet] {
        if (!m_large->closeInnermost())
            sheet->accept();
    });
    auto* same = new QShortcut(kOpen, sheet);
    connect(same, &QShortcut::activated, sheet, &QDialog::accept);
    connect(sheet, &QDialog::finished, this, [this] {
        m_code->setCaret(m_large->caret());
        m_large = nullptr;
        m_code->setFocus(Qt::OtherFocusReason);
        Q_EMIT finished();
    });
    m_large->setFocus(Qt::OtherFocusReason);
    sheet->open();
}

bool CodeField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
        if (event->type() == QEvent::FocusOut && !m_large)
            Q_EMIT finished();
    }
    return FieldEditor::eventFilter(watched, event);
}

void CodeField::paintEvent(QPaintEvent*)
{
    const ui::Theme& theme = ui::Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_code->focusProxy()->hasFocus();
    painter.setPen(theme.color(focused ? ui::Token::Accent : ui::Token::LineStrong));
    painter.setBrush(theme.color(ui::Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

} // namespace pilothouse::pipelines
