// SPDX-License-Identifier: GPL-3.0-or-later
// A confirmation answers no to Esc, and to Enter unless the focus was moved to the act.

#include "tests/support/testmain.h"
#include "ui/controls/button.h"
#include "ui/dialogs/confirmdialog.h"
#include "ui/theme/theme.h"

#include <QtGui/QWindow>
#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

namespace
{

ConfirmRequest production()
{
    ConfirmRequest request;
    request.environment = Token::EnvProduction;
    request.environmentName = u"Production"_s;
    request.target = u"harborline-prod, warehouse"_s;
    request.user = u"as mei.lin"_s;
    request.question = u"Delete all rows of gold.stg_fct_orders?"_s;
    request.consequence = u"This cannot be undone."_s;
    request.effects = {{u"table"_s, u"Rows deleted"_s, u"1,023,118"_s}};
    request.statement = u"TRUNCATE TABLE gold.stg_fct_orders RESTART IDENTITY"_s;
    request.backupText = u"Back up first"_s;
    request.backupDetail = u"412 MB, about 8 s"_s;
    request.typedName = u"stg_fct_orders"_s;
    request.actText = u"Back up and delete rows"_s;
    return request;
}

ConfirmRequest sandbox()
{
    ConfirmRequest request = production();
    request.environment = Token::EnvSandbox;
    request.typedName.clear();
    request.backupText.clear();
    return request;
}

} // namespace

class TestConfirm final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void enterAndEscCancelEverywhere_data();
    void enterAndEscCancelEverywhere();
    void ctrlEnterGoesOnWithWhatDestroysNothing_data();
    void ctrlEnterGoesOnWithWhatDestroysNothing();
    void nameMustMatchExactly();
    void tabAndAKeyReachTheAct_data();
    void tabAndAKeyReachTheAct();
    void clickConfirmsWithoutBackup();
    void closingTheWindowCancels();
    void aClickBesideItTakesNoKeysAway();
    void statementIsShownUnchanged();
    void productionAlwaysHasItsBanner();

private:
    ConfirmDialog* ask(const ConfirmRequest& request);
    static Button* button(ConfirmDialog& dialog, const QString& text);

    Theme m_theme;
    std::unique_ptr<QWidget> m_window;
};

void TestConfirm::initTestCase()
{
    m_theme.install(*qApp);
    m_theme.setMode(Theme::Mode::Dark);
}

void TestConfirm::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestConfirm::cleanup()
{
    m_window.reset();
}

ConfirmDialog* TestConfirm::ask(const ConfirmRequest& request)
{
    ConfirmDialog* dialog = ConfirmDialog::ask(request, m_window.get());
    const auto active = [dialog] {
        return QApplication::activeWindow() == dialog;
    };
    return QTest::qWaitFor(active) ? dialog : nullptr;
}

Button* TestConfirm::button(ConfirmDialog& dialog, const QString& text)
{
    for (Button* candidate : dialog.findChildren<Button*>()) {
        if (candidate->text() == text)
            return candidate;
    }
    return nullptr;
}

void TestConfirm::enterAndEscCancelEverywhere_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("tabs");
    for (const int key : {int(Qt::Key_Return), int(Qt::Key_Enter), int(Qt::Key_Escape)}) {
        for (int tabs = 0; tabs < 6; ++tabs)
            QTest::addRow("key %x after %d tabs", key, tabs) << key << tabs;
    }
}

void TestConfirm::enterAndEscCancelEverywhere()
{
    QFETCH(int, key);
    QFETCH(int, tabs);
    ConfirmDialog* dialog = ask(production());
    QVERIFY(dialog);
    dialog->findChild<QLineEdit*>()->setText(u"stg_fct_orders"_s); // the act is available
    QSignalSpy confirmed(dialog, &ConfirmDialog::confirmed);
    QSignalSpy cancelled(dialog, &ConfirmDialog::cancelled);
    QVERIFY(dialog->findChild<QLineEdit*>()->hasFocus());
    for (int i = 0; i < tabs; ++i)
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    // Enter on the act itself is the one yes among them.
    const bool yes
        = key != int(Qt::Key_Escape) && button(*dialog, u"Back up and delete rows"_s)->hasFocus();
    QTest::keyClick(dialog->focusWidget(), Qt::Key(key));
    QCOMPARE(cancelled.count(), yes ? 0 : 1);
    QCOMPARE(confirmed.count(), yes ? 1 : 0);
}

void TestConfirm::ctrlEnterGoesOnWithWhatDestroysNothing_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("destructive");
    for (const int key : {int(Qt::Key_Return), int(Qt::Key_Enter)}) {
        QTest::addRow("key %x, destructive", key) << key << true;
        QTest::addRow("key %x", key) << key << false;
    }
}

void TestConfirm::ctrlEnterGoesOnWithWhatDestroysNothing()
{
    QFETCH(int, key);
    QFETCH(bool, destructive);
    ConfirmRequest request = sandbox();
    request.destructive = destructive;
    ConfirmDialog* dialog = ask(request);
    QVERIFY(dialog);
    QSignalSpy confirmed(dialog, &ConfirmDialog::confirmed);
    QSignalSpy cancelled(dialog, &ConfirmDialog::cancelled);
    // The key that applied the form is still held down: no answer.
    QKeyEvent held(QEvent::KeyPress, key, Qt::ControlModifier, {}, true);
    QApplication::sendEvent(dialog->focusWidget(), &held);
    QCOMPARE(confirmed.count() + cancelled.count(), 0);
    QTest::keyClick(dialog->focusWidget(), Qt::Key(key), Qt::ControlModifier);
    QCOMPARE(confirmed.count(), destructive ? 0 : 1);
    QCOMPARE(cancelled.count(), 0);
    if (!destructive)
        return;
    // Its own rule: by Tab to the act.
    button(*dialog, request.actText)->setFocus();
    QTest::keyClick(dialog->focusWidget(), Qt::Key(key), Qt::ControlModifier);
    QCOMPARE(confirmed.count(), 1);
}

void TestConfirm::nameMustMatchExactly()
{
    ConfirmDialog* dialog = ask(production());
    QVERIFY(dialog);
    Button* act = button(*dialog, u"Back up and delete rows"_s);
    auto* name = dialog->findChild<QLineEdit*>();
    QVERIFY(!act->isEnabled());
    QTest::keyClicks(name, u"stg_fct_order"_s);
    QVERIFY(!act->isEnabled());
    QTest::keyClicks(name, u"s"_s);
    QVERIFY(act->isEnabled());
    QTest::keyClicks(name, u" "_s);
    QVERIFY(!act->isEnabled());
    name->setText(u"STG_FCT_ORDERS"_s);
    QVERIFY(!act->isEnabled());
}

void TestConfirm::tabAndAKeyReachTheAct_data()
{
    QTest::addColumn<int>("key");
    for (const int key : {int(Qt::Key_Return), int(Qt::Key_Enter), int(Qt::Key_Space)})
        QTest::addRow("key %x", key) << key;
}

void TestConfirm::tabAndAKeyReachTheAct()
{
    QFETCH(int, key);
    ConfirmDialog* dialog = ask(production());
    QVERIFY(dialog);
    QSignalSpy confirmed(dialog, &ConfirmDialog::confirmed);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), u"stg_fct_orders"_s);
    Button* act = button(*dialog, u"Back up and delete rows"_s);
    for (int i = 0; i < 8 && !act->hasFocus(); ++i)
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QVERIFY(act->hasFocus());
    const auto labels = dialog->findChildren<QWidget*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QWidget* label) {
        return label->accessibleName() == u"Enter runs it. Written to the audit log."_s;
    }));
    QTest::keyClick(act, Qt::Key(key));
    QCOMPARE(confirmed.count(), 1);
    QCOMPARE(confirmed.first().first().toBool(), true); // a backup is preselected
}

void TestConfirm::clickConfirmsWithoutBackup()
{
    ConfirmDialog* dialog = ask(sandbox());
    QVERIFY(dialog);
    QSignalSpy confirmed(dialog, &ConfirmDialog::confirmed);
    QSignalSpy cancelled(dialog, &ConfirmDialog::cancelled);
    QVERIFY(!dialog->findChild<QLineEdit*>());
    QVERIFY(button(*dialog, u"Cancel"_s)->hasFocus());
    QTest::mouseClick(button(*dialog, u"Back up and delete rows"_s), Qt::LeftButton);
    QCOMPARE(confirmed.count(), 1);
    QCOMPARE(confirmed.first().first().toBool(), false);
    QCOMPARE(cancelled.count(), 0);
}

void TestConfirm::closingTheWindowCancels()
{
    ConfirmDialog* dialog = ask(sandbox());
    QVERIFY(dialog);
    QSignalSpy cancelled(dialog, &ConfirmDialog::cancelled);
    dialog->close();
    QCOMPARE(cancelled.count(), 1);
}

// A window manager gives the keys to what is clicked on, also to a window that is blocked.
void TestConfirm::aClickBesideItTakesNoKeysAway()
{
    ConfirmDialog* dialog = ask(sandbox());
    QVERIFY(dialog);
    QSignalSpy cancelled(dialog, &ConfirmDialog::cancelled);
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, QPoint(4, 4));
    m_window->windowHandle()->requestActivate();
    QTRY_COMPARE(QGuiApplication::focusWindow(), dialog->windowHandle());
    QTest::keyClick(QGuiApplication::focusWindow(), Qt::Key_Escape);
    QTRY_COMPARE(cancelled.count(), 1);
}

void TestConfirm::statementIsShownUnchanged()
{
    ConfirmRequest request = sandbox();
    request.statement = u"DELETE FROM \"odd\"\"name\"\n  WHERE note = '<b>&amp;'"_s;
    ConfirmDialog* dialog = ask(request);
    QVERIFY(dialog);
    auto* box = dialog->findChild<QPlainTextEdit*>();
    QCOMPARE(box->toPlainText(), request.statement);
    QVERIFY(box->isReadOnly());
    QVERIFY(!box->accessibleName().isEmpty());
}

void TestConfirm::productionAlwaysHasItsBanner()
{
    ConfirmDialog* dialog = ask(production());
    QVERIFY(dialog);
    const QImage image = dialog->grab().toImage();
    QCOMPARE(image.pixelColor(300, 20), m_theme.color(Token::EnvProductionSoft));
    QCOMPARE(image.pixelColor(300, 34), m_theme.color(Token::EnvProduction));
}

PH_TEST_MAIN(QApplication, TestConfirm)
#include "tst_confirm.moc"
