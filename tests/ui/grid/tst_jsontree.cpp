// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON tree under the model tester, exact numbers and refused input.
#include "ui/grid/jsontree.h"

#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

class JsonTreeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNestedValuesExactly()
    {
        JsonTreeModel model;
        QAbstractItemModelTester tester(&model);
        auto nodes = parseJson(R"({"n": 9007199254740993, "list": [1.10, null], "text": "臺北"})");
        QVERIFY(nodes.has_value());
        model.setNodes(std::move(*nodes));
        QStringList seen;
        const std::function<void(const QModelIndex&)> walk = [&](const QModelIndex& parent) {
            for (int r = 0; r < model.rowCount(parent); ++r) {
                for (int c = 0; c < model.columnCount(parent); ++c)
                    seen.append(model.index(r, c, parent).data().toString());
                walk(model.index(r, 0, parent));
            }
        };
        walk({});
        QVERIFY2(seen.contains(u"9007199254740993"_s), qPrintable(seen.join(u'|')));
        QVERIFY2(seen.contains(u"1.10"_s), qPrintable(seen.join(u'|')));
        model.setNodes({});
        QCOMPARE(model.rowCount(), 0);
    }

    void refusesWhatIsNotJson()
    {
        QVERIFY(!parseJson("{\"a\": ").has_value());
        QVERIFY(!parseJson(QByteArray(2000, '[')).has_value());
    }
};

PH_TEST_MAIN(QCoreApplication, JsonTreeTest)
#include "tst_jsontree.moc"
