// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectionsDialog: the services of a profile: add, edit, test and remove them. Changes the file
// in place, puts passwords into the keychain, and says in itself what went wrong.
#pragma once

#include "app/profiles/profilestore.h"
#include "app/profiles/secretstore.h"
#include "app/profiles/serviceprobe.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QScrollArea;

namespace pilothouse::ui
{
class Button;
class StateStrip;
enum class Glyph;
} // namespace pilothouse::ui

namespace pilothouse::app
{

class ConnectionForm;

struct ConnectionsContext {
    Runtime& runtime;
    const std::vector<AdapterDescriptor>& descriptors;
    ProfileStore& profiles;
    SecretStore& secrets;
};

class ConnectionsDialog final : public QDialog
{
    Q_OBJECT

public:
    // Without a profile a new one is made at the first save; its name is asked for.
    ConnectionsDialog(const ConnectionsContext& context, std::optional<Profile> profile,
        QWidget* parent = nullptr);
    ~ConnectionsDialog() override;
    Q_DISABLE_COPY_MOVE(ConnectionsDialog)

    void startAdding();
    void select(const ServiceId& id);

Q_SIGNALS:
    void saved(const QString& file); // open or reload it
    void passwordChanged(const QString& id); // of a service whose entry may be as it was

protected:
    void done(int result) override;

private:
    void buildLayout();
    QWidget* buildList();
    QWidget* buildNewProfile();
    QWidget* buildButtons();
    void fillList(const ServiceId& current);
    void showCurrent();
    void test();
    void probe(const Secret& secret);
    void probed(const Result<HealthReport>& result);
    void save();
    void askRemove();
    void write(const QByteArray& text, const ServiceId& next);
    void say(ui::Glyph glyph, const QString& text);
    void setBusy(bool busy);
    // `then` at once, or once the user gave up what was edited and not saved.
    void afterEdit(std::function<void()> then);
    SecretRequest requestFor(const ProfileService& service) const;
    QString currentId() const;

    ConnectionsContext m_context;
    std::optional<Profile> m_profile;
    QString m_newFile; // of a profile that is not saved yet
    ServiceProbe m_probe;
    bool m_adding = false;
    bool m_testing = false;
    bool m_edited = false;
    int m_row = -1; // of the list, whose service the form shows
    ui::StateStrip* m_strip = nullptr;
    QWidget* m_newProfile = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_environment = nullptr;
    QListWidget* m_list = nullptr;
    ConnectionForm* m_form = nullptr;
    QLabel* m_message = nullptr;
    ui::Button* m_add = nullptr;
    ui::Button* m_remove = nullptr;
    ui::Button* m_test = nullptr;
    ui::Button* m_save = nullptr;
    QScrollArea* m_scroll = nullptr;
};

} // namespace pilothouse::app
