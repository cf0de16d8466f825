// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstrun/lookbar.h"

#include "ui/controls/keycap.h"
#include "ui/controls/segmentedcontrol.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace pilothouse::app
{

using namespace Qt::StringLiterals;

LookBar::LookBar(const FirstRunContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    buildLayout();
}

ui::SegmentedControl* LookBar::addSegments(
    QHBoxLayout* row, const QString& name, const QStringList& texts, int current)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(6);
    auto* label = new QLabel(name);
    ui::setTextStyle(label, ui::TextStyle::Caption);
    ui::setTone(label, ui::Token::Text2);
    auto* segments = new ui::SegmentedControl(name);
    for (const QString& text : texts)
        segments->addSegment(text);
    segments->setCurrentIndex(current);
    column->addWidget(label);
    column->addWidget(segments, 0, Qt::AlignLeft);
    row->addLayout(column);
    return segments;
}

void LookBar::showHints(bool shown)
{
    m_hints->setVisible(shown);
}

void LookBar::buildLayout()
{
    const ui::Theme& theme = ui::Theme::of(this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(32);

    // Each language in its own words, whatever the interface speaks now.
    static const QStringList codes{u"en"_s, u"zh_TW"_s, u"ko"_s};
    auto* language = addSegments(row, tr("Language"), {u"English"_s, u"繁體中文"_s, u"한국어"_s},
        int(std::max<qsizetype>(0, codes.indexOf(m_context.language))));
    auto* look = addSegments(
        row, tr("Appearance"), {tr("System"), tr("Dark"), tr("Light")}, int(theme.mode()));
    auto* density = addSegments(row, tr("Density"), {tr("Compact"), tr("Comfortable")},
        theme.density() == ui::Density::Compact ? 0 : 1);
    row->addStretch(1);

    m_hints = new QWidget;
    auto* hints = new QVBoxLayout(m_hints);
    hints->setContentsMargins(0, 0, 0, 0);
    hints->setSpacing(4);
    const auto hint = [&](const QString& text, const QKeySequence& keys) {
        auto* pair = new QHBoxLayout;
        pair->setSpacing(6);
        auto* label = new QLabel(text);
        ui::setTextStyle(label, ui::TextStyle::Caption);
        ui::setTone(label, ui::Token::Text3);
        pair->addStretch(1);
        pair->addWidget(label);
        pair->addWidget(new ui::KeyCap(keys));
        hints->addLayout(pair);
    };
    hint(tr("Every action is in the command palette."), QKeySequence(Qt::CTRL | Qt::Key_K));
    hint(tr("All shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_F1));
    row->addWidget(m_hints);

    connect(language, &ui::SegmentedControl::currentChanged, this,
        [this](int index) { m_context.setLanguage(codes.value(index)); });
    connect(look, &ui::SegmentedControl::currentChanged, this,
        [this](int index) { m_context.setMode(ui::Theme::Mode(index)); });
    connect(density, &ui::SegmentedControl::currentChanged, this, [this](int index) {
        m_context.setDensity(index == 0 ? ui::Density::Compact : ui::Density::Comfortable);
    });
}

} // namespace pilothouse::app
