// SPDX-License-Identifier: GPL-3.0-or-later
// The header of a grid: names with anything in them, in one line.
#include "tests/support/testmain.h"
#include "ui/grid/gridheader.h"
#include "ui/theme/theme.h"

#include <QtGui/QStandardItemModel>
#include <QtWidgets/QApplication>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

class GridHeaderTest final : public QObject
{
    Q_OBJECT

    struct Shown {
        int width;
        QImage picture;
    };
    Shown shown(const QString& name)
    {
        QStandardItemModel model;
        model.setHorizontalHeaderLabels({name});
        GridHeader header(m_theme);
        header.setModel(&model);
        header.resize(300, 28);
        header.resizeSection(0, 300);
        return {header.widthOf(0), header.grab().toImage()};
    }

    Theme m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_theme.setMode(Theme::Mode::Dark);
        m_theme.install(*qApp);
    }

    void aLineBreakInANameIsASign()
    {
        const Shown broken = shown(u"two\nlines"_s);
        const Shown sign = shown(u"two\u21b5lines"_s);
        QCOMPARE(broken.width, sign.width);
        QCOMPARE(broken.picture, sign.picture);
        QVERIFY(shown(u"two"_s).picture != sign.picture);
        QCOMPARE(shown(u"a\tplace"_s).picture, shown(u"a\u21e5place"_s).picture);
    }
};

PH_TEST_MAIN(QApplication, GridHeaderTest)
#include "tst_gridheader.moc"
