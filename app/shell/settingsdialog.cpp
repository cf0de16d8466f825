// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/settingsdialog.h"

#include "app/appearance.h"
#include "app/shell/shellactions.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/controls/toggleswitch.h"
#include "ui/theme/theme.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;
using ui::Density;
using ui::Token;
using Mode = ui::Theme::Mode;

SettingsDialog::SettingsDialog(ShellContext& context, ShellActions& actions, QWidget* window)
    : Sheet(tr("Settings"), 600, window)
    , m_context(context)
    , m_actions(actions)
{
    buildLook();
    buildKeys();
    body()->addStretch();
}

void SettingsDialog::buildLook()
{
    Appearance& look = m_context.appearance;
    ui::Theme& theme = look.theme();
    Appearance* const set = &look; // outlives the dialog
    addSection(tr("Appearance"));
    auto* mode = new ui::SegmentedControl(tr("Theme"), bodyWidget());
    mode->addSegment(tr("System"));
    mode->addSegment(tr("Dark"));
    mode->addSegment(tr("Light"));
    mode->setCurrentIndex(static_cast<int>(theme.mode()));
    connect(mode, &ui::SegmentedControl::currentChanged, this,
        [set](int index) { set->setMode(static_cast<Mode>(index)); });
    addRow(tr("Theme"), mode);

    auto* density = new ui::SegmentedControl(tr("Density"), bodyWidget());
    density->addSegment(tr("Compact"));
    density->addSegment(tr("Comfortable"));
    density->setCurrentIndex(theme.density() == Density::Compact ? 0 : 1);
    connect(density, &ui::SegmentedControl::currentChanged, this, [set](int index) {
        set->setDensity(index == 0 ? Density::Compact : Density::Comfortable);
    });
    addRow(tr("Density"), density);

    auto* contrast = new ui::ToggleSwitch(tr("High contrast"), bodyWidget());
    contrast->setCheckable(true);
    contrast->setChecked(theme.highContrast());
    connect(
        contrast, &QAbstractButton::toggled, this, [set](bool on) { set->setHighContrast(on); });
    addRow(tr("High contrast"), contrast, tr("Stronger borders and a wider focus ring."));

    auto* motion = new ui::ToggleSwitch(tr("Reduce motion"), bodyWidget());
    motion->setCheckable(true);
    motion->setChecked(theme.reduceMotion());
    connect(motion, &QAbstractButton::toggled, this, [set](bool on) { set->setReduceMotion(on); });
    addRow(tr("Reduce motion"), motion, tr("Nothing slides, fades or runs along an edge."));

    auto* language = new ui::SegmentedControl(tr("Language"), bodyWidget());
    const QStringList languages = Appearance::languages();
    for (const QString& each : languages)
        language->addSegment(Appearance::languageName(each));
    language->setCurrentIndex(static_cast<int>(languages.indexOf(look.language())));
    // Queued: the window is made anew, and this dialog with it.
    connect(
        language, &ui::SegmentedControl::currentChanged, &look,
        [&look, languages](int index) { look.setLanguage(languages.value(index)); },
        Qt::QueuedConnection);
    addRow(tr("Language"), language, tr("The tabs open again in the new language."));
}

void SettingsDialog::buildKeys()
{
    addSection(tr("Shortcuts"));
    m_problem = new QLabel(bodyWidget());
    ui::setTextStyle(m_problem, ui::TextStyle::Cell);
    ui::setTone(m_problem, Token::StatusWarn);
    m_problem->setWordWrap(true);
    m_problem->hide();
    body()->addWidget(m_problem);
    for (QAction* action : m_actions.all()) {
        if (!action->isVisible() || action->text().isEmpty())
            continue;
        auto* edit = new QKeySequenceEdit(ShellActions::keys(action).value(0), bodyWidget());
        edit->setFixedWidth(170);
        edit->setAccessibleName(tr("Shortcut of %1").arg(action->text()));
        // The field inside is what has the focus.
        if (auto* field = edit->findChild<QLineEdit*>())
            field->setAccessibleName(edit->accessibleName());
        connect(edit, &QKeySequenceEdit::editingFinished, this, [this, action, edit] {
            if (!setKeys(action, edit->keySequence()))
                edit->setKeySequence(ShellActions::keys(action).value(0));
        });
        addRow(action->text(), edit);
    }
}

bool SettingsDialog::setKeys(QAction* action, const QKeySequence& keys)
{
    if (keys == ShellActions::keys(action).value(0))
        return true;
    m_problem->hide();
    for (const QAction* other : m_actions.all())
        if (other != action && !keys.isEmpty() && ShellActions::keys(other).contains(keys)) {
            m_problem->setText(tr("%1 already belongs to “%2”.")
                                   .arg(keys.toString(QKeySequence::NativeText), other->text()));
            m_problem->show();
            return false;
        }
    m_actions.setKeys(ShellActions::idOf(action),
        keys.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{keys});
    return true;
}

} // namespace pilothouse::app
