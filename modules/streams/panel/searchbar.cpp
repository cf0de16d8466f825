// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/searchbar.h"

#include "core/servicehub.h"
#include "streams/panel/messagefilter.h"
#include "streams/panel/placetext.h"
#include "streams/panel/topicsearch.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/searchfield.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/timecontext.h"
#include "ui/words.h"
#include "ui/workbench.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pilothouse::streams
{

using Mode = MessagePattern::Mode;

namespace
{

constexpr auto kCaseSign = "Aa"_L1; // the same in every language
constexpr int kWheres[] = {
    MessagePattern::Anywhere, MessagePattern::Value, MessagePattern::Key, MessagePattern::Headers};

QString typedPlace(const QJsonValue& value, const QTimeZone& zone, TopicPlace::Kind otherwise)
{
    if (value.isString())
        return value.toString();
    if (!value.isObject())
        return {};
    const TopicPlace place = placeOf(value.toObject(), otherwise);
    return place.kind == otherwise ? QString() : writtenPlace(place, zone);
}

} // namespace

SearchBar::SearchBar(ui::Workbench& workbench, ServiceId service, QWidget* parent)
    : QFrame(parent)
    , m_workbench(workbench)
    , m_service(std::move(service))
{
    buildLayout();
    connect(&workbench.hub(), &ServiceHub::aboutToRemove, this, [this](const QString& id) {
        if (id == m_service)
            m_topics.cancel();
    });
    modeChanged();
}

QLineEdit* SearchBar::placeField(const QString& name, const QString& placeholder)
{
    auto* field = new QLineEdit(this);
    field->setAccessibleName(name);
    field->setPlaceholderText(placeholder);
    field->setMinimumWidth(96);
    field->setMaximumWidth(190);
    ui::setTextStyle(field, ui::TextStyle::Mono);
    connect(field, &QLineEdit::textChanged, this, &SearchBar::tell);
    field->installEventFilter(this);
    return field;
}

void SearchBar::buildLayout()
{
    ui::setPlate(this, ui::Token::Surface);
    m_topic = new QComboBox(this);
    m_topic->setAccessibleName(tr("Topic to search"));
    m_topic->setEditable(true);
    m_topic->setInsertPolicy(QComboBox::NoInsert);
    m_topic->setMinimumWidth(120);
    m_topic->setMaximumWidth(260);
    m_topic->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_topic->setMinimumContentsLength(14);
    m_topic->completer()->setFilterMode(Qt::MatchContains);
    m_topic->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_topic->lineEdit()->setPlaceholderText(tr("Topic"));
    connect(m_topic, &QComboBox::currentTextChanged, this, [this] {
        tell();
        Q_EMIT topicChosen();
    });
    m_modes = new ui::SegmentedControl(tr("How to search"), this);
    m_modes->addSegment(tr("Contains"));
    m_modes->addSegment(tr("Field"));
    m_modes->addSegment(tr("Regex"));
    connect(m_modes, &ui::SegmentedControl::currentChanged, this, &SearchBar::modeChanged);
    m_pattern = new ui::SearchField(tr("What to search for"), this);
    m_pattern->setMinimumWidth(120);
    m_pattern->installEventFilter(this);
    connect(m_pattern, &QLineEdit::textChanged, this, &SearchBar::tell);
    m_equals = new QLineEdit(this);
    m_equals->setAccessibleName(tr("Value of the field"));
    m_equals->setPlaceholderText(tr("value"));
    m_equals->setMaximumWidth(180);
    m_equals->installEventFilter(this);
    connect(m_equals, &QLineEdit::textChanged, this, &SearchBar::tell);
    m_where = new QComboBox(this);
    m_where->setAccessibleName(tr("Where to search"));
    m_where->addItems({tr("in key, headers and value"), tr("in the value"), tr("in the key"),
        tr("in the headers")});
    connect(m_where, &QComboBox::currentIndexChanged, this, &SearchBar::tell);
    m_case = new QToolButton(this);
    m_case->setText(QString(kCaseSign));
    m_case->setCheckable(true);
    m_case->setChecked(true);
    m_case->setAccessibleName(tr("Match case"));
    m_case->setToolTip(tr("Match case. Without it the search is slower."));
    m_case->setFixedSize(26, 24);
    ui::setTextStyle(m_case, ui::TextStyle::MonoSmall);
    connect(m_case, &QToolButton::toggled, this, &SearchBar::tell);
    m_start = new ui::Button(tr("Search"), ui::ButtonVariant::Primary, this);
    connect(m_start, &QPushButton::clicked, this, &SearchBar::startAsked);
    m_export = new ui::Button(tr("Export hits"), ui::ButtonVariant::Default, this);
    m_export->setIconName(u"download"_s);
    connect(m_export, &QPushButton::clicked, this, &SearchBar::exportAsked);
    m_from = placeField(tr("Begin of the range"), tr("begin"));
    m_to = placeField(tr("End of the range"), tr("end"));
    m_partitions = placeField(tr("Partitions"), tr("all"));
    m_partitions->setMinimumWidth(60);
    m_partitions->setMaximumWidth(110);
    m_isolation = new QComboBox(this);
    m_isolation->setAccessibleName(tr("Isolation"));
    m_isolation->addItems({u"read committed"_s, u"read uncommitted"_s}); // Kafka's own words
    connect(m_isolation, &QComboBox::currentIndexChanged, this, &SearchBar::tell);
    m_problem = new ui::ElidedLabel({}, ui::TextStyle::Caption, ui::Token::StatusWarn);

    auto* first = new QHBoxLayout;
    first->setContentsMargins(8, 6, 8, 6);
    first->setSpacing(8);
    first->addWidget(m_topic, 1);
    first->addWidget(m_modes);
    first->addWidget(m_pattern, 2);
    first->addWidget(m_equals, 1);
    first->addWidget(m_case);
    first->addWidget(m_start);
    first->addWidget(m_export);
    auto* second = new QHBoxLayout;
    second->setContentsMargins(12, 6, 8, 6);
    second->setSpacing(8);
    const auto label = [this](const QString& text) {
        auto* out = new QLabel(text, this);
        ui::setTextStyle(out, ui::TextStyle::Cell);
        ui::setTone(out, ui::Token::Text2);
        return out;
    };
    second->addWidget(label(tr("From")));
    second->addWidget(m_from, 2);
    second->addWidget(label(tr("to")));
    second->addWidget(m_to, 2);
    second->addWidget(label(tr("Partitions")));
    second->addWidget(m_partitions, 1);
    second->addWidget(m_where);
    second->addWidget(m_isolation);
    second->addWidget(m_problem, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(first);
    auto* line = new QWidget(this);
    ui::setPlate(line, ui::Token::Line);
    line->setFixedHeight(1);
    layout->addWidget(line);
    layout->addLayout(second);
}

QLineEdit* SearchBar::patternField() const
{
    return m_pattern;
}

QString SearchBar::topic() const
{
    return m_topic->currentText().trimmed();
}

int SearchBar::whereChosen() const
{
    return kWheres[std::clamp(m_where->currentIndex(), 0, 3)];
}

void SearchBar::modeChanged()
{
    const Mode mode = m_modes->currentIndex() == 1 ? Mode::Field
        : m_modes->currentIndex() == 2             ? Mode::Regex
                                                   : Mode::Contains;
    m_equals->setVisible(mode == Mode::Field);
    m_where->setEnabled(mode != Mode::Field);
    m_case->setVisible(mode != Mode::Field);
    m_pattern->setPlaceholderText(mode == Mode::Field ? u"$.order.items[0].sku"_s
            : mode == Mode::Regex                     ? u"5[0-9]{2}"_s
                                                      : tr("What to search for"));
    tell();
}

SearchQuery SearchBar::query() const
{
    SearchQuery out;
    const QTimeZone zone = m_workbench.timeContext().zone();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    out.topic = topic();
    out.pattern.mode = m_modes->currentIndex() == 1 ? Mode::Field
        : m_modes->currentIndex() == 2              ? Mode::Regex
                                                    : Mode::Contains;
    out.pattern.pattern = m_pattern->text();
    out.pattern.where = whereChosen();
    out.pattern.caseSensitive = m_case->isChecked();
    if (out.pattern.mode == Mode::Field) {
        out.pattern.pattern = m_pattern->text().trimmed();
        out.pattern.equals = m_equals->text();
        out.pattern.where = MessagePattern::Value;
        out.pattern.caseSensitive = true;
    }
    out.from = readPlace(m_from->text(), TopicPlace::Kind::Begin, zone, now).place;
    out.to = readPlace(m_to->text(), TopicPlace::Kind::End, zone, now).place;
    const auto count = m_counts.find(out.topic);
    out.partitions
        = readPartitions(m_partitions->text(), count == m_counts.end() ? 0 : count->second)
              .partitions;
    out.isolation
        = m_isolation->currentIndex() == 1 ? Isolation::Uncommitted : Isolation::Committed;
    return out;
}

Text SearchBar::problem() const
{
    const QTimeZone zone = m_workbench.timeContext().zone();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (topic().isEmpty())
        return PH_TEXT("streams", "Choose a topic");
    if (!m_counts.empty() && m_counts.count(topic()) == 0)
        return PH_TEXT("streams", "There is no topic of that name");
    const SearchQuery asked = query();
    if (asked.pattern.mode == Mode::Field) {
        if (Text wrong = pathProblem(asked.pattern.pattern); !wrong.isEmpty())
            return wrong;
        if (asked.pattern.equals.isEmpty())
            return PH_TEXT("streams", "Which value is the field to have?");
    }
    if (asked.pattern.mode == Mode::Regex) {
        const QRegularExpression regex(asked.pattern.pattern);
        if (!regex.isValid())
            return Text::verbatim(regex.errorString());
    }
    for (const QLineEdit* field : {m_from, m_to})
        if (Text wrong = readPlace(field->text(), TopicPlace::Kind::Begin, zone, now).problem;
            !wrong.isEmpty())
            return wrong;
    using Kind = TopicPlace::Kind;
    if ((asked.from.kind == Kind::Time && asked.to.kind == Kind::Time
            && asked.from.time >= asked.to.time)
        || (asked.from.kind == Kind::Offset && asked.to.kind == Kind::Offset
            && asked.from.offset >= asked.to.offset))
        return PH_TEXT("streams", "The range ends before it begins");
    const auto count = m_counts.find(asked.topic);
    return readPartitions(m_partitions->text(), count == m_counts.end() ? 0 : count->second)
        .problem;
}

void SearchBar::tell()
{
    const Text wrong = problem();
    m_problem->setText(ui::words(wrong));
    m_start->setEnabled(wrong.isEmpty());
    const auto count = m_counts.find(topic());
    m_partitions->setPlaceholderText(
        count == m_counts.end() ? tr("all") : tr("all %1").arg(count->second));
    Q_EMIT edited();
}

QJsonObject SearchBar::saved() const
{
    QJsonObject out = patternJson(query().pattern);
    out[u"topic"_s] = topic();
    out[u"from"_s] = m_from->text();
    out[u"to"_s] = m_to->text();
    out[u"partitions"_s] = m_partitions->text();
    out[u"isolation"_s] = m_isolation->currentIndex() == 1 ? u"uncommitted"_s : u"committed"_s;
    return out;
}

void SearchBar::restore(const QJsonObject& state)
{
    const QTimeZone zone = m_workbench.timeContext().zone();
    const MessagePattern pattern = patternOf(state);
    m_topic->setCurrentText(state[u"topic"_s].toString());
    m_modes->setCurrentIndex(pattern.mode == Mode::Field ? 1 : pattern.mode == Mode::Regex ? 2 : 0);
    m_pattern->setText(pattern.pattern);
    m_equals->setText(pattern.equals);
    m_case->setChecked(pattern.caseSensitive);
    for (int i = 0; i < 4; ++i)
        if (kWheres[i] == pattern.where)
            m_where->setCurrentIndex(i);
    m_from->setText(typedPlace(state[u"from"_s], zone, TopicPlace::Kind::Begin));
    m_to->setText(typedPlace(state[u"to"_s], zone, TopicPlace::Kind::End));
    const QJsonValue partitions = state[u"partitions"_s];
    m_partitions->setText(partitions.isString() ? partitions.toString()
                                                : writtenPartitions(queryOf(state).partitions));
    m_isolation->setCurrentIndex(state[u"isolation"_s].toString() == "uncommitted"_L1 ? 1 : 0);
    modeChanged();
}

void SearchBar::widen()
{
    m_from->clear();
    m_to->clear();
    m_partitions->clear();
}

void SearchBar::askTopics()
{
    auto* topics = m_workbench.hub().contract<Topics>(m_service);
    if (!topics || m_topics.running() || !m_counts.empty())
        return;
    m_topics = topics->topics().onDone(this, [this](const Result<std::vector<TopicInfo>>& all) {
        if (!all)
            return;
        const QString typed = m_topic->currentText();
        const QSignalBlocker quiet(m_topic);
        m_topic->clear();
        for (const TopicInfo& one : *all) {
            m_counts[one.name] = int(one.partitions.size());
            m_topic->addItem(one.name);
        }
        m_topic->setCurrentIndex(m_topic->findText(typed));
        m_topic->setCurrentText(typed);
        tell();
        Q_EMIT topicsKnown();
    });
}

QString SearchBar::largestTopic() const
{
    QString out;
    int most = 0;
    for (const auto& [name, count] : m_counts)
        if (count > most && !name.startsWith(u'_')) { // those of Kafka and its tools
            out = name;
            most = count;
        }
    return out;
}

void SearchBar::setFocusToPattern()
{
    QWidget* field = topic().isEmpty() ? static_cast<QWidget*>(m_topic) : m_pattern;
    field->setFocus(Qt::OtherFocusReason);
}

bool SearchBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
            && key->modifiers() == Qt::NoModifier) {
            Q_EMIT startAsked();
            return true;
        }
        if (key->key() == Qt::Key_Escape) { // the panel's: it does not clear what is searched for
            event->ignore();
            return watched == m_pattern && !m_pattern->text().isEmpty()
                ? QCoreApplication::sendEvent(parentWidget(), event)
                : false;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace pilothouse::streams
