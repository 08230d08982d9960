// The pages of the window, in the order of the sidebar and of Ctrl+1..9: sidebar, menu and window are built from this.
#pragma once

#include <QKeySequence>
#include <QString>

#include <vector>

namespace tokenledger {

enum class PageId { Overview, Cost, Usage, CacheEfficiency, ClaudeCode, Organization, DataHealth };

struct PageInfo {
    PageId id = PageId::Overview;
    QString name;      // in object names: "navOverview", "actionOverview"
    QString icon;      // of resources/icons
    QString title;     // in the sidebar
    QString menuText;  // the title with its mnemonic
    QKeySequence shortcut;
};

[[nodiscard]] const std::vector<PageInfo>& pageList();

}  // namespace tokenledger
