// SPDX-License-Identifier: GPL-3.0-or-later
// How the queue panel fits into narrow panes, and the menu of a key.
#include "queue/panel/keyspane.h"
#include "queue/panel/serverpane.h"
#include "queue/panel/streambar.h"
#include "queue/panel/valuemodel.h"
#include "tests/queue/queuefixture.h"
#include "tests/support/layoutfault.h"
#include "tests/support/testmain.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/theme/theme.h"
#include "ui/tree/treeview.h"

#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QTableView>
#include <QTranslator>

using namespace pilothouse;
using namespace pilothouse::queue;
using namespace pilothouse::test;
using namespace Qt::StringLiterals;
using State = ui::Panel::State;

// It declares a function and must stand outside every namespace and class.
static void initTranslations()
{
    Q_INIT_RESOURCE(pilothouse_translations);
}

class QueueColumnsTest final : public QObject, private QueueFixture
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_host; // as narrow as a pane

    void fill()
    {
        auto& keys = m_data->keys;
        FakeData::Value hash;
        hash.type = KeyType::Hash;
        hash.ttl = 4'360'000;
        for (const QByteArray field : {"currency", "items_count", "updated_at"})
            hash.rows.push_back({field, "1773727498", -1, {}, {}, 10});
        keys.insert("cart:user:88201", hash);
        FakeData::Value text;
        text.text = "{\"id\":9007199254740993,\"a\":[1,2]}";
        keys.insert("cache:page:index", text);
        keys.insert("cache:huge", text);
        FakeData::Value list;
        list.type = KeyType::List;
        for (int i = 0; i < 250; ++i)
            list.rows.push_back({{}, "job " + QByteArray::number(i), i, {}, {}, 6});
        keys.insert("queue:mail", list);
        FakeData::Value stream;
        stream.type = KeyType::Stream;
        stream.rows.push_back({"1773727512001-0", {}, -1, {}, {{"event", "placed"}}, 20});
        keys.insert("stream:orders", stream);
        m_data->groups = {{"shop-api", 4, 0, "1-0", 0}, {"fulfilment", 2, 12, "1-0", {}},
            {"a-group-whose-name-is-longer-than-any-column", 2, 12'345, "1-0", {}}};
        m_data->pending = {{"1-0", "worker-2", 250'000, 3}, {"2-0", "worker-2", 90'000, 1}};
        m_data->slow = {
            {2, QDateTime::currentDateTimeUtc(), 218'400, {"HGETALL", "big"}, "10.2.4.18:1", ""}};
    }

    QString wrong() const { return layoutFault(*m_panel); }

    QString cutAtTheFoot() const
    {
        for (const auto* label :
            m_panel->keys()->findChild<ui::PanelFooter*>()->findChildren<ui::ElidedLabel*>())
            if (label->isVisible() && label->isCut())
                return label->text();
        return {};
    }

private Q_SLOTS:
    void init()
    {
        makeBench();
        addService();
    }
    void cleanup()
    {
        m_panel.reset(); // before the host it lies in
        m_host.reset();
        drop();
    }

    void narrowPanes_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<QString>("language");
        for (const char* language : {"en", "ko", "zh_TW"})
            for (const int width : {1384, 1228, 903, 691, 611, 401})
                QTest::addRow("%d %s", width, language) << width << QString::fromLatin1(language);
    }

    void narrowPanes()
    {
        QFETCH(int, width);
        QFETCH(QString, language);
        initTranslations();
        QTranslator words;
        QVERIFY(words.load(u":/i18n/pilothouse_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&words);
        fill();
        m_host = std::make_unique<QWidget>();
        m_host->resize(width, 820);
        m_panel = std::make_unique<QueuePanel>(*m_bench, u"cache"_s, m_host.get());
        m_panel->setGeometry(m_host->rect());
        m_host->show();
        QApplication::setActiveWindow(m_host.get());
        const QString folder = qEnvironmentVariable("PILOTHOUSE_TEST_PICTURES");
        if (!folder.isEmpty() && language == u"zh_TW"_s)
            ui::Theme::of(m_panel.get()).setMode(ui::Theme::Mode::Light);
        const auto picture = [&](const QString& name) { // for the eye, when a folder is named
            if (!folder.isEmpty())
                m_panel->grab().save(
                    u"%1/queue-%2-%3-%4.png"_s.arg(folder).arg(width).arg(language, name));
        };
        QTRY_COMPARE(m_panel->state(), State::Ready);
        QVERIFY(m_panel->minimumSizeHint().width() <= 401);
        // Where there is less room all columns give way, and no fact at their feet is cut.
        QTRY_COMPARE(cutAtTheFoot(), QString());
        if (width == 1228)
            QVERIFY(m_panel->inspector()->width() > 480);
        Inspector* inspector = m_panel->inspector();
        for (const QByteArray key : {"cart:user:88201", "queue:mail", "stream:orders"}) {
            choose(key);
            QTRY_VERIFY(inspector->model()->rowCount() > 0);
            QTRY_VERIFY(key != "stream:orders"
                || inspector->findChild<StreamBar*>()->pending().size() == 2);
            inspector->setFollowing(true);
            QTRY_COMPARE(wrong(), QString());
            const auto* header = inspector->findChild<ui::PanelHeader*>();
            QTRY_COMPARE(header->findChild<QLabel*>()->text(), QString::fromUtf8(key)); // not cut
            picture(QString::fromUtf8(key).section(u':', 0, 0));
        }
        choose("cache:page:index");
        auto* text = inspector->text()->editor();
        QTRY_VERIFY(text->toPlainText().contains(u"9007199254740993"_s));
        text->moveCursor(QTextCursor::End);
        text->insertPlainText(u"}"_s); // no JSON: the longest note, and both buttons
        QTRY_COMPARE(wrong(), QString());
        picture(u"edited"_s);
        inspector->rename();
        QTRY_COMPARE(wrong(), QString());
        picture(u"asked"_s);
        if (width < 903) {
            QVERIFY(!m_panel->server()->isVisible());
            QTest::keyClick(m_panel.get(), Qt::Key_I, Qt::ControlModifier);
            QVERIFY(m_panel->server()->isVisible());
            QVERIFY(!inspector->isVisible());
            QTRY_COMPARE(wrong(), QString());
            picture(u"server"_s);
            // What asks beside the value brings the value back.
            QTest::keyClick(m_panel.get(), Qt::Key_D, Qt::ControlModifier);
            QVERIFY(inspector->isVisible());
        } else {
            QVERIFY(m_panel->server()->isVisible());
        }
        QCOMPARE(m_panel->width(), width);
        m_host->resize(1384, 820); // and all is as it was
        m_panel->setGeometry(m_host->rect());
        QVERIFY(m_panel->server()->isVisible() && inspector->isVisible());
        QTRY_COMPARE(wrong(), QString());
        if (width < 903)
            QCOMPARE(m_panel->findChild<QSplitter*>()->orientation(), Qt::Horizontal);
        QCoreApplication::removeTranslator(&words);
    }

    void keysHaveAMenu()
    {
        fill();
        openPanel();
        choose("cache:huge");
        QTRY_COMPARE(m_panel->keys()->currentPath(), QByteArray("cache:huge"));
        const auto entries = [&] {
            const std::unique_ptr<QMenu> menu(m_panel->keyMenu());
            QStringList out;
            for (QAction* action : menu->actions()) {
                if (action->isSeparator())
                    continue;
                out += action->text();
                if (!m_panel->panelActions().contains(action))
                    out += u"not an action of the panel"_s;
            }
            return out;
        };
        QCOMPARE(entries(),
            (QStringList{u"Copy the name"_s, u"Rename the key…"_s, u"Change time to live…"_s,
                u"Copy the key…"_s, u"Delete the chosen keys…"_s, u"Walk the keys again"_s}));
        auto* tree = m_panel->keys()->tree();
        tree->setCurrentIndex(m_panel->keys()->scan().model()->indexOf("cache:"));
        QCOMPARE(entries(),
            (QStringList{
                u"Copy the name"_s, u"Delete the chosen keys…"_s, u"Walk the keys again"_s}));
        // All that is selected goes, in one command that is shown.
        m_panel->keys()->setFlat(true);
        auto* model = m_panel->keys()->scan().model();
        QTRY_COMPARE(model->rowCount(), int(m_data->keys.size()));
        tree->setCurrentIndex(model->index(0, 0));
        tree->selectionModel()->select(model->index(1, 0), QItemSelectionModel::Select);
        QTest::keyClick(m_panel.get(), Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(sent(), (QStringList{u"UNLINK cache:huge cache:page:index"_s}));
        QTRY_COMPARE(model->rowCount(), int(m_data->keys.size()));
    }
};

PH_TEST_MAIN(QApplication, QueueColumnsTest)
#include "tst_queuecolumns.moc"
