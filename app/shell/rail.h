// SPDX-License-Identifier: GPL-3.0-or-later
// The rail: the modules of the open profile in their fixed order with their fixed keys and health
// marks, help and settings at its end. 52 px, or 200 with names and shortcuts.
#pragma once

#include "ui/theme/glyphs.h"

#include <QAbstractButton>
#include <QKeySequence>
#include <QVariantAnimation>
#include <QWidget>

#include <map>
#include <optional>

class QVBoxLayout;

namespace pilothouse::app
{

// The fixed key of a rail slot: 1 is Alt+1, 10 Alt+0, 11 Alt+-, 12 Alt+=.
QKeySequence railKey(int slot);

class RailItem final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RailItem)

public:
    RailItem(QString iconName, const QString& name, const QKeySequence& keys, QWidget* parent);

    void setActive(bool active);
    // None: no mark at all.
    void setHealth(ui::Glyph health);
    ui::Glyph health() const { return m_health; }
    bool isActive() const { return m_active; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    QString m_iconName;
    QString m_name;
    QKeySequence m_keys;
    ui::Glyph m_health = ui::Glyph::None;
    bool m_active = false;
};

class Rail final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Rail)

public:
    struct Entry {
        QString id;
        QString name;
        QString iconName;
        int slot = 0;
    };

    explicit Rail(QWidget* parent = nullptr);

    void setEntries(const std::vector<Entry>& entries); // any order; sorted by slot
    void setActive(const QString& id); // empty: none
    void setHealth(const QString& id, ui::Glyph health);
    RailItem* item(const QString& id) const;

    bool isExpanded() const { return m_expanded; }
    void setExpanded(bool expanded, bool animated);

Q_SIGNALS:
    void chosen(const QString& id);
    void helpChosen();
    void settingsChosen();
    void widthChanged(int width);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int targetWidth() const;
    void applyWidth(int width);
    QList<RailItem*> order() const;

    QVBoxLayout* m_modules;
    std::map<QString, RailItem*> m_items;
    RailItem* m_help;
    RailItem* m_settings;
    QVariantAnimation m_slide;
    bool m_expanded = true;
};

} // namespace pilothouse::app
