// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/panel/runsearchpane.h"

#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/searchfield.h"
#include "ui/logview/logtext.h"
#include "ui/theme/theme.h"
#include "ui/workbench.h"
#include "workflow/panel/runsearchdelegate.h"
#include "workflow/panel/runsearchmodel.h"

#include <QLocale>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace pilothouse::workflow
{

RunSearchPane::RunSearchPane(ui::Workbench& workbench, ServiceId service, QWidget* parent)
    : QWidget(parent)
    , m_workbench(workbench)
    , m_search(std::make_unique<RunSearch>(workbench.hub(), std::move(service)))
    , m_model(new RunSearchModel(*m_search, this))
{
    buildLayout();
    connect(m_search.get(), &RunSearch::started, this, &RunSearchPane::tell);
    connect(m_search.get(), &RunSearch::progressed, this, &RunSearchPane::tell);
    connect(m_search.get(), &RunSearch::finished, this, &RunSearchPane::tell);
    connect(m_search.get(), &RunSearch::hitChanged, this, &RunSearchPane::showAround);
    tell();
}

RunSearchPane::~RunSearchPane() = default;

void RunSearchPane::buildLayout()
{
    m_header = new ui::PanelHeader(tr("Search all logs"), this);
    m_header->setIconName(u"layers"_s);
    m_field = new ui::SearchField(tr("Find in all logs of the run"), this);
    m_field->setMinimumWidth(160);
    m_field->setMaximumWidth(300);
    m_field->installEventFilter(this);
    setFocusProxy(m_field);
    const auto option = [this](const QString& sign, const QString& name) {
        auto* button = new QToolButton(this);
        button->setText(sign);
        button->setCheckable(true);
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setFixedSize(26, 24);
        ui::setTextStyle(button, ui::TextStyle::MonoSmall);
        return button;
    };
    m_case = option(u"Aa"_s, tr("Match case"));
    m_regex = option(u".*"_s, tr("Regular expression"));
    m_stop = new ui::Button(tr("Stop"), ui::ButtonVariant::Default, this);
    m_stop->setSmall(true);
    m_stop->setToolTip(tr("Stop the search (Esc)"));
    m_progress = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::Text2);
    m_close = new ui::IconButton(u"close"_s, tr("Close the search"), {}, this, 12);
    m_header->addLeft(m_field);
    m_header->addLeft(m_case);
    m_header->addLeft(m_regex);
    m_header->addRight(m_progress);
    m_header->addRight(m_stop);
    m_header->addRight(m_close);

    m_list = new QTreeView(this);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Hits by task and try"));
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setRootIsDecorated(true);
    m_list->setIndentation(14);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setItemDelegate(new RunSearchDelegate(*m_model, *m_search, m_list));
    m_list->installEventFilter(this);

    m_around = new QLabel(this);
    m_around->setTextFormat(Qt::PlainText);
    m_around->setAccessibleName(tr("Lines around the hit"));
    m_around->setContentsMargins(12, 6, 12, 6);
    m_around->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_around->setMinimumHeight(104);
    m_around->setObjectName(u"around"_s);
    m_around->hide(); // until a hit is chosen
    m_around->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    ui::setTextStyle(m_around, ui::TextStyle::Mono);
    ui::setTone(m_around, ui::Token::Text2);
    ui::setPlate(m_around, ui::Token::Raised);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_around);

    connect(m_field, &QLineEdit::returnPressed, this, &RunSearchPane::begin);
    connect(m_field, &QLineEdit::textChanged, this, &RunSearchPane::tell);
    connect(m_stop, &QPushButton::clicked, this, &RunSearchPane::stop);
    connect(m_close, &QToolButton::clicked, this, [this] {
        stop();
        Q_EMIT closed();
    });
    connect(m_list, &QAbstractItemView::doubleClicked, this, &RunSearchPane::openCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &RunSearchPane::showAround);
    // Nothing is folded away by itself.
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex& parent, int first) {
            if (parent.isValid() && first == 0)
                m_list->expand(parent);
        });
}

void RunSearchPane::setRun(const RunRef& run, const std::vector<TaskInstance>& instances)
{
    if (run != m_run) {
        m_search->start({}, {});
        m_waits = false;
    }
    m_run = run;
    m_instances = instances;
    if (m_waits && !m_instances.empty())
        begin();
    tell();
}

void RunSearchPane::start(const QString& text)
{
    if (!text.isEmpty())
        m_field->setText(text);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    if (!text.isEmpty())
        begin();
}

void RunSearchPane::begin()
{
    m_waits = m_instances.empty() && !m_field->text().isEmpty();
    if (m_waits) {
        tell();
        return;
    }
    const auto without = std::count_if(m_instances.begin(), m_instances.end(),
        [](const TaskInstance& one) { return !hasLog(one); });
    m_search->start(logsOf(m_instances),
        ui::LogPattern{m_field->text(), m_regex->isChecked(), m_case->isChecked()}, int(without));
}

void RunSearchPane::stop()
{
    m_search->stop();
}

void RunSearchPane::tell()
{
    const QLocale locale;
    const RunSearch& s = *m_search;
    m_stop->setVisible(s.isRunning());
    if (s.isRunning() && !s.logs().empty())
        m_header->showProgress(double(s.searched() + s.failed()) / double(s.logs().size()));
    else
        m_header->hideProgress();
    // What stands in the field is not yet what was searched for.
    const bool typed = !s.isRunning() && s.pattern().text != m_field->text();
    if (s.pattern().isEmpty() || m_waits || (typed && !m_field->text().isEmpty())) {
        m_progress->setText(m_waits ? tr("Reading the tasks of the run")
                                    : tr("Enter searches all logs of the run"));
        return;
    }
    const ui::LogMatcher matcher(s.pattern());
    if (!matcher.isValid()) {
        m_progress->setText(tr("Not a pattern: %1").arg(matcher.problem()));
        return;
    }
    QString text
        = tr("%1 hits, %2 of %3 searched, %4")
              .arg(locale.toString(s.found()), locale.toString(s.searched()),
                  locale.toString(qint64(s.logs().size())), locale.formattedDataSize(s.bytes(), 1));
    if (s.found() > qint64(s.hits().size()))
        text += u". "_s + tr("The first %1 are listed.").arg(locale.toString(s.hits().size()));
    if (s.withoutLog() > 0)
        text += u". "_s + tr("%n without a log", nullptr, s.withoutLog());
    if (s.failed() > 0)
        text += u". "_s + tr("%1 could not be read.").arg(locale.toString(s.failed()));
    m_progress->setText(text);
}

QString RunSearchPane::progress() const
{
    return m_progress->text();
}

void RunSearchPane::showAround()
{
    const RunHit* hit = m_model->hit(m_list->currentIndex());
    QStringList lines;
    if (hit) {
        qint64 row = hit->row - hit->before.size();
        const auto add = [&](const QByteArray& text) {
            lines << QString::number(++row).rightJustified(6) + u"  "_s
                    + ui::shownLine(text, 1024).text;
        };
        for (const QByteArray& line : hit->before)
            add(line);
        add(hit->text);
        for (const QByteArray& line : hit->after)
            add(line);
    }
    m_around->setText(lines.join(u'\n'));
    m_around->setVisible(hit);
}

void RunSearchPane::openCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    const RunLog* log = m_model->log(index);
    if (!log)
        return;
    const RunHit* hit = m_model->hit(index);
    Q_EMIT hitOpened(log->task, log->tryNumber, hit ? hit->row : -1);
}

bool RunSearchPane::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (watched == m_list && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
            openCurrent();
            return true;
        }
        if (watched == m_field && key == Qt::Key_Down) {
            if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
                m_list->setCurrentIndex(m_model->index(0, 0, m_model->index(0, 0)));
            m_list->setFocus(Qt::ShortcutFocusReason);
            return true;
        }
        if (key == Qt::Key_Escape && m_search->isRunning()) {
            stop();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RunSearchPane::leave()
{
    stop();
    m_field->clear();
}

void RunSearchPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        stop();
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace pilothouse::workflow
