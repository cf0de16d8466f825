// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers change at most four times a second, however fast rows come.
#include "database/panel/resultpane.h"

#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/controls/meters.h"
#include "ui/grid/gridmodel.h"
#include "ui/grid/gridview.h"
#include "ui/plural.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

namespace pilothouse::database
{

using namespace Qt::StringLiterals;
using ui::Token;

namespace
{

constexpr int kRatesKept = 60;

QString shortCount(double value)
{
    const QLocale locale;
    if (value >= 999'500)
        return locale.toString(value / 1e6, 'f', 2) % u'M';
    if (value >= 10'000)
        return locale.toString(value / 1e3, 'f', 1) % u'k';
    return locale.toString(value, 'f', 0);
}

} // namespace

ResultPane::ResultPane(Runtime& runtime, std::shared_ptr<TableStore> store, QWidget* parent)
    : QWidget(parent)
    , m_store(std::move(store))
{
    m_clock.start();
    m_model = new ui::GridModel(this);
    m_model->setStore(m_store);
    m_grid = new ui::GridView(runtime, this);
    m_grid->setAccessibleName(tr("Result"));
    m_grid->setGridModel(m_model);
    buildBar();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_grid);

    m_words.setInterval(250);
    connect(&m_words, &QTimer::timeout, this, &ResultPane::updateWords);
    m_words.start();
    connect(m_store.get(), &TableStore::rowsAppended, this, [this] {
        if (!m_streaming)
            updateWords();
    });
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex& current) {
            if (current.isValid())
                Q_EMIT whereChanged(
                    tr("Row %1 of %2")
                        .arg(QLocale().toString(m_model->storeRow(current.row()) + 1),
                            QLocale().toString(rows())));
        });
    updateWords();
}

void ResultPane::buildBar()
{
    m_bar = new QWidget(this);
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    const auto label = [this](Token tone) {
        auto* l = new QLabel(m_bar);
        ui::setTextStyle(l, ui::TextStyle::Mono);
        ui::setTone(l, tone);
        return l;
    };
    m_chip = new ui::StatusChip(ui::Glyph::Running, tr("Streaming"), m_bar);
    m_rowsLabel = label(Token::Text);
    m_rateLabel = label(Token::Text);
    m_spark = new ui::Sparkline(tr("Rows per second"), m_bar);
    m_spark->setTone(Token::StatusRunning);
    m_timeLabel = label(Token::Text2);
    m_stop = new ui::Button(tr("Stop"), ui::ButtonVariant::Default, m_bar);
    m_stop->setIconName(u"stop"_s);
    m_stop->setSmall(true);
    m_stop->setKey(QKeySequence(Qt::Key_Escape), false);
    m_export = new ui::IconButton(u"download"_s, tr("Export to a file"), {}, m_bar);
    connect(m_stop, &QAbstractButton::clicked, this, &ResultPane::stopRequested);
    connect(m_export, &QAbstractButton::clicked, this, &ResultPane::exportRequested);
    for (QWidget* w : std::initializer_list<QWidget*>{
             m_chip, m_rowsLabel, m_rateLabel, m_spark, m_timeLabel, m_stop, m_export})
        row->addWidget(w);
}

qint64 ResultPane::rows() const
{
    return std::max(m_rows, m_store->rowCount()); // the store shows its last rows a little later
}

qint64 ResultPane::drawnRows() const
{
    const int top = m_grid->rowAt(0);
    if (top < 0)
        return 0;
    const int bottom = m_grid->rowAt(m_grid->viewport()->height() - 1);
    return (bottom < 0 ? m_model->rowCount() - 1 : bottom) - top + 1;
}

void ResultPane::progress(qint64 rows, qint64 bytes)
{
    m_rows = rows;
    m_bytes = bytes;
}

void ResultPane::setCut(bool cut)
{
    m_cut = cut;
    updateWords();
}

void ResultPane::setDone(double seconds)
{
    m_streaming = false;
    m_seconds = seconds;
    m_words.stop();
    updateWords();
}

void ResultPane::updateWords()
{
    const QLocale locale;
    const double now = m_seconds >= 0 ? m_seconds : double(m_clock.elapsed()) / 1000.0;
    if (m_streaming) {
        const qint64 at = m_clock.elapsed();
        if (at > m_rateAt + 200) {
            m_rates.append(double(m_rows - m_rateRows) * 1000.0 / double(at - m_rateAt));
            while (m_rates.size() > kRatesKept)
                m_rates.removeFirst();
            m_rateAt = at;
            m_rateRows = m_rows;
            m_spark->setValues(m_rates);
        }
    }
    m_chip->setVisible(m_streaming || m_cut);
    if (m_streaming)
        m_chip->setState(ui::Glyph::Running, tr("Streaming"));
    else if (m_cut)
        m_chip->setState(ui::Glyph::Warn, tr("Stopped"));
    m_rowsLabel->setText(m_cut
            ? tr("at least %1 row(s)", nullptr, ui::pluralOf(rows())).arg(locale.toString(rows()))
            : tr("%1 row(s)", nullptr, ui::pluralOf(rows())).arg(locale.toString(rows())));
    const double rate = m_rates.isEmpty() ? 0 : m_rates.last();
    m_rateLabel->setText(tr("%1 rows/s").arg(shortCount(rate)));
    m_rateLabel->setVisible(m_streaming);
    m_spark->setVisible(m_streaming && m_rates.size() > 1);
    QString time = tr("%1 s").arg(locale.toString(now, 'f', now < 10 ? 2 : 1));
    if (m_bytes > 0)
        time += u"  "_s % locale.formattedDataSize(m_bytes, 0, QLocale::DataSizeTraditionalFormat);
    m_timeLabel->setText(time);
    m_stop->setVisible(m_streaming);
    m_export->setEnabled(rows() > 0);
}

} // namespace pilothouse::database
