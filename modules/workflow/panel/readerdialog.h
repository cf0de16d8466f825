// SPDX-License-Identifier: GPL-3.0-or-later
// ReaderDialog: a long text of the server, whole, to be read and copied: a trace, a DAG's source.
#pragma once

#include <QDialog>

class QPlainTextEdit;

namespace pilothouse::workflow
{

class ReaderDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReaderDialog)

public:
    // Deletes itself when it is closed.
    ReaderDialog(const QString& title, const QString& text, QWidget* parent);
    void setText(const QString& text); // it came later
    QString text() const;

private:
    QPlainTextEdit* m_text = nullptr;
};

} // namespace pilothouse::workflow
