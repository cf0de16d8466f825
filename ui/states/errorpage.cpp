// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/states/errorpage.h"

#include "ui/controls/button.h"
#include "ui/controls/elidedlabel.h"
#include "ui/states/countdownring.h"
#include "ui/theme/theme.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtGui/QResizeEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>

#include <memory>
#include <utility>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int margin = 24;
constexpr int checksWidth = 300; // what is left to them beside a row of buttons
constexpr int inARowFrom = 460; // a narrow side has the words of an attempt below its time
constexpr int sideBySideFrom = 620; // below this width what to check moves under the attempts

QLabel* words(TextStyle style, Token tone, bool wrap)
{
    auto* label = new QLabel;
    setTextStyle(label, style);
    setTone(label, tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wrap);
    return label;
}

class GlyphLabel final : public QWidget
{
public:
    explicit GlyphLabel(Glyph glyph)
        : m_glyph(glyph)
    {
        setFixedSize(12, 16);
        setAccessibleName(glyphWord(glyph));
        followTheme(this);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintGlyph(painter, QRectF(0, 2, 12, 12), m_glyph, Theme::of(this));
    }

private:
    Glyph m_glyph;
};

QFrame* hairline()
{
    auto* line = new QFrame;
    setLook(line, "variant", u"hline"_s);
    return line;
}

void empty(QLayout* layout)
{
    while (const std::unique_ptr<QLayoutItem> item{layout->takeAt(0)}) {
        if (item->widget())
            item->widget()->deleteLater();
    }
}

} // namespace

ErrorPage::ErrorPage(QWidget* parent)
    : QWidget(parent)
    , m_ring(new CountdownRing)
    , m_heading(words(TextStyle::Heading, Token::Text, true))
    , m_next(words(TextStyle::Body, Token::Text2, true))
    , m_original(words(TextStyle::Mono, Token::Text, true))
    , m_retry(new Button(tr("Retry now"), ButtonVariant::Primary))
    , m_stop(new Button(tr("Stop retrying")))
    , m_start(new Button({}))
    , m_edit(new Button(tr("Edit connection")))
    , m_action(new Button({}))
    , m_copy(new Button(tr("Copy"), ButtonVariant::Quiet))
    , m_attemptsBox(new QWidget)
    , m_attempts(new QGridLayout)
    , m_checksBox(new QWidget)
    , m_checks(new QVBoxLayout)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_buttons(new QBoxLayout(QBoxLayout::LeftToRight))
{
    setPlate(this, Token::Surface);
    m_original->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_original->setAccessibleName(tr("Original message"));
    m_retry->setIconName(u"refresh"_s);
    m_retry->setKey(Qt::Key_F5, false); // the panel owns F5: it refreshes in every state
    m_copy->setIconName(u"copy"_s);
    connect(m_retry, &Button::clicked, this, [this] {
        m_ring->stop();
        Q_EMIT retryRequested();
    });
    connect(m_ring, &CountdownRing::finished, this, &ErrorPage::retryRequested);
    connect(m_ring, &CountdownRing::secondPassed, this, &ErrorPage::sayNext);
    connect(m_stop, &Button::clicked, this, [this] {
        m_ring->stop();
        m_stop->setEnabled(false);
        m_next->setText(tr("Retrying was stopped."));
        Q_EMIT retryStopped();
    });
    m_start->setIconName(u"play"_s);
    connect(m_start, &Button::clicked, this, [this] {
        m_start->setEnabled(false); // until the next try tells more
        Q_EMIT serverStartRequested(m_info.service);
    });
    m_edit->setIconName(u"plug"_s);
    connect(
        m_edit, &Button::clicked, this, [this] { Q_EMIT connectionEditRequested(m_info.service); });
    connect(m_action, &Button::clicked, this, [this] { Q_EMIT actionTriggered(m_info.action.id); });
    connect(m_copy, &Button::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(asText()); });
    buildLayout();
}

QWidget* ErrorPage::buildColumn()
{
    auto* sentence = new QVBoxLayout;
    sentence->setSpacing(2);
    sentence->addStretch(1);
    sentence->addWidget(m_heading);
    sentence->addWidget(m_next);
    sentence->addStretch(1);
    auto* top = new QHBoxLayout;
    top->setSpacing(18);
    top->addWidget(m_ring, 0, Qt::AlignTop);
    top->addLayout(sentence, 1);

    auto* message = new QFrame;
    setLook(message, "variant", u"errorBox"_s);
    auto* messageLayout = new QVBoxLayout(message);
    messageLayout->setContentsMargins(10, 8, 10, 8);
    messageLayout->addWidget(m_original);

    m_buttons->setSpacing(8);
    for (Button* button : {m_retry, m_start, m_stop, m_edit, m_action, m_copy})
        m_buttons->addWidget(button);
    m_buttons->addStretch(1);

    auto* attemptsLayout = new QVBoxLayout(m_attemptsBox);
    attemptsLayout->setContentsMargins(0, 0, 0, 0);
    attemptsLayout->setSpacing(10);
    attemptsLayout->addWidget(hairline());
    auto* title = words(TextStyle::ControlStrong, Token::Text, false);
    title->setText(tr("Attempts"));
    attemptsLayout->addWidget(title);
    m_attempts->setHorizontalSpacing(10);
    m_attempts->setVerticalSpacing(6);
    m_attempts->setColumnStretch(3, 1);
    attemptsLayout->addLayout(m_attempts);

    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(margin, margin, margin, 16);
    layout->setSpacing(14);
    layout->addLayout(top);
    layout->addWidget(message);
    layout->addLayout(m_buttons);
    layout->addWidget(m_attemptsBox);
    layout->addStretch(1);
    return column;
}

void ErrorPage::buildLayout()
{
    auto* checksLayout = new QVBoxLayout(m_checksBox);
    checksLayout->setContentsMargins(margin, margin, margin, 16);
    checksLayout->setSpacing(10);
    auto* title = words(TextStyle::ControlStrong, Token::Text, false);
    title->setText(tr("What to check"));
    checksLayout->addWidget(title);
    m_checks->setSpacing(6);
    checksLayout->addLayout(m_checks);
    checksLayout->addStretch(1);

    auto* inside = new QWidget;
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_columns->setSpacing(0);
    m_columns->addWidget(buildColumn(), 1);
    m_divider = new QFrame;
    m_columns->addWidget(m_divider);
    m_columns->addWidget(m_checksBox, 1);
    inside->setLayout(m_columns);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void ErrorPage::setInfo(const ErrorInfo& info)
{
    m_info = info;
    m_heading->setText(info.heading);
    m_original->setText(QString(info.original).replace(u'\t', "  "_L1));
    m_original->parentWidget()->setVisible(!info.original.isEmpty());
    const bool retrying = info.waitMs > 0;
    m_ring->setVisible(retrying);
    m_stop->setVisible(retrying);
    m_stop->setEnabled(true);
    m_start->setText(info.start);
    m_start->setVisible(!info.start.isEmpty());
    m_start->setEnabled(true);
    m_edit->setVisible(!info.service.isEmpty());
    m_action->setText(info.action.title);
    m_action->setIconName(info.action.iconName);
    m_action->setVisible(!info.action.title.isEmpty());
    if (retrying) {
        m_ring->start(info.waitMs);
        sayNext(m_ring->secondsLeft());
    } else {
        m_ring->stop();
        m_next->setText(info.note);
    }
    m_next->setVisible(retrying || !info.note.isEmpty());
    arrange();
    fillAttempts();
    fillChecks();
}

void ErrorPage::halt()
{
    m_ring->stop();
}

void ErrorPage::sayNext(int secondsLeft)
{
    m_next->setText(
        tr("Try %1 starts in %2 s. Waits grow to 60 s.").arg(m_info.nextTry).arg(secondsLeft));
}

void ErrorPage::fillAttempts()
{
    empty(m_attempts);
    m_attemptsBox->setVisible(!m_info.attempts.isEmpty());
    int row = 0;
    for (const Attempt& attempt : m_info.attempts) {
        auto* time = words(TextStyle::Mono, Token::Text2, false);
        time->setText(attempt.time);
        auto* name = words(TextStyle::Cell, Token::Text3, false);
        name->setText(attempt.name);
        name->setMinimumWidth(54);
        m_attempts->addWidget(new GlyphLabel(attempt.glyph), row, 0);
        m_attempts->addWidget(time, row, 1);
        m_attempts->addWidget(name, row, 2);
        if (m_narrow) {
            auto* outcome = words(TextStyle::Cell, Token::Text, true);
            outcome->setText(attempt.outcome);
            m_attempts->addWidget(outcome, ++row, 1, 1, 3);
        } else {
            m_attempts->addWidget(new ElidedLabel(attempt.outcome), row, 3);
        }
        ++row;
    }
}

void ErrorPage::fillChecks()
{
    empty(m_checks);
    m_checksBox->setVisible(!m_info.checks.isEmpty());
    m_divider->setVisible(!m_info.checks.isEmpty());
    int number = 1;
    for (const CheckStep& step : m_info.checks) {
        auto* box = new QWidget;
        auto* grid = new QGridLayout(box);
        grid->setContentsMargins(0, 0, 0, 4);
        grid->setHorizontalSpacing(14);
        grid->setVerticalSpacing(4);
        auto* count = words(TextStyle::MonoSmall, Token::Text3, false);
        count->setText(QString::number(number++));
        auto* question = words(TextStyle::Body, Token::Text, true);
        question->setText(step.question);
        grid->addWidget(count, 0, 0, Qt::AlignTop);
        grid->addWidget(question, 0, 1);
        grid->setColumnStretch(1, 1);
        if (!step.command.isEmpty()) {
            auto* frame = new QFrame;
            setLook(frame, "variant", u"code"_s);
            auto* row = new QHBoxLayout(frame);
            row->setContentsMargins(9, 0, 4, 0);
            row->setSpacing(2);
            row->addWidget(new ElidedLabel(step.command, TextStyle::MonoSmall), 1);
            auto* copy
                = new IconButton(u"copy"_s, tr("Copy %1").arg(step.command), {}, nullptr, 13);
            connect(copy, &IconButton::clicked, copy,
                [command = step.command] { QGuiApplication::clipboard()->setText(command); });
            row->addWidget(copy);
            if (m_info.canRunCommands) {
                auto* run = new IconButton(u"terminal"_s,
                    tr("Run %1 in a terminal tab").arg(step.command), {}, nullptr, 13);
                connect(run, &IconButton::clicked, this,
                    [this, command = step.command] { Q_EMIT commandRunRequested(command); });
                row->addWidget(run);
            }
            grid->addWidget(frame, 1, 1);
        }
        m_checks->addWidget(box);
    }
    if (!m_info.note.isEmpty() && m_info.waitMs > 0) {
        m_checks->addWidget(hairline());
        auto* note = words(TextStyle::Body, Token::Text2, true);
        note->setText(m_info.note);
        m_checks->addWidget(note);
    }
}

QString ErrorPage::asText() const
{
    QStringList lines{m_info.heading, m_info.original};
    for (const Attempt& attempt : m_info.attempts)
        lines << u"%1  %2  %3"_s.arg(attempt.time, attempt.name, attempt.outcome);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

void ErrorPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
    const bool narrow = width() < inARowFrom;
    if (std::exchange(m_narrow, narrow) != narrow)
        fillAttempts();
}

void ErrorPage::arrange()
{
    const bool beside = width() >= sideBySideFrom;
    m_columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    setLook(m_divider, "variant", beside ? u"vline"_s : u"hline"_s);
    int row = 2 * margin;
    for (const Button* button : {m_retry, m_start, m_stop, m_edit, m_action, m_copy})
        if (!button->isHidden())
            row += button->sizeHint().width() + m_buttons->spacing();
    m_buttons->setDirection((beside ? width() - checksWidth : width()) >= row
            ? QBoxLayout::LeftToRight
            : QBoxLayout::TopToBottom);
}

} // namespace pilothouse::ui
