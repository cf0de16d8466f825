// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/choicebar.h"

#include "ui/controls/segmentedcontrol.h"

#include <QHBoxLayout>

namespace pilothouse::streams
{

ChoiceBar::ChoiceBar(const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
    , m_name(accessibleName)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

ChoiceBar::~ChoiceBar() = default;

void ChoiceBar::setChoices(const QList<std::pair<int, QString>>& choices)
{
    QList<int> ids;
    QList<QString> words;
    for (const auto& [id, word] : choices) {
        ids.append(id);
        words.append(word);
    }
    if (ids == m_ids && words == m_words)
        return;
    m_ids = ids;
    m_words = words;
    m_control = std::make_unique<ui::SegmentedControl>(m_name, this);
    for (const QString& word : words)
        m_control->addSegment(word);
    m_layout->addWidget(m_control.get());
    if (!m_ids.contains(m_current))
        m_current = m_ids.value(0, -1);
    m_control->setCurrentIndex(int(m_ids.indexOf(m_current)));
    connect(m_control.get(), &ui::SegmentedControl::currentChanged, this, [this](int index) {
        const int choice = m_ids.value(index, -1);
        if (std::exchange(m_current, choice) != choice)
            Q_EMIT chosen(choice);
    });
    updateGeometry();
}

void ChoiceBar::choose(int choice)
{
    const auto index = m_ids.indexOf(choice);
    if (index >= 0)
        m_control->setCurrentIndex(int(index));
}

QSize ChoiceBar::sizeHint() const
{
    return m_control ? m_control->sizeHint() : QSize(0, 0);
}

QSize ChoiceBar::minimumSizeHint() const
{
    return sizeHint();
}

} // namespace pilothouse::streams
