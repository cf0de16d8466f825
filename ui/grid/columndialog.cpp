// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/columndialog.h"

#include "ui/controls/button.h"
#include "ui/controls/keycap.h"
#include "ui/theme/theme.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::ui
{

namespace
{

enum Kind { Numbers, Times, Texts, Others };

Kind kindOf(CellType type)
{
    if (isNumber(type))
        return Numbers;
    if (type == CellType::Timestamp)
        return Times;
    return type == CellType::Enum || type == CellType::Text ? Texts : Others;
}

QLabel* label(const QString& text, TextStyle style, Token tone, QWidget* parent)
{
    auto* out = new QLabel(text, parent);
    out->setTextFormat(Qt::PlainText);
    setTextStyle(out, style);
    setTone(out, tone);
    return out;
}

QFormLayout* form(QWidget* page)
{
    auto* out = new QFormLayout(page);
    out->setContentsMargins(0, 0, 0, 0);
    out->setVerticalSpacing(8);
    out->setHorizontalSpacing(12);
    return out;
}

} // namespace

ColumnDialog::ColumnDialog(std::vector<ColumnPlan> plan, int current, QWidget* parent)
    : QDialog(parent)
    , m_plan(std::move(plan))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Columns"));
    setAccessibleName(tr("Columns"));
    resize(640, 480);
    buildLayout();
    fillList(std::clamp(current, 0, std::max(0, static_cast<int>(m_plan.size()) - 1)));
}

void ColumnDialog::buildLayout()
{
    auto* heading = label(tr("Columns"), TextStyle::Title, Token::Text, this);
    auto* effect = label(tr("Values are stored and copied unchanged, whatever is shown here."),
        TextStyle::Body, Token::Text2, this);
    effect->setWordWrap(true);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(buildList(), 2);
    middle->addWidget(buildForm(), 3);

    auto* reset = new Button(tr("As the result came"), ButtonVariant::Quiet, this);
    reset->setToolTip(tr("Order, widths and values of every column as they came"));
    auto* cancel = new Button(tr("Cancel"), ButtonVariant::Default, this);
    m_apply = new Button(tr("Apply"), ButtonVariant::Primary, this);
    m_apply->setDefault(true);
    m_noShown = label({}, TextStyle::Caption, Token::StatusWarn, this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(reset);
    buttons->addWidget(m_noShown, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_apply);
    connect(reset, &QAbstractButton::clicked, this, [this] {
        Q_EMIT resetRequested();
        accept();
    });
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(m_apply, &QAbstractButton::clicked, this, [this] {
        Q_EMIT applied();
        accept();
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(4);
    layout->addWidget(heading);
    layout->addWidget(effect);
    layout->addSpacing(10);
    layout->addLayout(middle, 1);
    layout->addSpacing(12);
    layout->addLayout(buttons);
}

QWidget* ColumnDialog::buildList()
{
    auto* page = new QWidget(this);
    m_list = new QListWidget(page);
    m_list->setAccessibleName(tr("Columns in their order"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    setTextStyle(m_list, TextStyle::Mono);
    m_up = new Button(tr("Up"), ButtonVariant::Default, page);
    m_up->setIconName(u"arrow-up"_s);
    m_down = new Button(tr("Down"), ButtonVariant::Default, page);
    m_down->setIconName(u"arrow-down"_s);
    m_list->installEventFilter(this);
    m_up->setToolTip(keyText(QKeySequence(Qt::ALT | Qt::Key_Up)));
    m_down->setToolTip(keyText(QKeySequence(Qt::ALT | Qt::Key_Down)));
    connect(m_up, &QAbstractButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { move(1); });
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnDialog::fillForm);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        if (m_filling)
            return;
        m_plan[static_cast<size_t>(m_list->row(item))].shown = item->checkState() == Qt::Checked;
        fillForm();
    });
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, [this] {
        std::vector<ColumnPlan> next;
        for (int i = 0; i < m_list->count(); ++i) {
            const int column = m_list->item(i)->data(Qt::UserRole).toInt();
            next.push_back(*std::ranges::find(m_plan, column, &ColumnPlan::column));
        }
        m_plan = std::move(next);
        fillForm();
    });
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    return page;
}

QWidget* ColumnDialog::buildForm()
{
    auto* page = new QWidget(this);
    m_title = label({}, TextStyle::ControlStrong, Token::Text, page);
    m_type = label({}, TextStyle::MonoSmall, Token::Text3, page);
    m_shown = new QCheckBox(tr("Shown"), page);
    m_width = new QSpinBox(page);
    m_width->setRange(40, 2000);
    m_width->setSuffix(tr(" px"));
    m_width->setAccessibleName(tr("Width"));

    auto* numbers = new QWidget(page);
    m_number = new QComboBox(numbers);
    m_number->setAccessibleName(tr("Numbers"));
    m_number->addItem(tr("As stored"), static_cast<int>(NumberForm::Stored));
    m_number->addItem(tr("Thousands apart"), static_cast<int>(NumberForm::Grouped));
    m_number->addItem(tr("As a size in bytes"), static_cast<int>(NumberForm::Bytes));
    m_bar = new QCheckBox(tr("A bar beside the number, one scale for the column"), numbers);
    auto* numberForm = form(numbers);
    numberForm->addRow(label(tr("Numbers"), TextStyle::Cell, Token::Text3, numbers), m_number);
    numberForm->addRow(m_bar);

    auto* times = new QWidget(page);
    m_time = new QComboBox(times);
    m_time->setAccessibleName(tr("Times"));
    m_time->addItem(tr("As stored"), static_cast<int>(TimeForm::Stored));
    m_time->addItem(tr("To the second"), static_cast<int>(TimeForm::Seconds));
    m_time->addItem(tr("Date only"), static_cast<int>(TimeForm::Date));
    m_time->addItem(tr("Time of day only"), static_cast<int>(TimeForm::Clock));
    form(times)->addRow(label(tr("Times"), TextStyle::Cell, Token::Text3, times), m_time);

    auto* texts = new QWidget(page);
    m_states = new QTableWidget(0, 2, texts);
    m_states->setAccessibleName(tr("States of values"));
    m_states->setHorizontalHeaderLabels({tr("Value"), tr("State")});
    m_states->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_states->horizontalHeader()->resizeSection(1, 150);
    m_states->verticalHeader()->hide();
    m_states->setShowGrid(false);
    m_states->setTabKeyNavigation(false);
    m_states->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_newValue = new QComboBox(texts);
    m_newValue->setEditable(true);
    m_newValue->setAccessibleName(tr("Value that means a state"));
    auto* add = new Button(tr("Add"), ButtonVariant::Default, texts);
    add->setAutoDefault(false);
    connect(add, &QAbstractButton::clicked, this, &ColumnDialog::addState);
    auto* adding = new QHBoxLayout;
    adding->setSpacing(8);
    adding->addWidget(m_newValue, 1);
    adding->addWidget(add);
    auto* textLayout = new QVBoxLayout(texts);
    textLayout->setContentsMargins(0, 0, 0, 0);
    textLayout->setSpacing(8);
    textLayout->addWidget(
        label(tr("Values that mean a state"), TextStyle::Cell, Token::Text3, texts));
    textLayout->addWidget(m_states, 1);
    textLayout->addLayout(adding);

    auto* others = label(
        tr("These values are always shown as stored."), TextStyle::Cell, Token::Text3, page);
    others->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    others->setWordWrap(true);
    m_kinds = new QStackedWidget(page);
    for (QWidget* kind : std::initializer_list<QWidget*>{numbers, times, texts, others})
        m_kinds->addWidget(kind); // in the order of Kind

    auto* widthRow = form(new QWidget(page));
    widthRow->addRow(label(tr("Width"), TextStyle::Cell, Token::Text3, page), m_width);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_type);
    layout->addSpacing(6);
    layout->addWidget(m_shown);
    layout->addWidget(widthRow->parentWidget());
    layout->addSpacing(6);
    layout->addWidget(m_kinds, 1);

    for (QCheckBox* box : {m_shown, m_bar})
        connect(box, &QCheckBox::toggled, this, &ColumnDialog::keepForm);
    for (QComboBox* box : {m_number, m_time})
        connect(box, &QComboBox::currentIndexChanged, this, &ColumnDialog::keepForm);
    connect(m_width, &QSpinBox::valueChanged, this, &ColumnDialog::keepForm);
    return page;
}

ColumnPlan* ColumnDialog::current()
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_plan.size()) ? &m_plan[static_cast<size_t>(row)]
                                                             : nullptr;
}

void ColumnDialog::fillList(int current)
{
    m_filling = true;
    m_list->clear();
    for (const ColumnPlan& column : m_plan) {
        auto* item = new QListWidgetItem(column.name, m_list);
        item->setFlags((item->flags() | Qt::ItemIsUserCheckable) & ~Qt::ItemIsDropEnabled);
        item->setCheckState(column.shown ? Qt::Checked : Qt::Unchecked);
        item->setData(Qt::UserRole, column.column);
    }
    m_filling = false;
    m_list->setCurrentRow(current);
}

void ColumnDialog::fillForm()
{
    const ColumnPlan* column = current();
    if (!column || m_filling)
        return;
    m_filling = true;
    m_title->setText(column->name);
    m_type->setText(column->type);
    m_shown->setChecked(column->shown);
    m_width->setValue(column->width);
    m_number->setCurrentIndex(m_number->findData(static_cast<int>(column->settings.number)));
    m_bar->setChecked(column->settings.bar);
    m_time->setCurrentIndex(m_time->findData(static_cast<int>(column->settings.time)));
    m_kinds->setCurrentIndex(kindOf(column->cellType));
    m_newValue->clear();
    m_newValue->addItems(column->seen);
    fillStates();
    m_filling = false;
    const bool any = std::ranges::any_of(m_plan, &ColumnPlan::shown);
    m_apply->setEnabled(any);
    m_noShown->setText(any ? QString() : tr("One column at least is shown."));
    m_up->setEnabled(m_list->currentRow() > 0);
    m_down->setEnabled(m_list->currentRow() + 1 < m_list->count());
}

void ColumnDialog::fillStates()
{
    m_states->setRowCount(0);
    const ColumnPlan* column = current();
    if (!column)
        return;
    for (auto it = column->settings.states.begin(); it != column->settings.states.end(); ++it) {
        const int row = m_states->rowCount();
        m_states->insertRow(row);
        m_states->setItem(row, 0, new QTableWidgetItem(it.key()));
        auto* choice = new QComboBox(m_states);
        choice->setAccessibleName(tr("State of %1").arg(it.key()));
        choice->addItem(tr("no state"), QString());
        for (const Glyph glyph : stateGlyphs())
            choice->addItem(glyphWord(glyph), glyphId(glyph));
        choice->setCurrentIndex(choice->findData(glyphId(it.value())));
        connect(choice, &QComboBox::activated, this, [this, value = it.key(), choice] {
            const Glyph glyph = glyphFromId(choice->currentData().toString());
            if (ColumnPlan* mine = current()) {
                if (glyph == Glyph::None)
                    mine->settings.states.remove(value);
                else
                    mine->settings.states[value] = glyph;
            }
        });
        m_states->setCellWidget(row, 1, choice);
    }
}

void ColumnDialog::addState()
{
    ColumnPlan* column = current();
    const QString value = m_newValue->currentText();
    if (!column || value.isEmpty())
        return;
    if (!column->settings.states.contains(value))
        column->settings.states[value] = Glyph::Ok;
    fillStates();
}

void ColumnDialog::keepForm()
{
    ColumnPlan* column = current();
    if (!column || m_filling)
        return;
    column->shown = m_shown->isChecked();
    column->width = m_width->value();
    column->settings.number = static_cast<NumberForm>(m_number->currentData().toInt());
    column->settings.bar = m_bar->isChecked();
    column->settings.time = static_cast<TimeForm>(m_time->currentData().toInt());
    m_filling = true;
    m_list->currentItem()->setCheckState(column->shown ? Qt::Checked : Qt::Unchecked);
    m_filling = false;
    fillForm();
}

// Alt with the arrows moves the column instead of the choice.
bool ColumnDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool up = key->key() == Qt::Key_Up;
        if (key->modifiers().testFlag(Qt::AltModifier) && (up || key->key() == Qt::Key_Down)) {
            move(up ? -1 : 1);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ColumnDialog::move(int by)
{
    const int from = m_list->currentRow();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= static_cast<int>(m_plan.size()))
        return;
    std::swap(m_plan[static_cast<size_t>(from)], m_plan[static_cast<size_t>(to)]);
    fillList(to);
}

} // namespace pilothouse::ui
