// SPDX-License-Identifier: GPL-3.0-or-later
// The contrast ratios of the design language, computed from the tokens themselves.

#include "tests/support/testmain.h"
#include "ui/theme/tokens.h"

#include <QtTest/QtTest>

using namespace pilothouse::ui;
using namespace Qt::StringLiterals;

class TestTokens final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratiosMatchTheTable_data();
    void ratiosMatchTheTable();
    void everyTextIsReadable();
    void highContrastRaisesLines();
    void namesAreUnique();
    void softFillsBelongToTheirColour();
    void seriesWrap();
};

void TestTokens::ratiosMatchTheTable_data()
{
    QTest::addColumn<int>("ink");
    QTest::addColumn<int>("plate");
    QTest::addColumn<double>("dark");
    QTest::addColumn<double>("light");
    const auto row = [](Token ink, Token plate, double dark, double light) {
        const QByteArray name = (tokenName(ink) + " on "_L1 + tokenName(plate)).toUtf8();
        QTest::newRow(name.constData()) << int(ink) << int(plate) << dark << light;
    };
    row(Token::Text, Token::Ground, 16.0, 14.6);
    row(Token::Text, Token::Surface, 15.2, 17.3);
    row(Token::Text, Token::Raised, 14.1, 16.1);
    row(Token::Text, Token::Selection, 11.9, 14.1);
    row(Token::Text2, Token::Ground, 8.9, 6.8);
    row(Token::Text2, Token::Surface, 8.4, 8.1);
    row(Token::Text2, Token::Raised, 7.9, 7.5);
    row(Token::Text2, Token::Selection, 6.6, 6.6);
    row(Token::Text3, Token::Ground, 6.3, 5.0);
    row(Token::Text3, Token::Surface, 5.9, 5.9);
    row(Token::Text3, Token::Raised, 5.5, 5.5);
    row(Token::Text3, Token::Selection, 4.7, 4.8);
    row(Token::TextOff, Token::Surface, 2.7, 2.6);
    row(Token::Accent, Token::Surface, 7.4, 5.7);
    row(Token::Accent, Token::Selection, 5.8, 4.6);
    row(Token::Accent, Token::AccentSoft, 6.3, 4.8);
    row(Token::StatusOk, Token::Surface, 7.8, 5.7);
    row(Token::StatusOk, Token::StatusOkSoft, 6.8, 4.9);
    row(Token::StatusWarn, Token::Surface, 9.1, 6.1);
    row(Token::StatusWarn, Token::StatusWarnSoft, 7.8, 5.3);
    row(Token::StatusError, Token::Surface, 6.5, 5.8);
    row(Token::StatusError, Token::StatusErrorSoft, 5.7, 4.9);
    row(Token::StatusRunning, Token::StatusRunningSoft, 7.4, 5.1);
    row(Token::StatusQueued, Token::StatusQueuedSoft, 6.3, 5.6);
    row(Token::StatusIdle, Token::StatusIdleSoft, 5.2, 5.2);
    row(Token::EnvProduction, Token::EnvProductionSoft, 5.3, 5.1);
    row(Token::EnvStaging, Token::EnvStagingSoft, 6.3, 5.6);
    row(Token::EnvSandbox, Token::EnvSandboxSoft, 6.5, 4.8);
    row(Token::OnFill, Token::AccentFill, 4.8, 5.3);
    row(Token::OnFill, Token::ErrorFill, 5.1, 5.8);
    row(Token::OnMark, Token::Mark, 8.7, 9.7);
    row(Token::Text, Token::DiffAdd, 12.8, 15.1);
    row(Token::Text, Token::DiffRemove, 13.5, 14.7);
    row(Token::Series1, Token::Surface, 7.4, 4.6);
    row(Token::Series2, Token::Surface, 8.0, 4.3);
    row(Token::Series3, Token::Surface, 8.7, 3.8);
    row(Token::Series4, Token::Surface, 7.1, 5.3);
    row(Token::Series5, Token::Surface, 7.6, 4.4);
    row(Token::Series6, Token::Surface, 8.5, 4.2);
    row(Token::Series7, Token::Surface, 6.9, 5.0);
    row(Token::Series8, Token::Surface, 8.8, 4.4);
    row(Token::SyntaxKeyword, Token::Surface, 8.3, 6.7);
    row(Token::SyntaxString, Token::Surface, 10.1, 5.9);
    row(Token::SyntaxNumber, Token::Surface, 9.4, 6.2);
    row(Token::SyntaxFunction, Token::Surface, 8.9, 6.1);
    row(Token::SyntaxType, Token::Surface, 9.2, 6.1);
    row(Token::SyntaxComment, Token::Surface, 5.9, 5.9);
}

void TestTokens::ratiosMatchTheTable()
{
    QFETCH(int, ink);
    QFETCH(int, plate);
    QFETCH(double, dark);
    QFETCH(double, light);
    const auto ratio = [&](Scheme scheme) {
        return contrastRatio(tokenColor(Token(ink), scheme), tokenColor(Token(plate), scheme));
    };
    // The table is rounded to one decimal.
    QVERIFY2(std::abs(ratio(Scheme::Dark) - dark) <= 0.0501,
        qPrintable(QString::number(ratio(Scheme::Dark))));
    QVERIFY2(std::abs(ratio(Scheme::Light) - light) <= 0.0501,
        qPrintable(QString::number(ratio(Scheme::Light))));
}

void TestTokens::everyTextIsReadable()
{
    const Token inks[] = {Token::Text, Token::Text2, Token::Text3, Token::Accent};
    const Token plates[] = {Token::Ground, Token::Surface, Token::Raised, Token::Overlay,
        Token::Field, Token::Canvas, Token::Selection};
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        for (const Token ink : inks) {
            for (const Token plate : plates) {
                const double ratio
                    = contrastRatio(tokenColor(ink, scheme), tokenColor(plate, scheme));
                QVERIFY2(ratio >= 4.5,
                    qPrintable(tokenName(ink) + " on "_L1 + tokenName(plate) + " is "_L1
                        + QString::number(ratio)));
            }
        }
    }
}

void TestTokens::highContrastRaisesLines()
{
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        const QColor surface = tokenColor(Token::Surface, scheme, true);
        QVERIFY(contrastRatio(tokenColor(Token::LineStrong, scheme, true), surface) >= 3.0);
        QCOMPARE(tokenColor(Token::Line, scheme, true), tokenColor(Token::LineStrong, scheme));
    }
}

void TestTokens::namesAreUnique()
{
    QSet<QString> names;
    for (int i = 0; i < tokenCount; ++i)
        names.insert(tokenName(Token(i)).toString());
    QCOMPARE(names.size(), tokenCount);
}

void TestTokens::softFillsBelongToTheirColour()
{
    for (int i = int(Token::StatusOk); i <= int(Token::EnvSandbox); ++i) {
        const Token token = Token(i);
        QCOMPARE(tokenName(softOf(token)).toString(), tokenName(token) + ".soft"_L1);
    }
    QCOMPARE(softOf(Token::Accent), Token::AccentSoft);
}

void TestTokens::seriesWrap()
{
    QCOMPARE(seriesToken(0), Token::Series1);
    QCOMPARE(seriesToken(8), Token::Series1);
    QCOMPARE(seriesToken(15), Token::Series8);
}

PH_TEST_MAIN(QCoreApplication, TestTokens)
#include "tst_tokens.moc"
