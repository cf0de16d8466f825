// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectRow: one tool on the second card: its address, and user and password once the service asks
// for them. Asks the service while the user types on.
#pragma once

#include "app/firstrun/checklist.h"
#include "app/profiles/profile.h"
#include "app/profiles/serviceprobe.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace pilothouse::app
{

class ConnectRow final : public QWidget
{
    Q_OBJECT

public:
    enum class State { Empty, Asking, Answers, AsksForPassword, Fails };

    ConnectRow(Runtime& runtime, const AdapterDescriptor& descriptor, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ConnectRow)

    State state() const { return m_state; }
    QString host() const; // of what was typed, without the port
    QLineEdit* addressField() const { return m_address; }
    // Proposes the same host with the tool's own port; nothing the user typed is replaced.
    void propose(const QString& host);
    // What the card says below: empty while there is nothing to say.
    QList<CheckLine> lines() const;

    ProfileService service() const;
    Secret secret() const;

Q_SIGNALS:
    void stateChanged();
    void hostTyped(const QString& host);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    void ask();
    void answered(const Result<HealthReport>& report);
    void setState(State state, const QString& text, const QString& detail);

    const AdapterDescriptor& m_descriptor;
    ServiceProbe m_probe;
    QTimer m_pause; // after the last key
    State m_state = State::Empty;
    QString m_text;
    QString m_detail;
    bool m_proposed = false;
    GlyphSign* m_sign = nullptr;
    QLineEdit* m_address = nullptr;
    QWidget* m_login = nullptr;
    QLineEdit* m_user = nullptr;
    QLineEdit* m_password = nullptr;
};

} // namespace pilothouse::app
