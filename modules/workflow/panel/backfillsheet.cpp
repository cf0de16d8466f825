// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/backfillsheet.h"

#include "core/servicehub.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/errors/errorwords.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/workbench.h"
#include "workflow/panel/datefield.h"
#include "workflow/panel/runfeed.h"
#include "workflow/panel/sidepane.h"
#include "workflow/panel/worktext.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>

namespace pilothouse::workflow
{

using namespace Qt::StringLiterals;
using ui::TextStyle;
using ui::Token;

namespace
{
constexpr int kMostDates = 200; // listed; all are counted
const QString kReprocess[] = {u"none"_s, u"failed"_s, u"completed"_s};
} // namespace

BackfillSheet::BackfillSheet(ui::Workbench& workbench, RunFeed& feed, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_feed(feed)
{
    buildLayout();
    m_soon.setSingleShot(true);
    m_soon.setInterval(300);
    connect(&m_soon, &QTimer::timeout, this, &BackfillSheet::ask);
    answerSheetKeys(this, m_start, [this] { Q_EMIT closed(); });
}

void BackfillSheet::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Backfill"), this);
    m_header->setIconName(u"history"_s);
    m_header->addLeft(new ui::Chip(tr("Dry run"), Token::Accent, this));
    auto* form = new QFormLayout;
    form->setContentsMargins(12, 8, 12, 8);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    const auto time = [this](const QString& name) {
        auto* edit = new DateField(this);
        edit->setTimeSpec(Qt::UTC); // a clock on the wall; its zone is the one that is named
        edit->setCalendarPopup(true);
        edit->setAccessibleName(name);
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &BackfillSheet::changed);
        return edit;
    };
    m_from = time(tr("From"));
    m_to = time(tr("To"));
    m_fromName = new QLabel(this);
    m_toName = new QLabel(this);
    form->addRow(m_fromName, m_from);
    form->addRow(m_toName, m_to);
    m_again = new ui::SegmentedControl(tr("Runs that are there already"), this);
    m_again->addSegment(tr("Leave"));
    m_again->addSegment(tr("Failed again"));
    m_again->addSegment(tr("All again"));
    connect(m_again, &ui::SegmentedControl::currentChanged, this, &BackfillSheet::changed);
    form->addRow(tr("Existing"), m_again);
    m_active = new QSpinBox(this);
    m_active->setRange(1, 1000);
    m_active->setAccessibleName(tr("Runs at once"));
    connect(m_active, &QSpinBox::valueChanged, this, &BackfillSheet::changed);
    form->addRow(tr("Runs at once"), m_active);
    m_backwards = new QCheckBox(tr("Newest first"), this);
    connect(m_backwards, &QCheckBox::toggled, this, &BackfillSheet::changed);
    form->addRow(QString(), m_backwards);

    m_dates = new QListWidget(this);
    m_dates->setAccessibleName(tr("Dates that would run"));
    m_dates->setMinimumHeight(60);
    ui::setTextStyle(m_dates, TextStyle::Mono);
    m_effect = new QLabel(this);
    m_effect->setWordWrap(true);
    ui::setTextStyle(m_effect, TextStyle::Cell);

    auto* footer = new ui::PanelFooter(this);
    footer->setFixedHeight(kButtonFooter);
    m_note = new SheetNote(this);
    auto* cancel = new ui::Button(tr("Cancel"), ui::ButtonVariant::Default, footer);
    m_start = new ui::Button(tr("Backfill"), ui::ButtonVariant::Primary, footer);
    m_start->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return), false);
    connect(cancel, &QAbstractButton::clicked, this, &BackfillSheet::closed);
    connect(m_start, &QAbstractButton::clicked, this, &BackfillSheet::backfillAsked);
    footer->addRight(cancel);
    footer->addRight(m_start);

    auto* list = new QVBoxLayout;
    list->setContentsMargins(12, 0, 12, 0);
    list->addWidget(m_dates, 1);
    list->addWidget(m_effect);
    list->addSpacing(4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_about = new SheetNote(this, Qt::ElideMiddle);
    layout->addWidget(m_header);
    layout->addWidget(m_about);
    layout->addLayout(form);
    layout->addLayout(list, 1);
    layout->addWidget(m_note);
    layout->addWidget(footer);
}

void BackfillSheet::open(const QString& dag)
{
    m_request = {};
    m_request.dag = dag;
    m_about->setText(dag);
    m_zone = m_workbench.timeContext().zone();
    const QString zone = WorkText::zoneName(m_zone);
    for (const auto& [label, edit, text] :
        {std::tuple(m_fromName, m_from, tr("From, %1").arg(zone)),
            std::tuple(m_toName, m_to, tr("To, %1").arg(zone))}) {
        label->setText(text);
        edit->setAccessibleName(text);
    }
    const QDate date = QDateTime::currentDateTimeUtc().toTimeZone(m_zone).date();
    const QDateTime today(date, QTime(0, 0), Qt::UTC);
    {
        const QSignalBlocker a(m_from);
        const QSignalBlocker b(m_to);
        m_from->setDateTime(today.addDays(-1));
        m_to->setDateTime(today);
        const QSignalBlocker c(m_again);
        m_again->setCurrentIndex(0); // what was right for another DAG
    }
    changed();
    m_from->begin();
}

void BackfillSheet::changed()
{
    if (m_request.dag.isEmpty())
        return;
    m_request.from = QDateTime(m_from->date(), m_from->time(), m_zone).toUTC();
    m_request.to = QDateTime(m_to->date(), m_to->time(), m_zone).toUTC();
    m_request.reprocess = kReprocess[std::clamp(m_again->currentIndex(), 0, 2)];
    m_request.maxActiveRuns = m_active->value();
    m_request.backwards = m_backwards->isChecked();
    m_preview.reset();
    m_error.clear();
    m_call = {};
    if (m_request.from > m_request.to)
        m_error = tr("The end comes before the begin");
    else
        m_soon.start();
    fill();
}

void BackfillSheet::ask()
{
    auto* acts = m_workbench.hub().contract<Acts>(m_feed.service());
    if (!acts)
        return;
    m_call = acts->tryBackfill(m_request).onDone(this, [this](Result<DryRun> answer) {
        if (answer)
            m_preview = std::move(*answer);
        else
            m_error = ui::ErrorWords::line(answer.error(), m_feed.service());
        fill();
    });
}

void BackfillSheet::setRefused(const QString& reason)
{
    m_refused = reason;
    fill();
}

void BackfillSheet::fill()
{
    m_dates->clear();
    const int count = m_preview ? int(m_preview->logicalDates.size()) : 0;
    for (int i = 0; i < std::min(count, kMostDates); ++i)
        m_dates->addItem(
            m_preview->logicalDates[size_t(i)].toTimeZone(m_zone).toString(u"yyyy-MM-dd HH:mm"_s));
    m_effect->setText(!m_error.isEmpty() ? m_error
            : !m_preview                 ? tr("Asking the server which dates these are")
            : count == 0                 ? tr("No date of the schedule lies there")
                                         : tr("%n runs would be made", nullptr, count));
    ui::setTone(m_effect, m_error.isEmpty() ? Token::Text2 : Token::StatusError);
    m_start->setText(count > 0 ? tr("Backfill %n runs…", nullptr, count) : tr("Backfill"));
    m_start->setEnabled(count > 0 && m_refused.isEmpty());
    const DagInfo* dag = m_feed.dag(m_request.dag);
    m_note->setText(!m_refused.isEmpty() || !dag || !dag->paused
            ? m_refused
            : tr("The DAG is paused: its runs wait until it runs again"));
}

} // namespace pilothouse::workflow
