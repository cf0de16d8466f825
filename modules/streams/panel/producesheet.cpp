// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/producesheet.h"

#include "streams/panel/messageform.h"
#include "ui/controls/button.h"
#include "ui/controls/chip.h"
#include "ui/drafts.h"
#include "ui/editor/codeeditor.h"
#include "ui/theme/theme.h"
#include "ui/timecontext.h"
#include "ui/words.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::Token;

namespace
{

constexpr qint64 kMostBytes = 64 << 20; // of a file
constexpr size_t kMostMessages = 100'000; // of a file
constexpr size_t kMostTold = 6; // failures that are listed
constexpr milliseconds kFileLimit{60'000};

} // namespace

ProduceSheet::ProduceSheet(ui::Workbench& bench, const ServiceId& service, QWidget* parent)
    : Sheet(bench, service, tr("Produce messages"), parent)
    , m_lane(bench.hub().runtime(), u"message files"_s)
{
    buildLayout();
    m_drain.setInterval(50);
    connect(&m_drain, &QTimer::timeout, this, &ProduceSheet::drain);
    connect(m_form, &MessageForm::edited, this, &ProduceSheet::edited);
    connect(m_topic->lineEdit(), &QLineEdit::textChanged, this, [this] {
        askSchema();
        edited();
    });
    connect(m_rate, &QSpinBox::valueChanged, this, &ProduceSheet::judge);
    connect(m_fileChip, &ui::Chip::closed, this, [this] { setFile({}, {}); });
    addAct(
        tr("Messages from a file"), QKeySequence(Qt::CTRL | Qt::Key_O), [this] { chooseFile(); });
    judge();
}

void ProduceSheet::buildLayout()
{
    auto* form = addForm();
    m_topic = new QComboBox(this);
    m_topic->setEditable(true);
    m_topic->setInsertPolicy(QComboBox::NoInsert);
    m_topic->setAccessibleName(tr("Topic"));
    m_topic->lineEdit()->setAccessibleName(tr("Topic"));
    m_topic->completer()->setFilterMode(Qt::MatchContains);
    m_topic->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    form->addRow(tr("Topic"), m_topic);
    m_rateRow = new QWidget(this);
    auto* rate = new QHBoxLayout(m_rateRow);
    rate->setContentsMargins(0, 0, 0, 0);
    m_rate = new QSpinBox(m_rateRow);
    m_rate->setRange(0, 1'000'000);
    m_rate->setSpecialValueText(tr("as fast as the brokers take them"));
    m_rate->setSuffix(tr(" a second"));
    m_rate->setAccessibleName(tr("Messages a second"));
    m_fileChip = new ui::Chip({}, Token::Accent, m_rateRow);
    m_fileChip->setClosable(true);
    rate->addWidget(m_rate, 1);
    rate->addWidget(m_fileChip);
    form->addRow(tr("Rate"), m_rateRow);
    form->setRowVisible(m_rateRow, false);
    m_form = new MessageForm(true, this);
    body()->addWidget(m_form, 1);
    auto* below = new QVBoxLayout;
    below->setContentsMargins(12, 4, 12, 4);
    m_results = new CheckList(this);
    m_results->hide();
    below->addWidget(m_results);
    body()->addLayout(below);
    auto* file = addButton(tr("From a file…"));
    connect(file, &QAbstractButton::clicked, this, &ProduceSheet::chooseFile);
}

QString ProduceSheet::topic() const
{
    return m_topic->currentText().trimmed();
}

QString ProduceSheet::draftKey() const
{
    return u"streams.produce/%1/%2"_s.arg(service(), topic());
}

void ProduceSheet::open(const QString& topic, const std::optional<Message>& like)
{
    m_filling = true;
    setFile({}, {});
    m_told.clear();
    m_results->setChecks({});
    m_topic->setCurrentText(topic);
    m_form->setZone(workbench().timeContext().zone());
    const QJsonObject kept = workbench().drafts().get(draftKey());
    if (like)
        takeTemplate(*like);
    else if (!kept.isEmpty())
        m_form->restoreState(kept);
    else
        m_form->setDraft({-1, {}, QByteArray("{}"), {}, {}});
    m_filling = false;
    askTopics();
    askSchema();
    judge();
    beginAt(m_form->editor());
}

// What was cut in a list is read whole before it can be sent.
void ProduceSheet::takeTemplate(const Message& message)
{
    m_form->setDraft(draftOf(message));
    auto* messages = contract<Messages>();
    if (!message.isCut() || !messages)
        return;
    m_messageCall = messages->message(message.topic, message.partition, message.offset)
                        .onDone(this, [this](Result<Message> whole) {
                            if (whole)
                                m_form->setDraft(draftOf(*whole));
                            else
                                m_fileProblem = line(whole.error());
                            judge();
                        });
}

void ProduceSheet::askTopics()
{
    auto* topics = contract<Topics>();
    if (!topics)
        return;
    m_topicsCall = topics->topics().onDone(this, [this](Result<std::vector<TopicInfo>> answer) {
        if (!answer)
            return;
        const QString chosen = topic();
        const QSignalBlocker quiet(m_topic->lineEdit());
        m_topic->clear();
        for (const TopicInfo& one : *answer) {
            if (!one.internal)
                m_topic->addItem(one.name, int(one.partitions.size()));
            if (one.name == chosen)
                m_form->setPartitions(int(one.partitions.size()));
        }
        m_topic->setCurrentText(chosen);
    });
}

void ProduceSheet::askSchema()
{
    m_schema.reset();
    m_form->setEncoding({});
    auto* schemas = contract<Schemas>();
    if (!schemas || !contract<Encoding>() || topic().isEmpty())
        return;
    m_schemaCall
        = schemas->schema(topic() + u"-value"_s, 0).onDone(this, [this](Result<SchemaInfo> found) {
              if (!found)
                  return; // no subject: it goes as it is typed
              m_schema = std::move(*found);
              m_form->setEncoding(tr("Schema v%1").arg(m_schema->version));
          });
}

void ProduceSheet::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Messages, one JSON object to a line"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("JSON lines (*.jsonl *.ndjson *.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ProduceSheet::loadFile);
    dialog->open();
}

void ProduceSheet::loadFile(const QString& path)
{
    m_fileProblem.clear();
    m_fileCall
        = m_lane
              .run(kFileLimit,
                  [path](NoConnection&, const pilothouse::Token&) -> Result<std::vector<Draft>> {
                      QFile file(path);
                      if (!file.open(QIODevice::ReadOnly))
                          return fail(
                              Error::Kind::NotFound, u"%1: %2"_s.arg(path, file.errorString()));
                      if (file.size() > kMostBytes)
                          return fail(Error::Kind::Refused, path, {},
                              PH_TEXT("MessageBytes", "The file is larger than 64 MB"));
                      return readDrafts(file.readAll(), kMostMessages);
                  })
              .onDone(this, [this, path](Result<std::vector<Draft>> drafts) {
                  const QString name = QFileInfo(path).fileName();
                  if (!drafts)
                      m_fileProblem = u"%1: %2"_s.arg(name, line(drafts.error()));
                  else if (drafts->empty())
                      m_fileProblem = tr("%1 holds no message").arg(name);
                  else
                      setFile(name, std::move(*drafts));
                  judge();
              });
    judge();
}

void ProduceSheet::setFile(const QString& name, std::vector<Draft> drafts)
{
    m_file = std::move(drafts);
    m_fileName = name;
    m_fileProblem.clear();
    m_fileChip->setText(name);
    auto* form = qobject_cast<QFormLayout*>(body()->itemAt(0)->layout());
    form->setRowVisible(m_rateRow, !m_file.empty());
    m_form->setVisible(m_file.empty());
    qint64 bytes = 0;
    int tombstones = 0;
    for (const Draft& draft : m_file) {
        bytes += draft.key.size() + draft.value.size();
        tombstones += draft.value.isNull() ? 1 : 0;
    }
    m_told.clear();
    std::vector<Check> checks;
    if (!m_file.empty())
        checks.push_back({Glyph::Created, tr("%n messages", nullptr, int(m_file.size())),
            QLocale().formattedDataSize(bytes, 1)});
    if (tombstones > 0)
        checks.push_back({Glyph::Warn, tr("%n of them without a value", nullptr, tombstones)});
    m_results->setChecks(std::move(checks));
    judge();
}

void ProduceSheet::edited()
{
    if (!m_filling && !topic().isEmpty())
        workbench().drafts().put(draftKey(), m_form->saveState());
    m_fileProblem.clear();
    judge();
}

void ProduceSheet::judge()
{
    const bool named = !topic().isEmpty();
    const bool waits = m_messageCall.running() || m_encodeCall.running();
    if (m_file.empty()) {
        setAct(tr("Produce…"), named && m_form->draft() && !waits);
        setNote(!m_fileProblem.isEmpty() ? m_fileProblem : m_form->problem(), Token::StatusError);
    } else {
        setAct(tr("Produce %n messages…", nullptr, int(m_file.size())), named && !waits);
        setNote(m_fileProblem, Token::StatusError);
    }
}

void ProduceSheet::apply()
{
    if (isBusy() || m_encodeCall.running())
        return;
    if (!m_file.empty()) {
        send(m_file);
        return;
    }
    const std::optional<Draft> draft = m_form->draft();
    if (!draft)
        return;
    auto* encoding = contract<Encoding>();
    if (!m_form->isEncoded() || !encoding || !m_schema) {
        send({*draft});
        return;
    }
    m_encodeCall = encoding->encode(*m_schema, draft->value)
                       .onDone(this, [this, draft = *draft](Result<QByteArray> bytes) mutable {
                           if (!bytes) {
                               m_fileProblem = line(bytes.error());
                               judge();
                               return;
                           }
                           draft.value = std::move(*bytes);
                           send({std::move(draft)});
                       });
    judge();
}

void ProduceSheet::send(std::vector<Draft> drafts)
{
    auto* acts = contract<TopicActs>();
    if (!acts)
        return;
    m_box = std::make_shared<WrittenBox>();
    m_told.clear();
    m_sending = drafts.size();
    ProduceRequest request;
    request.topic = topic();
    request.drafts = std::move(drafts);
    request.perSecond = m_file.empty() ? 0 : m_rate->value();
    request.onWritten = WrittenBox::listener(m_box);
    m_drain.start();
    m_fileProblem.clear();
    const QString key = draftKey();
    confirm(acts->produce(request), [this, key](const Result<Text>& outcome) {
        m_drain.stop();
        drain();
        fillResults(outcome ? std::optional<Error>() : outcome.error());
        if (outcome && m_file.empty())
            workbench().drafts().remove(key);
    });
}

void ProduceSheet::drain()
{
    const std::vector<Written> told = m_box ? m_box->take() : std::vector<Written>();
    if (told.empty())
        return;
    m_told.insert(m_told.end(), told.begin(), told.end());
    for (const Written& one : told)
        if (!one.problem)
            Q_EMIT written(topic(), one.partition, one.offset);
    fillResults({});
}

void ProduceSheet::fillResults(const std::optional<Error>& error)
{
    std::vector<Check> checks;
    const auto good = std::count_if(
        m_told.begin(), m_told.end(), [](const Written& one) { return !one.problem; });
    if (m_sending == 1 && good == 1) {
        const Written& one = m_told.front();
        checks.push_back({Glyph::Ok, tr("Written to partition %1").arg(one.partition),
            u"@ %1"_s.arg(one.offset)});
    } else if (good > 0) {
        checks.push_back({good == qint64(m_sending) ? Glyph::Ok : Glyph::Running,
            tr("%1 of %2 written").arg(QLocale().toString(qint64(good))).arg(m_sending)});
    }
    for (const Written& one : m_told) {
        if (one.problem && checks.size() <= kMostTold)
            checks.push_back(
                {Glyph::Error, tr("Message %1: %2").arg(one.index + 1).arg(line(*one.problem)),
                    tr("partition %1").arg(one.partition)});
    }
    const auto failed = qint64(m_told.size()) - qint64(good);
    if (failed > qint64(kMostTold))
        checks.push_back({Glyph::Error, tr("%n failed in all", nullptr, int(failed))});
    if (error)
        checks.push_back({Glyph::Error, line(*error),
            m_sending > m_told.size() ? tr("%n not sent", nullptr, int(m_sending - m_told.size()))
                                      : QString()});
    m_results->setChecks(std::move(checks));
}

} // namespace pilothouse::streams
