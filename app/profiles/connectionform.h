// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectionForm: one service of a profile as fields, those of the tool's own options included. It
// knows values and rules, it neither saves nor connects.
#pragma once

#include "app/profiles/profile.h"
#include "core/adapterdescriptor.h"
#include "core/secret.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace pilothouse::app
{

class ConnectionForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionForm(
        const std::vector<AdapterDescriptor>& descriptors, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ConnectionForm)

    void show(const ProfileService& service, bool isNew);
    void clear();

    ProfileService value() const;
    // What was typed as a password; empty: unchanged, or none.
    Secret secret() const;
    const AdapterDescriptor* descriptor() const;

    // The first field that cannot stay as it is, marked and focused; empty when all are good.
    // `taken` are the ids of the other services.
    QString firstProblem(const QStringList& taken);
    void setReadOnly(bool readOnly);
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    void buildLayout();
    void buildOptions();
    void chooseTool();
    void chooseSecret();
    void chooseTls();
    QLineEdit* addLine(const QString& label, const QString& placeholder = {});
    QLineEdit* addFile(const QString& label);
    void mark(QWidget* field, bool bad);
    void setRowVisible(QWidget* field, bool visible);

    const std::vector<AdapterDescriptor>& m_descriptors;
    ProfileService m_service; // what is shown, with all that has no field
    bool m_isNew = true;
    QFormLayout* m_layout = nullptr;
    QComboBox* m_tool = nullptr;
    QLineEdit* m_title = nullptr;
    QLineEdit* m_id = nullptr;
    QLineEdit* m_address = nullptr;
    QLineEdit* m_user = nullptr;
    QComboBox* m_source = nullptr;
    QLineEdit* m_password = nullptr;
    QLineEdit* m_variable = nullptr;
    QComboBox* m_tls = nullptr;
    QLineEdit* m_ca = nullptr;
    QLineEdit* m_cert = nullptr;
    QLineEdit* m_key = nullptr;
    QLineEdit* m_jump = nullptr;
    QHash<QString, QWidget*> m_options; // by the option's key
    QHash<QWidget*, QWidget*> m_rows; // field → what stands in the layout
};

} // namespace pilothouse::app
