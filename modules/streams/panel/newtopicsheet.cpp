// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/newtopicsheet.h"

#include "streams/panel/countbox.h"
#include "streams/panel/pairrows.h"
#include "streams/panel/topicname.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/theme/theme.h"
#include "ui/words.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

#include <algorithm>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;
using ui::Glyph;
using ui::TextStyle;
using ui::Token;

namespace
{
constexpr int kMostPartitions = 100'000;
constexpr int kMostCopies = 100;
} // namespace

NewTopicSheet::NewTopicSheet(ui::Workbench& bench, const ServiceId& service, QWidget* parent)
    : Sheet(bench, service, tr("New topic"), parent)
{
    buildLayout();
    connect(m_name, &QLineEdit::textChanged, this, &NewTopicSheet::edited);
    connect(m_partitions, &QSpinBox::valueChanged, this, &NewTopicSheet::edited);
    connect(m_replication, &QSpinBox::valueChanged, this, &NewTopicSheet::edited);
    connect(m_settings, &PairRows::edited, this, &NewTopicSheet::edited);
    connect(m_check, &QAbstractButton::clicked, this, &NewTopicSheet::check);
    connect(m_like, &QComboBox::activated, this, &NewTopicSheet::takeSettings);
    addAct(tr("Add a setting"), QKeySequence(Qt::CTRL | Qt::Key_Plus),
        [this] { m_settings->addRow(); });
    judge();
}

void NewTopicSheet::buildLayout()
{
    auto* form = addForm();
    m_name = new QLineEdit(this);
    m_name->setAccessibleName(tr("Name"));
    m_name->setPlaceholderText(tr("a-z, A-Z, 0-9, “.”, “_” and “-”"));
    ui::setTextStyle(m_name, TextStyle::Mono);
    m_nameProblem = new ui::ElidedLabel({}, TextStyle::Caption, Token::StatusError, this);
    form->addRow(tr("Name"), m_name);
    form->addRow(QString(), m_nameProblem);
    const auto number = [this](const QString& name, int most) {
        auto* box = new CountBox(0, most, this);
        box->setSpecialValueText(tr("as the brokers say"));
        box->setAccessibleName(name);
        return box;
    };
    m_partitions = number(tr("Partitions"), kMostPartitions);
    m_replication = number(tr("Copies"), kMostCopies);
    m_countProblem = new ui::ElidedLabel({}, TextStyle::Caption, Token::StatusError, this);
    form->addRow(tr("Partitions"), m_partitions);
    form->addRow(tr("Copies"), m_replication);
    form->addRow(QString(), m_countProblem);
    m_like = new QComboBox(this);
    m_like->setAccessibleName(tr("Settings like"));
    m_like->setEditable(true);
    m_like->setInsertPolicy(QComboBox::NoInsert);
    m_like->lineEdit()->setPlaceholderText(tr("an existing topic"));
    m_like->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_like->completer()->setFilterMode(Qt::MatchContains);
    form->addRow(tr("Settings like"), m_like);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_settings = new PairRows(tr("Settings"), tr("Add setting"), false);
    m_settings->setNames(topicSettings());
    auto* inside = new QWidget;
    auto* rows = new QVBoxLayout(inside);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_settings);
    rows->addStretch(1);
    scroll->setWidget(inside);
    body()->addWidget(scroll, 1);

    auto* below = new QVBoxLayout;
    below->setContentsMargins(12, 4, 12, 8);
    below->setSpacing(6);
    m_checks = new CheckList(this);
    below->addWidget(m_checks);
    m_preview = new QLabel(this);
    m_preview->setAccessibleName(tr("What is sent"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse);
    ui::setTextStyle(m_preview, TextStyle::Mono);
    ui::setTone(m_preview, Token::Text2);
    below->addWidget(m_preview);
    body()->addLayout(below);
    m_check = addButton(tr("Check"));
    m_check->setKey(Qt::Key_F5, false); // heard by the sheet
}

void NewTopicSheet::open(const QString& like)
{
    m_checked.reset();
    m_name->clear();
    m_partitions->setValue(0);
    m_replication->setValue(0);
    m_settings->setPairs({});
    m_like->setCurrentText(like);
    askTopics();
    if (!like.isEmpty())
        askSettings(like, true);
    edited();
    beginAt(m_name);
}

void NewTopicSheet::askTopics()
{
    auto* topics = contract<Topics>();
    if (!topics)
        return;
    m_topicsCall = topics->topics().onDone(this, [this](Result<std::vector<TopicInfo>> answer) {
        if (!answer)
            return;
        m_topics = std::move(*answer);
        const QString chosen = m_like->currentText();
        {
            const QSignalBlocker quiet(m_like);
            m_like->clear();
            for (const TopicInfo& topic : m_topics)
                if (!topic.internal)
                    m_like->addItem(topic.name);
            m_like->setCurrentText(chosen);
        }
        if (m_known.empty() && !m_topics.empty() && !m_configCall.running())
            askSettings(m_topics.front().name, false);
        judge();
    });
}

void NewTopicSheet::takeSettings()
{
    askSettings(m_like->currentText(), true);
}

// Any topic tells which settings there are; with `take` its own become those of the new one.
void NewTopicSheet::askSettings(const QString& topic, bool take)
{
    auto* topics = contract<Topics>();
    if (!topics || topic.isEmpty())
        return;
    m_configCall = topics->config(topic).onDone(
        this, [this, topic, take](Result<std::vector<ConfigEntry>> answer) {
            if (!answer) {
                if (take)
                    setNote(line(answer.error()), Token::StatusError);
                return;
            }
            m_known = std::move(*answer);
            QStringList names;
            std::vector<std::pair<QString, QString>> values;
            std::vector<PairRows::Pair> own;
            for (const ConfigEntry& entry : m_known) {
                names << entry.name;
                values.emplace_back(entry.name,
                    entry.defaultValue.isEmpty() ? entry.value.value_or(QString())
                                                 : entry.defaultValue);
                if (entry.source == ConfigEntry::Source::Topic && entry.value)
                    own.push_back({entry.name, entry.value});
            }
            m_settings->setNames(names);
            m_settings->setPlaceholders(values);
            if (take) {
                m_settings->setPairs(own);
                for (const TopicInfo& one : m_topics) {
                    if (one.name != topic)
                        continue;
                    m_partitions->setValue(int(one.partitions.size()));
                    m_replication->setValue(one.replication());
                }
            }
            if (take)
                edited();
            else
                judge();
        });
}

NewTopic NewTopicSheet::topic() const
{
    NewTopic out;
    out.name = m_name->text();
    out.partitions = m_partitions->value() > 0 ? m_partitions->value() : -1;
    out.replication = m_replication->value() > 0 ? m_replication->value() : -1;
    for (const PairRows::Pair& pair : m_settings->pairs())
        out.config[pair.name.trimmed()] = pair.value.value_or(QString());
    return out;
}

QString NewTopicSheet::preview() const
{
    return m_preview->text();
}

QString NewTopicSheet::countProblem() const
{
    for (const CountBox* box : {m_partitions, m_replication})
        if (const QString problem = box->problem(); !problem.isEmpty())
            return u"%1: %2"_s.arg(box->accessibleName(), problem);
    return {};
}

bool NewTopicSheet::checkSettings()
{
    bool good = true;
    QStringList seen;
    for (int row = 0; row < m_settings->count(); ++row) {
        const QString name = m_settings->nameField(row)->text().trimmed();
        const QString value = m_settings->valueField(row)->text();
        QString problem;
        if (name.isEmpty() && !value.isEmpty())
            problem = tr("A setting needs a name");
        else if (!name.isEmpty() && seen.contains(name))
            problem = tr("This setting is named above");
        const auto known = std::find_if(m_known.begin(), m_known.end(),
            [&name](const ConfigEntry& entry) { return entry.name == name; });
        if (problem.isEmpty() && !name.isEmpty()) {
            if (!m_known.empty() && known == m_known.end())
                problem = tr("These brokers know no such setting");
            else if (known != m_known.end() && !value.isEmpty())
                problem = ui::words(configProblem(*known, value));
            else if (value.isEmpty())
                problem = tr("It needs a value");
        }
        m_settings->setProblem(row, problem);
        good = good && problem.isEmpty();
        if (!name.isEmpty())
            seen << name;
    }
    return good;
}

void NewTopicSheet::edited()
{
    m_checked.reset();
    m_checkCall = {};
    judge();
}

void NewTopicSheet::check()
{
    auto* acts = contract<TopicActs>();
    if (!acts || !m_check->isEnabled())
        return;
    m_checkCall = acts->tryCreate(topic()).onDone(this, [this](Result<NewTopic> answer) {
        m_checked = std::move(answer);
        judge();
    });
    judge();
}

void NewTopicSheet::judge()
{
    const QString name = m_name->text();
    const Text wrong = topicNameProblem(name);
    QStringList others;
    bool taken = false;
    for (const TopicInfo& one : m_topics) {
        others << one.name;
        taken = taken || one.name == name;
    }
    m_nameProblem->setText(taken ? tr("There is a topic of this name")
            : name.isEmpty()     ? QString()
                                 : ui::words(wrong));
    const bool settings = checkSettings();
    const QString count = countProblem();
    m_countProblem->setText(count);
    m_countProblem->setVisible(!count.isEmpty());
    const bool good = wrong.isEmpty() && !taken && settings && count.isEmpty();
    auto* acts = contract<TopicActs>();
    m_preview->setText(good && acts ? acts->create(topic()).statement : QString());
    m_check->setEnabled(good && acts && !m_checkCall.running());
    setAct(tr("Make topic…"), good && acts);
    setNote({});

    std::vector<Check> checks;
    if (const QString other = collidingTopic(name, others); !other.isEmpty())
        checks.push_back({Glyph::Warn,
            tr("Its metrics would have the name of those of %1: “.” and “_” are the same there")
                .arg(other)});
    if (m_checkCall.running())
        checks.push_back({Glyph::Queued, tr("Asking the brokers whether they would take it")});
    else if (m_checked && *m_checked)
        checks.push_back({Glyph::Ok, tr("The brokers would take it")});
    else if (m_checked)
        checks.push_back({Glyph::Error, line(m_checked->error())});
    m_checks->setChecks(std::move(checks));
}

void NewTopicSheet::apply()
{
    auto* acts = contract<TopicActs>();
    if (!acts || isBusy())
        return;
    const NewTopic wanted = topic();
    confirm(acts->create(wanted), [this, name = wanted.name](const Result<Text>& outcome) {
        if (outcome) {
            Q_EMIT made(name);
            Q_EMIT closed();
            return;
        }
        m_checked = tl::unexpected(outcome.error());
    });
}

} // namespace pilothouse::streams
