// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/whybox.h"

#include "ui/controls/button.h"
#include "ui/theme/theme.h"
#include "workflow/panel/whyfinder.h"
#include "workflow/panel/worktext.h"

#include <QLabel>
#include <QUrl>
#include <QVBoxLayout>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using Verdict = WhyCheck::Verdict;

namespace
{

constexpr size_t kDetails = 3; // of a check; the pane has them all

} // namespace

WhyBox::WhyBox(WhyFinder& finder, QWidget* parent)
    : QFrame(parent)
    , m_finder(finder)
{
    ui::setLook(this, "variant", u"warnBox"_s);
    m_sentence = new QLabel(this);
    m_sentence->setTextFormat(Qt::RichText);
    m_sentence->setWordWrap(true);
    ui::setTextStyle(m_sentence, ui::TextStyle::Cell);
    m_lines = new QLabel(this);
    m_lines->setTextFormat(Qt::RichText);
    m_lines->setWordWrap(true);
    ui::setTextStyle(m_lines, ui::TextStyle::Caption);
    connect(m_lines, &QLabel::linkActivated, this, [this](const QString& link) {
        Q_EMIT taskAsked(QUrl::fromPercentEncoding(link.toUtf8()));
    });
    auto* all = new ui::Button(tr("All checks"), ui::ButtonVariant::Link, this);
    all->setKey(QKeySequence(Qt::Key_W), false);
    connect(all, &QAbstractButton::clicked, this, &WhyBox::allAsked);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 7, 10, 5);
    layout->setSpacing(4);
    layout->addWidget(m_sentence);
    layout->addWidget(m_lines);
    layout->addWidget(all, 0, Qt::AlignRight);
    connect(&finder, &WhyFinder::changed, this, &WhyBox::fill);
    hide();
}

bool WhyBox::isFor(const StateWord& state)
{
    const Phase phase = phaseOf(state);
    return phase == Phase::Waiting || phase == Phase::Unknown || state == "upstream_failed"_L1;
}

QString WhyBox::sentence() const
{
    return m_sentence->text();
}

QStringList WhyBox::lines() const
{
    return m_shown.split(u'\n', Qt::SkipEmptyParts);
}

void WhyBox::fill()
{
    const WhyFacts& facts = m_finder.facts();
    const bool shows = !m_finder.task().task.isEmpty() && isFor(facts.task.state);
    setVisible(shows);
    if (!shows)
        return;
    m_sentence->setText(m_finder.answer().sentence);
    QStringList rich;
    QStringList plain;
    for (const WhyCheck& check : m_finder.answer().checks) {
        if (check.told || (check.verdict != Verdict::Now && check.verdict != Verdict::Next))
            continue;
        const QString when = check.verdict == Verdict::Now ? tr("now") : tr("next");
        plain.append(u"%1: %2 (%3)"_s.arg(check.title, check.value, when));
        rich.append(QString(WorkText::strong(check.title) + u' ' + check.value.toHtmlEscaped()));
        size_t shown = 0;
        for (const WhyDetail& detail : check.details) {
            // What is done already holds nothing back.
            if (check.kind == WhyCheck::Kind::TriggerRule && detail.state == "success"_L1)
                continue;
            if (++shown > kDetails)
                continue;
            QStringList parts{detail.word, detail.value};
            parts.removeAll(QString());
            const QString words = parts.join(u", "_s);
            plain.append(u"%1 %2"_s.arg(detail.name, words));
            const QString name = check.kind == WhyCheck::Kind::TriggerRule
                ? u"<a href=\"%1\">%2</a>"_s.arg(
                    QString::fromUtf8(QUrl::toPercentEncoding(detail.name)),
                    detail.name.toHtmlEscaped())
                : detail.name.toHtmlEscaped();
            rich.append(u"\u2003%1 %2"_s.arg(name, words.toHtmlEscaped()));
        }
        if (shown > kDetails)
            rich.append(u"\u2003"_s + tr("%n more", nullptr, int(shown - kDetails)));
    }
    m_shown = plain.join(u'\n');
    m_lines->setText(rich.join(u"<br>"_s));
    m_lines->setVisible(!rich.isEmpty());
}

} // namespace pilothouse::workflow
