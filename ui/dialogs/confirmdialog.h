// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks before something changes: what is lost, how much, what depends on it and the exact
// statement. Never blocks: ask() shows it over its parent, one signal tells the answer, then it
// deletes itself.

#include "ui/theme/tokens.h"

#include <QtCore/QList>
#include <QtWidgets/QDialog>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QSyntaxHighlighter;
class QTextDocument;

namespace pilothouse::ui
{

class Button;

struct ConfirmEffect {
    QString iconName;
    QString text; // "Rows deleted"
    QString value; // "1,023,118"
};

struct ConfirmRequest {
    Token environment = Token::EnvSandbox; // one of the three environment tokens
    QString environmentName; // "Production"
    QString target; // "harborline-prod, warehouse"
    QString user; // "as mei.lin"
    QString question; // title: "Delete all rows of gold.stg_fct_orders?"
    QString consequence; // one sentence with numbers
    QList<ConfirmEffect> effects;
    QString statement; // exact; empty: no box
    // Colours the statement; null leaves it plain. The document owns the highlighter.
    std::function<QSyntaxHighlighter*(QTextDocument*)> highlight;
    QString backupText; // "Back up first"; empty: no check box
    QString backupDetail; // "412 MB to MinIO, about 8 s"
    QString typedName; // must be typed when not empty
    QString actText; // "Delete rows"
    QString actIcon = QLatin1StringView("trash");
    QString note; // left of the buttons; empty: the default sentence
    bool audited = true; // the default sentence says so
    bool destructive = true; // otherwise Ctrl+Enter runs it
    bool banner = false; // production always has one
};

class ConfirmDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfirmDialog)

public:
    // `over` is the window it stands on; the scrim covers it.
    static ConfirmDialog* ask(const ConfirmRequest& request, QWidget* over);

    [[nodiscard]] bool backupWanted() const;
    // Counts, while the dialog is open, may still arrive.
    void setEffects(const QList<ConfirmEffect>& effects);
    void setConsequence(const QString& text);

Q_SIGNALS:
    void confirmed(bool withBackup);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    ConfirmDialog(const ConfirmRequest& request, QWidget* over);
    void buildLayout();
    QWidget* buildBanner();
    QWidget* buildName();
    QWidget* buildButtons();
    void judgeName(const QString& typed);
    void place();

    ConfirmRequest m_request;
    QLabel* m_consequence = nullptr;
    QWidget* m_effects = nullptr;
    QCheckBox* m_backup = nullptr;
    QLineEdit* m_name = nullptr;
    QLabel* m_counter = nullptr;
    Button* m_cancel = nullptr;
    Button* m_act = nullptr;
    QWidget* m_scrim = nullptr;
    bool m_answered = false;
};

} // namespace pilothouse::ui
