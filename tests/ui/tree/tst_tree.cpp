// SPDX-License-Identifier: GPL-3.0-or-later
// Levels that come one by one: merging, bars, errors with a way on, keys.
#include "ui/theme/theme.h"
#include "ui/tree/lazytreemodel.h"
#include "ui/tree/treeview.h"

#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace pilothouse;
using namespace pilothouse::ui;
using namespace Qt::StringLiterals;
using Kind = LazyTreeModel::Kind;

class TreeTest final : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

    static std::vector<TreeNode> nodes(const QStringList& ids, bool children = false)
    {
        std::vector<TreeNode> out;
        for (const QString& id : ids) {
            TreeNode n;
            n.id = n.name = id;
            n.hasChildren = children;
            out.push_back(n);
        }
        return out;
    }
    static QStringList names(const LazyTreeModel& m, const QModelIndex& parent = {})
    {
        QStringList out;
        for (int i = 0; i < m.rowCount(parent); ++i)
            out.append(m.index(i, 0, parent).data().toString());
        return out;
    }

private Q_SLOTS:
    void initTestCase() { m_theme.install(*qApp); }

    void mergesById()
    {
        LazyTreeModel model;
        QAbstractItemModelTester tester(&model);
        model.setChildren({}, nodes({u"a"_s, u"b"_s, u"c"_s}, true));
        model.setChildren(model.index(1, 0), nodes({u"b1"_s}));
        const QPersistentModelIndex b = model.index(1, 0);
        const QPersistentModelIndex b1 = model.index(0, 0, b);
        model.setChildren({}, nodes({u"c"_s, u"x"_s, u"y"_s, u"b"_s}, true));
        QCOMPARE(names(model), (QStringList{u"c"_s, u"x"_s, u"y"_s, u"b"_s}));
        QVERIFY(b.isValid() && b1.isValid());
        QCOMPARE(b.row(), 3);
        QCOMPARE(b1.data().toString(), u"b1"_s);
        QCOMPARE(model.find({u"b"_s, u"b1"_s}), QModelIndex(b1));
        model.setChildren({}, {});
        QVERIFY(!b.isValid());
        QCoreApplication::processEvents();
    }

    void asksOnceAndShowsBarsMeanwhile()
    {
        LazyTreeModel model;
        int asked = 0;
        model.fetch = [&](const QModelIndex&) {
            ++asked;
        };
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QAbstractItemModelTester tester(&model);
        QVERIFY(!model.canFetchMore({}));
        QTRY_COMPARE(asked, 1);
        QCOMPARE(model.kindOf(model.index(0, 0)), Kind::LoadingBar);
        model.setChildren({}, nodes({u"a"_s}));
        QCOMPARE(names(model), QStringList{u"a"_s});
    }

    void failureKeepsWhatWasThereAndCanBeTriedAgain()
    {
        LazyTreeModel model;
        QAbstractItemModelTester tester(&model);
        int asked = 0;
        model.fetch = [&](const QModelIndex&) {
            ++asked;
        };
        model.setChildren({}, nodes({u"a"_s}));
        model.setFailed({}, {Error::Kind::Timeout, {}, {}, {}, {}}, u"does not answer"_s);
        QCOMPARE(names(model), (QStringList{u"does not answer"_s, u"a"_s}));
        TreeView view(u"Tree"_s);
        view.setTreeModel(&model);
        view.setCurrentIndex(model.index(0, 0));
        view.show();
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(asked, 1);
        model.setChildren({}, nodes({u"a"_s, u"b"_s}));
        QCOMPARE(names(model), (QStringList{u"a"_s, u"b"_s}));
    }

    void keysActivateAndAskForMore()
    {
        LazyTreeModel model;
        TreeView view(u"Tree"_s);
        view.setTreeModel(&model);
        model.setChildren({}, nodes({u"a"_s}), u"Load 1,000 more"_s);
        QSignalSpy activated(&view, &TreeView::nodeActivated);
        QSignalSpy more(&view, &TreeView::moreRequested);
        view.resize(200, 200);
        view.show();
        view.setCurrentIndex(model.index(0, 0));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(more.size(), 1);
        QCOMPARE(view.drawnRows(), 1);
    }

    void openNodesAreOpenedAgainAsTheyArrive()
    {
        LazyTreeModel model;
        TreeView view(u"Tree"_s);
        view.setTreeModel(&model);
        model.fetch = [&](const QModelIndex& parent) {
            if (parent.isValid() && parent.data().toString() == u"a"_s)
                model.setChildren(parent, nodes({u"a1"_s}, true));
            else if (parent.isValid())
                model.setChildren(parent, nodes({u"leaf"_s}));
        };
        view.openPathsLater({{u"a"_s}, {u"a"_s, u"a1"_s}});
        model.setChildren({}, nodes({u"a"_s, u"b"_s}, true));
        QTRY_VERIFY(model.find({u"a"_s, u"a1"_s, u"leaf"_s}).isValid());
        QCOMPARE(view.openPaths().size(), 2);
    }

    void manyRowsMergeQuickly()
    {
        LazyTreeModel model;
        QStringList ids;
        for (int i = 0; i < 20'000; ++i)
            ids.append(QString::number(i));
        model.setChildren({}, nodes(ids));
        ids.removeAt(10'000);
        ids.append(u"new"_s);
        QElapsedTimer clock;
        clock.start();
        model.setChildren({}, nodes(ids));
        qInfo("20,000 rows merged in %lld ms", clock.elapsed());
        QCOMPARE(model.rowCount(), 20'000);
        QVERIFY(clock.elapsed() < 2000);
    }
};

PH_TEST_MAIN(QApplication, TreeTest)
#include "tst_tree.moc"
