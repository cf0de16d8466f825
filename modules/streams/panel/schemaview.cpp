// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/panel/schemaview.h"

#include "streams/panel/schemaspane.h"
#include "streams/panel/schematype.h"
#include "streams/panel/streamsfeed.h"
#include "streams/panel/topicschemas.h"
#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/controls/segmentedcontrol.h"
#include "ui/editor/codeeditor.h"

#include <QVBoxLayout>

namespace pilothouse::streams
{

using namespace Qt::StringLiterals;

SchemaView::SchemaView(ui::Workbench& workbench, const ServiceId& service, QWidget* parent)
    : ServicePane(workbench, service, u"braces"_s, parent)
    , m_feed(StreamsFeed::of(workbench.hub(), service))
{
    auto* bar = new ui::PanelFooter(this); // stays when there is no schema: the key may have one
    m_part = new ui::SegmentedControl(tr("Which part of the messages"), bar);
    m_part->addSegment(tr("Value"));
    m_part->addSegment(tr("Key"));
    connect(m_part, &ui::SegmentedControl::currentChanged, this, &SchemaView::ask);
    m_facts = new ui::ElidedLabel({}, ui::TextStyle::Cell, ui::Token::Text2, bar);
    auto* all = new ui::Button(tr("Versions"), ui::ButtonVariant::Link, bar);
    connect(all, &QAbstractButton::clicked, this, [this] { Q_EMIT subjectAsked(subject()); });
    bar->addLeft(m_part);
    bar->addLeft(m_facts);
    bar->addRight(all);
    m_text = new ui::CodeEditor(ui::CodeLanguage::Json, tr("Schema of the topic"), frame());
    m_text->setReadOnly(true);
    setContent(m_text);
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, bar);
    setFocusProxy(m_text);
}

QString SchemaView::subject() const
{
    return m_topic + (m_part->currentIndex() == 1 ? u"-key"_s : u"-value"_s);
}

QString SchemaView::facts() const
{
    return m_facts->text();
}

void SchemaView::showTopic(const QString& topic)
{
    if (topic == m_topic)
        return;
    m_topic = topic;
    if (isVisible())
        ask();
}

// What the list shows of the topic is not asked for once more.
void SchemaView::ask()
{
    const SchemaInfo* known
        = m_part->currentIndex() == 0 ? m_feed->schemas().newest(m_topic) : nullptr;
    if (!known || !contract<Schemas>()) {
        refresh();
        return;
    }
    m_call.cancel();
    m_shown = subject();
    show(*known);
    showContent();
}

void SchemaView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_shown != subject())
        ask();
}

void SchemaView::refresh()
{
    auto* schemas = contract<Schemas>();
    if (!schemas) {
        showNothing(tr("No schema registry"),
            tr("Name it in the options of the connection, with the path of its API."));
        return;
    }
    if (m_topic.isEmpty()) {
        showNothing(tr("No topic"), tr("Choose a topic to see its schema."));
        return;
    }
    const QString asked = subject();
    const bool same = m_shown == asked;
    if (!same)
        m_facts->setText({});
    showAsking(tr("asking for %1").arg(asked), same);
    const QString topic = m_part->currentIndex() == 0 ? m_topic : QString(); // else its key
    m_call = schemas->schema(asked, 0).onDone(
        this, [this, asked, same, topic](Result<SchemaInfo> answer) {
            const bool none = !answer && answer.error().kind == Error::Kind::NotFound;
            if (!topic.isEmpty() && (answer || none))
                m_feed->schemas().take(topic, answer ? std::optional(*answer) : std::nullopt);
            if (answer) {
                m_shown = asked;
                show(*answer);
                showContent();
            } else if (none) {
                m_shown.clear();
                m_facts->setText({});
                showNothing(tr("No schema"),
                    tr("The registry has no subject %1. Messages without a schema, or with "
                       "subjects "
                       "named in another way, are read all the same.")
                        .arg(asked));
            } else {
                showFailure(answer.error(), same);
            }
        });
}

void SchemaView::show(const SchemaInfo& schema)
{
    m_facts->setText(tr("%1, version %2, number %3")
                         .arg(schemaTypeText(schema.type))
                         .arg(schema.version)
                         .arg(schema.id));
    const QString text = schemaText(schema);
    if (m_text->text() != text)
        m_text->setText(text);
}

} // namespace pilothouse::streams
