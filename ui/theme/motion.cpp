// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/motion.h"

#include "ui/theme/theme.h"

#include <QtCore/QVariantAnimation>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QGraphicsOpacityEffect>
#include <QtWidgets/QWidget>

namespace pilothouse::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr auto kAsked = "pilothouseAnimateOffscreen";
const QString kFade = u"pilothouseFade"_s; // one fade at a time for each widget

QEasingCurve curveOf(Motion motion)
{
    return motion == Motion::Menu || motion == Motion::LiveCell ? QEasingCurve::Linear
                                                                : QEasingCurve::OutCubic;
}

void setOpacity(QWidget* widget, double opacity)
{
    if (widget->isWindow()) {
        widget->setWindowOpacity(opacity);
        return;
    }
    auto* effect = qobject_cast<QGraphicsOpacityEffect*>(widget->graphicsEffect());
    if (opacity >= 1) {
        widget->setGraphicsEffect(nullptr); // it costs a pixmap at each repaint
        return;
    }
    if (!effect) {
        effect = new QGraphicsOpacityEffect(widget);
        widget->setGraphicsEffect(effect);
    }
    effect->setOpacity(opacity);
}

void fade(QWidget* widget, Motion motion, double from, double to, std::function<void()> end)
{
    delete widget->findChild<QVariantAnimation*>(kFade, Qt::FindDirectChildrenOnly);
    auto* animation = new QVariantAnimation(widget);
    animation->setObjectName(kFade);
    animation->setDuration(motionTime(widget, motion));
    animation->setEasingCurve(curveOf(motion));
    animation->setStartValue(from);
    animation->setEndValue(to);
    QObject::connect(animation, &QVariantAnimation::valueChanged, widget,
        [widget](const QVariant& value) { setOpacity(widget, value.toDouble()); });
    QObject::connect(
        animation, &QAbstractAnimation::finished, widget, [widget, to, end = std::move(end)] {
            setOpacity(widget, to);
            if (end)
                end();
        });
    setOpacity(widget, from);
    animation->start(QAbstractAnimation::DeleteWhenStopped);
}

} // namespace

void animateOffscreen(bool on)
{
    qApp->setProperty(kAsked, on);
}

int motionTime(const QWidget* widget, Motion motion)
{
    if (QGuiApplication::platformName() == "offscreen"_L1 && !qApp->property(kAsked).toBool())
        return 0;
    return Theme::of(widget).duration(motion);
}

void fadeIn(QWidget* widget, Motion motion)
{
    if (motionTime(widget, motion) > 0)
        fade(widget, motion, 0, 1, {});
    else if (qobject_cast<QGraphicsOpacityEffect*>(widget->graphicsEffect()))
        setOpacity(widget, 1); // it had faded out before
}

void fadeOut(QWidget* widget, Motion motion, std::function<void()> gone)
{
    if (motionTime(widget, motion) > 0 && widget->isVisible())
        fade(widget, motion, 1, 0, std::move(gone));
    else
        gone();
}

} // namespace pilothouse::ui
