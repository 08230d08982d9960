// The pages of the window, in the order of the sidebar and of Ctrl+1..9: sidebar, menu and window are built from this.
#pragma once

#include <QKeySequence>
#include <QString>

#include <optional>
#include <vector>

namespace tokenledger {

enum class PageId { Overview, Cost, Usage, CacheEfficiency, ClaudeCode, Organization, Reconcile, Budgets, DataHealth };

struct PageInfo {
    PageId id = PageId::Overview;
    QString name;      // in object names: "navOverview", "actionOverview"
    QString icon;      // of resources/icons
    QString title;     // in the sidebar
    QString menuText;  // the title with its mnemonic
    QKeySequence shortcut;
};

/// In the language of now.
[[nodiscard]] std::vector<PageInfo> pageList();
/// As settings name a page, in any language: "Cost".
[[nodiscard]] QString pageName(PageId page);
[[nodiscard]] std::optional<PageId> pageFromName(const QString& name);

}  // namespace tokenledger
