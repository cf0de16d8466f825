// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shortcutsheet.h"

#include "app/shell/shellactions.h"
#include "ui/controls/keycap.h"
#include "ui/panel.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;

namespace
{

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

} // namespace

ShortcutSheet::ShortcutSheet(const ShellActions& actions, const ui::Panel* panel, QWidget* window)
    : Sheet(tr("Shortcuts"), 560, window)
{
    if (panel) {
        // Two parts of a panel may answer the same keys, each while it has the focus.
        std::vector<std::pair<QList<QKeySequence>, QStringList>> rows;
        const auto own = panel->panelActions();
        for (const QAction* action : own) {
            const auto keys = action->shortcuts();
            if (keys.isEmpty())
                continue;
            const auto same = std::find_if(
                rows.begin(), rows.end(), [&](const auto& row) { return row.first == keys; });
            auto& texts
                = same == rows.end() ? rows.emplace_back(keys, QStringList()).second : same->second;
            if (const QString text = withoutMnemonic(action->text()); !texts.contains(text))
                texts.append(text);
        }
        if (!rows.empty())
            addSection(panel->title());
        for (const auto& [keys, texts] : rows)
            addKeys(texts.join(u" · "_s), keys);
    }
    addSection(tr("Window"));
    for (const QAction* action : actions.all()) {
        const auto keys = ShellActions::keys(action);
        if (action->isVisible() && !keys.isEmpty())
            addKeys(withoutMnemonic(action->text()), keys);
    }
    body()->addStretch();
    focusBody();
}

void ShortcutSheet::addKeys(const QString& text, const QList<QKeySequence>& keys)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    auto* label = new QLabel(text, bodyWidget());
    ui::setTextStyle(label, ui::TextStyle::Cell);
    row->addWidget(label, 1);
    QStringList shown;
    for (const QKeySequence& sequence : keys) {
        const QString words = ui::keyText(sequence);
        if (!words.isEmpty() && !shown.contains(words) && shown.size() < 2) {
            shown << words;
            row->addWidget(new ui::KeyCap(words, bodyWidget()));
        }
    }
    body()->addLayout(row);
}

} // namespace pilothouse::app
