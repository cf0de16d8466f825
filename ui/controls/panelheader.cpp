// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/panelheader.h"

#include "ui/controls/elidedlabel.h"
#include "ui/controls/meters.h"
#include "ui/theme/icons.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include <algorithm>

namespace pilothouse::ui
{

namespace
{

QHBoxLayout* row()
{
    auto* layout = new QHBoxLayout;
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    return layout;
}

constexpr char kWhole[] = "wholeTitle";
constexpr int kLeastTitle = 24;

// The title gives way before the controls beside it are squeezed, and a legend before the title:
// what has the size policy Maximum is shown narrower.
class TitleFit final : public QObject
{
public:
    TitleFit(QFrame* header, QLabel* title, ElidedLabel* subtitle)
        : QObject(header)
        , m_header(header)
        , m_title(title)
        , m_subtitle(subtitle)
    {
        header->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (watched == m_header
            && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
            fit();
        return false;
    }

private:
    void fit()
    {
        const QString whole = m_title->property(kWhole).toString();
        int others = m_header->layout()->sizeHint().width() - m_title->sizeHint().width()
            - (m_subtitle->sizeHint().width() - m_subtitle->minimumSizeHint().width());
        QWidget* legend = nullptr;
        const auto parts = m_header->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
        for (QWidget* part : parts)
            if (part->isVisible() && part->sizePolicy().horizontalPolicy() == QSizePolicy::Maximum)
                legend = part;
        if (legend) {
            const int wanted = legend->sizeHint().width();
            const int least = legend->minimumSizeHint().width();
            others -= std::min(wanted, legend->maximumWidth());
            const int room
                = m_header->width() - others - m_title->fontMetrics().horizontalAdvance(whole);
            legend->setMaximumWidth(std::clamp(room, least, wanted));
            others += legend->maximumWidth();
        }
        const QString shown = m_title->fontMetrics().elidedText(
            whole, Qt::ElideMiddle, std::max(kLeastTitle, m_header->width() - others));
        // The subtitle, which wants more, would take it away.
        m_title->setMinimumWidth(
            std::max(kLeastTitle, m_title->fontMetrics().horizontalAdvance(shown)));
        if (shown == m_title->text())
            return;
        m_title->setText(shown);
        m_title->setToolTip(shown == whole ? QString() : whole);
        m_title->setAccessibleName(shown == whole ? QString() : whole);
    }

    QFrame* m_header;
    QLabel* m_title;
    ElidedLabel* m_subtitle;
};

} // namespace

PanelHeader::PanelHeader(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(new QLabel)
    , m_subtitle(new ElidedLabel({}, TextStyle::Cell, Token::Text3))
    , m_left(row())
    , m_right(row())
    , m_progress(new ProgressLine(tr("Loading"), this))
    , m_sign(new QWidget)
{
    setPlate(this, Token::Surface);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 1);
    layout->setSpacing(8);
    m_sign->setFixedSize(16, 16);
    m_sign->hide();
    layout->addWidget(m_sign);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
    layout->addLayout(m_left);
    layout->addStretch(1);
    layout->addLayout(m_right);
    setTextStyle(m_title, TextStyle::ControlStrong);
    setTextStyle(m_subtitle, TextStyle::Cell);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setMinimumWidth(kLeastTitle);
    setTitle(title);
    m_title->setVisible(!title.isEmpty()); // other parts may stand in its place
    new TitleFit(this, m_title, m_subtitle);
    m_progress->setThickness(2);
    m_progress->setTone(Token::StatusRunning);
    m_progress->hide();
    followTheme(this);
}

// With the title as narrow as it may become, not as it is now.
QSize PanelHeader::minimumSizeHint() const
{
    return QFrame::minimumSizeHint() - QSize(m_title->minimumWidth() - kLeastTitle, 0);
}

void PanelHeader::setTitle(const QString& title)
{
    if (m_title->property(kWhole).toString() == title)
        return;
    m_title->setProperty(kWhole, title);
    m_title->setText(title); // cut, where there is no room, once the layout knows
    m_title->setVisible(!title.isEmpty());
    m_title->setToolTip({});
    m_title->setAccessibleName({});
    if (isVisible()) { // or it would be painted over its neighbours before the layout is asked
        QEvent request(QEvent::LayoutRequest);
        QCoreApplication::sendEvent(this, &request);
    }
}
QString PanelHeader::title() const
{
    return m_title->property(kWhole).toString();
}
void PanelHeader::setSubtitle(const QString& subtitle)
{
    m_subtitle->setText(subtitle);
}

void PanelHeader::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    m_sign->setVisible(glyph != Glyph::None || !m_iconName.isEmpty());
    m_sign->setAccessibleName(glyphWord(glyph));
    update();
}

void PanelHeader::setIconName(const QString& name)
{
    m_iconName = name;
    m_sign->setVisible(m_glyph != Glyph::None || !name.isEmpty());
    update();
}

void PanelHeader::addLeft(QWidget* widget)
{
    m_left->addWidget(widget);
}
void PanelHeader::addRight(QWidget* widget)
{
    m_right->addWidget(widget);
}

void PanelHeader::showProgress(double fraction)
{
    m_progress->setFraction(fraction);
    m_progress->show();
    m_progress->raise();
}

void PanelHeader::hideProgress()
{
    m_progress->hide();
}

QSize PanelHeader::sizeHint() const
{
    return {layout()->sizeHint().width(), Theme::of(this).metric(Metric::PanelHeader)};
}

void PanelHeader::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, theme.color(Token::Line));
    if (m_sign->isHidden())
        return;
    const QPointF centre = QRectF(m_sign->geometry()).center();
    if (m_glyph != Glyph::None)
        paintGlyph(painter, QRectF(centre.x() - 6, centre.y() - 6, 12, 12), m_glyph, theme);
    else
        paintIcon(painter, QRectF(centre.x() - 7, centre.y() - 7, 14, 14), m_iconName,
            theme.color(Token::Text3));
}

void PanelHeader::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    m_progress->setGeometry(0, height() - 2, width(), 2);
}

PanelFooter::PanelFooter(QWidget* parent)
    : QFrame(parent)
    , m_left(row())
    , m_right(row())
{
    setPlate(this, Token::Raised);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->setSpacing(12);
    layout->addLayout(m_left);
    layout->addStretch(1);
    layout->addLayout(m_right);
    m_left->setSpacing(12);
    followTheme(this);
}

void PanelFooter::addLeft(QWidget* widget)
{
    m_left->addWidget(widget);
}
void PanelFooter::addRight(QWidget* widget)
{
    m_right->addWidget(widget);
}

QSize PanelFooter::sizeHint() const
{
    return {layout()->sizeHint().width(), Theme::of(this).metric(Metric::StatusBar)};
}

} // namespace pilothouse::ui
