// SPDX-License-Identifier: GPL-3.0-or-later
// How the queue panel fits into narrow panes, and the menu of a key.
#include "queue/panel/inspector.h"
#include "queue/panel/keyspane.h"
#include "queue/panel/queuepanel.h"
#include "queue/panel/serverpane.h"
#include "queue/panel/streambar.h"
#include "queue/panel/textvalue.h"
#include "queue/panel/valuemodel.h"
#include "tests/queue/fakequeue.h"
#include "tests/support/fakeworkbench.h"
#include "tests/support/testmain.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/panelheader.h"
#include "ui/plot/plotview.h"
#include "ui/theme/theme.h"
#include "ui/tree/treeview.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
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

class QueueColumnsTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<FakeData> m_data;
    std::unique_ptr<FakeWorkbench> m_bench;
    std::unique_ptr<QWidget> m_host; // as narrow as a pane
    std::unique_ptr<QueuePanel> m_panel;

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

    void openPanel()
    {
        m_panel = std::make_unique<QueuePanel>(*m_bench, u"cache"_s);
        m_panel->resize(1389, 766);
        m_panel->show();
        QApplication::setActiveWindow(m_panel.get());
    }

    void chooseKey(const QByteArray& key)
    {
        m_panel->open({{u"redis://cache"_s, entityName(key)}, {}, {}});
        QTRY_COMPARE(m_panel->inspector()->key(), key);
        QTRY_VERIFY(m_panel->inspector()->findChild<QTableView*>());
    }

    QStringList sent()
    {
        std::lock_guard lock(m_data->mutex);
        return QStringList(m_data->sent.begin(), m_data->sent.end());
    }

    // What is wrong: a part outside the panel, narrower than its words, or over another one.
    QString wrong() const
    {
        struct Part {
            QWidget* widget;
            QRect at;
        };
        std::vector<Part> parts;
        const auto scrolls = [](const QObject* w) {
            return qobject_cast<const QAbstractScrollArea*>(w) != nullptr;
        };
        for (QWidget* w : m_panel->findChildren<QWidget*>()) {
            const bool part = qobject_cast<QAbstractButton*>(w) || qobject_cast<QLabel*>(w)
                || qobject_cast<ui::ElidedLabel*>(w) || qobject_cast<QLineEdit*>(w)
                || qobject_cast<QComboBox*>(w) || qobject_cast<ui::PlotView*>(w) || scrolls(w);
            const QWidget* parent = w->parentWidget();
            if (!part || !w->isVisible() || scrolls(parent) || scrolls(parent->parentWidget())
                || qobject_cast<const QLineEdit*>(parent))
                continue;
            const QRect at(w->mapTo(m_panel.get(), QPoint()), w->size());
            const QString name = QString::fromLatin1(w->metaObject()->className()) + u' '
                + w->accessibleName() + w->property("text").toString();
            if (!m_panel->rect().contains(at))
                return name + u" is outside"_s;
            const int least
                = w->minimumWidth() > 0 ? w->minimumWidth() : w->minimumSizeHint().width();
            if (!scrolls(w) && w->width() < least)
                return name + u" is too narrow"_s;
            for (const Part& other : parts)
                if (other.at.intersects(at) && !other.widget->isAncestorOf(w)
                    && !w->isAncestorOf(other.widget))
                    return name + u" lies over "_s
                        + QString::fromLatin1(other.widget->metaObject()->className()) + u' '
                        + other.widget->accessibleName();
            parts.push_back({w, at});
        }
        return parts.size() > 10 ? QString() : u"nothing is on screen"_s;
    }

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
        m_data = std::make_shared<FakeData>();
        m_bench = std::make_unique<FakeWorkbench>();
        m_bench->hub().setDescriptors({fakeQueueDescriptor(m_data)});
        ServiceConfig config;
        config.id = u"cache"_s;
        config.module = u"queue"_s;
        config.tool = u"fake"_s;
        config.title = u"cache-01"_s;
        config.ns = u"redis://cache"_s;
        config.writes = WriteMode::Ask;
        m_bench->hub().add(config, {});
    }
    void cleanup()
    {
        m_panel.reset();
        m_host.reset();
        m_bench.reset();
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
            chooseKey(key);
            QTRY_VERIFY(inspector->model()->rowCount() > 0);
            QTRY_VERIFY(key != "stream:orders"
                || inspector->findChild<StreamBar*>()->pending().size() == 2);
            inspector->setFollowing(true);
            QTRY_COMPARE(wrong(), QString());
            const auto* header = inspector->findChild<ui::PanelHeader*>();
            QTRY_COMPARE(header->findChild<QLabel*>()->text(), QString::fromUtf8(key)); // not cut
            picture(QString::fromUtf8(key).section(u':', 0, 0));
        }
        chooseKey("cache:page:index");
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
        QTRY_COMPARE(m_panel->state(), State::Ready);
        chooseKey("cache:huge");
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
