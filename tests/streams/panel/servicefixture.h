// SPDX-License-Identifier: GPL-3.0-or-later
// Panes of what stands beside the brokers, on a cluster in memory: what their tests have in common.
#pragma once

#include "streams/panel/servicepane.h"
#include "tests/streams/panel/sheetfixture.h"

#include <QAction>
#include <QSet>
#include <QTableView>

namespace pilothouse::test
{

class ServiceFixture : protected SheetFixture
{
protected:
    template <class T>
    T* showPane()
    {
        auto* pane = show(std::make_unique<T>(*m_bench, service()), {1000, 700});
        pane->setFocus();
        return pane;
    }
    static QString cell(const QTableView* view, int row, int column)
    {
        return view->model()->index(row, column).data().toString();
    }
    static int rows(const QTableView* view) { return view->model()->rowCount(); }
    void setError(const char* method, const Error& error) const
    {
        in([&](StreamsWorld& w) {
            w.errors[QString::fromLatin1(method)] = error;
            return 0;
        });
    }
    void clearErrors() const
    {
        in([](StreamsWorld& w) {
            w.errors.clear();
            return 0;
        });
    }
    void setSilent(const char* method) const
    {
        in([&](StreamsWorld& w) {
            w.silent.insert(QString::fromLatin1(method));
            return 0;
        });
    }
    void speak() const
    {
        in([](StreamsWorld& w) {
            w.silent.clear();
            return 0;
        });
    }
    // No key twice in a pane, and each act has its words.
    static void checkActs(const ServicePane* pane)
    {
        QSet<QString> keys;
        for (const QAction* action : pane->paneActions()) {
            QVERIFY(!action->text().isEmpty());
            const QString place
                = action->shortcut().toString() + QString::number(quintptr(action->parent()));
            QVERIFY2(!keys.contains(place), qPrintable(action->text()));
            keys.insert(place);
        }
    }
};

} // namespace pilothouse::test
