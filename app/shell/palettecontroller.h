// SPDX-License-Identifier: GPL-3.0-or-later
// Fills the palette: every action, every open tab, every tab that can be opened, and every object
// the search facets tell of, kept in an index that is renewed when it is opened.
#pragma once

#include "app/shell/popover.h"
#include "app/shell/shellcontext.h"
#include "core/facets/search.h"
#include "ui/palette/paletteview.h"

#include <map>
#include <vector>

namespace pilothouse::app
{

class MainWindow;
class PanelRegistry;

class PaletteController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteController)

public:
    static constexpr int kSnapshot = 50'000; // objects kept of one service

    PaletteController(ShellContext& context, const PanelRegistry& registry, MainWindow& window);
    ~PaletteController() override;

    void open(const QString& text = {});
    bool isOpen() const;
    ui::PaletteView& view() const { return *m_view; }

private:
    class Sheet;

    struct Source {
        std::vector<SearchItem> items;
        Clock::time_point asked{};
        bool cut = false; // the service has more names than were kept
        Call<std::vector<SearchItem>> snapshot;
        Call<std::vector<SearchItem>> find;
    };

    void collect();
    void findPanels(std::vector<ui::PaletteItem>& items);
    void refreshSources();
    std::vector<SearchItem> told(const ServiceId& id, std::vector<SearchItem> items) const;
    void rebuildIndex();
    void askServers(const QString& text);
    void choose(const ui::PaletteItem& item);
    ui::PaletteItem readTime(const QString& text) const;

    ShellContext& m_context;
    const PanelRegistry& m_registry;
    MainWindow& m_window;
    Sheet* m_sheet;
    ui::PaletteView* m_view;
    std::map<ServiceId, Source> m_sources;
    Lane<> m_lane;
    Call<ui::ObjectIndexPtr> m_build;
};

} // namespace pilothouse::app
