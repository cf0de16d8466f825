// SPDX-License-Identifier: GPL-3.0-or-later
// The find bar of an editor: field, previous, next, and whether there was a match.
#pragma once

#include <QFrame>

class QLabel;

namespace pilothouse::ui
{

class SearchField;

class CodeFindBar final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeFindBar)

public:
    explicit CodeFindBar(QWidget* parent = nullptr);
    void open(const QString& preset);
    QString needle() const;
    void setFound(bool found);

Q_SIGNALS:
    void changed(const QString& needle);
    void nextRequested(bool forward);
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    SearchField* m_field;
    QLabel* m_note;
};

} // namespace pilothouse::ui
