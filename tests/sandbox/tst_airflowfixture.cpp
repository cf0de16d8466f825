// SPDX-License-Identifier: GPL-3.0-or-later
// What tests on Airflow lean on: the shared servers answer, a component can be taken away and comes
// back, files, rows and logs arrive where the server looks for them.
#include "tests/support/airflowfixture.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace pilothouse;
using namespace Qt::StringLiterals;

class AirflowFixtureTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void works_data()
    {
        QTest::addColumn<int>("major");
        QTest::addRow("Airflow 3") << 3;
        QTest::addRow("Airflow 2") << 2;
    }
    void works()
    {
        QFETCH(int, major);
        test::AirflowFixture airflow(major);
        QVERIFY2(airflow.isReady(), qPrintable(airflow.problem()));
        QCOMPARE(airflow.config().address, airflow.address());
        QVERIFY(airflow.password().reveal().size() >= 20);
        QVERIFY(airflow.viewerPassword().reveal() != airflow.password().reveal());
        QVERIFY(QDir(airflow.logsFolder()).exists());
        QCOMPARE(airflow.sql(u"SELECT count(*) FROM dag WHERE dag_id = 'shop_pulse'"_s), u"1"_s);
        QVERIFY(airflow.sql(u"SELECT nothing"_s).startsWith("ERROR"_L1));

        QTRY_COMPARE_WITH_TIMEOUT(health(airflow), u"healthy"_s, 60'000);
        QVERIFY(airflow.stop(u"scheduler"_s));
        QTRY_COMPARE_WITH_TIMEOUT(health(airflow), u"unhealthy"_s, 90'000);
        QVERIFY(airflow.start(u"scheduler"_s));
        QTRY_COMPARE_WITH_TIMEOUT(health(airflow), u"healthy"_s, 120'000);

        const QString count = u"SELECT count(*) FROM dag WHERE dag_id = 'shop_extra'"_s;
        QVERIFY(airflow.putDag(u"shop_extra.py"_s,
            "from datetime import datetime\n"
            "from airflow.providers.common.compat.sdk import DAG\n"
            "with DAG('shop_extra', schedule=None, start_date=datetime(2026, 1, 1)):\n"
            "    pass\n"));
        QTRY_COMPARE_WITH_TIMEOUT(airflow.sql(count), u"1"_s, 120'000);
        airflow.removeDag(u"shop_extra.py"_s);
        QVERIFY(!QFile::exists(airflow.dagsFolder() + u"/shop_extra.py"_s));

        QCOMPARE(airflow.seedLogs(u"shop_pulse"_s, u"first"_s, 5000, 2, u"lost"_s, 1), QString());
        QFile log(airflow.logsFolder()
            + u"/dag_id=shop_pulse/run_id=first/task_id=count/attempt=1.log"_s);
        QVERIFY(log.open(QIODevice::ReadOnly));
        const QByteArray text = log.readAll();
        QVERIFY(text.size() >= 5000);
        QVERIFY(text.contains("lost"));
        QVERIFY(!airflow.seedLogs(u"shop_pulse"_s, u"nowhere"_s, 10).isEmpty());
    }

private:
    // The scheduler's, as the server tells it.
    static QString health(const test::AirflowFixture& airflow)
    {
        QNetworkAccessManager network;
        const QString path = airflow.major() == 3 ? u"/api/v2/monitor/health"_s : u"/health"_s;
        auto* reply = network.get(QNetworkRequest(QUrl(airflow.address() + path)));
        QEventLoop loop;
        connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        const QJsonObject body = QJsonDocument::fromJson(reply->readAll()).object();
        return body["scheduler"_L1].toObject()["status"_L1].toString();
    }
};

PH_TEST_MAIN(QCoreApplication, AirflowFixtureTest)
#include "tst_airflowfixture.moc"
