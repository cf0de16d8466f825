// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pipelines/proof/hand.h"

#include <QApplication>
#include <QDrag>
#include <QDropEvent>
#include <QMimeData>
#include <QTest>
#include <QWidget>
#include <QWindow>

namespace pilothouse::test
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int kMostTabs = 120;
constexpr int kSteps = 6;

QWindow* windowOf(const QWidget* widget)
{
    return widget->window()->windowHandle();
}

// Keeps what a drag carried, until after its end.
class Carried final : public QObject
{
public:
    Carried() { qApp->installEventFilter(this); }
    QMimeData* data() { return &m_data; }
    bool isThere() const { return !m_data.formats().isEmpty(); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* drag
            = event->type() == QEvent::DeferredDelete ? qobject_cast<QDrag*>(watched) : nullptr;
        if (drag && drag->mimeData()) {
            const QStringList formats = drag->mimeData()->formats();
            for (const QString& format : formats)
                m_data.setData(format, drag->mimeData()->data(format));
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QMimeData m_data;
};

QPoint inWindow(const QWidget* widget, QPoint at)
{
    return widget->mapTo(widget->window(), at);
}

} // namespace

void Hand::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(QGuiApplication::focusWindow(), key, modifiers);
}

void Hand::type(const QString& text)
{
    for (const QChar letter : text) {
        if (letter == u'\n')
            key(Qt::Key_Return);
        else
            QTest::keyClick(QGuiApplication::focusWindow(), letter.toLatin1());
    }
}

void Hand::click(QWidget* widget)
{
    click(widget, widget->rect().center());
}

void Hand::click(QWidget* widget, QPoint at)
{
    QTest::mouseClick(windowOf(widget), Qt::LeftButton, {}, inWindow(widget, at));
}

void Hand::drag(QWidget* widget, QPoint from, QPoint to)
{
    QWindow* window = windowOf(widget);
    QTest::mousePress(window, Qt::LeftButton, {}, inWindow(widget, from));
    for (int step = 1; step <= kSteps; ++step)
        QTest::mouseMove(window, inWindow(widget, from + (to - from) * step / kSteps));
    QTest::mouseRelease(window, Qt::LeftButton, {}, inWindow(widget, to));
}

// The platform of tests has no drag of its own: its part, the way between, is played here.
bool Hand::carry(QWidget* list, QPoint from, QWidget* target, QPoint to)
{
    QWindow* window = windowOf(list);
    Carried carried;
    QTest::mousePress(window, Qt::LeftButton, {}, inWindow(list, from));
    for (int step = 1; step <= kSteps; ++step)
        QTest::mouseMove(window, inWindow(list, from + QPoint(step * 8, step * 4)));
    QTest::mouseRelease(window, Qt::LeftButton, {}, inWindow(list, from));
    if (!QTest::qWaitFor([&] { return carried.isThere(); }))
        return false;
    const auto send = [&](auto&& event) {
        QCoreApplication::sendEvent(target, &event);
        return event.isAccepted();
    };
    return send(QDragEnterEvent(to, Qt::CopyAction, carried.data(), Qt::LeftButton, {}))
        && send(QDragMoveEvent(to, Qt::CopyAction, carried.data(), Qt::LeftButton, {}))
        && send(QDropEvent(to, Qt::CopyAction, carried.data(), Qt::LeftButton, {}));
}

bool Hand::tabUntil(const std::function<bool()>& there)
{
    for (int tabs = 0; tabs < kMostTabs; ++tabs) {
        if (there())
            return true;
        key(Qt::Key_Tab);
    }
    return there();
}

QString Hand::focused()
{
    const QWidget* widget = QApplication::focusWidget();
    return widget ? QString::fromLatin1(widget->metaObject()->className()) + u' '
            + widget->accessibleName() + u' ' + widget->objectName()
                  : u"nothing has the focus"_s;
}

} // namespace pilothouse::test
