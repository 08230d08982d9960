#include "ui/pagelist.h"

#include "app/core/texts.h"

namespace tokenledger {

std::vector<PageInfo> pageList() {
    // Numbers belong to pages for good: those that are still to come keep theirs free.
    return {
        {PageId::Overview, QStringLiteral("Overview"), QStringLiteral("overview"), tr("Overview"), tr("&Overview"),
         QKeySequence(Qt::CTRL | Qt::Key_1)},
        {PageId::Cost, QStringLiteral("Cost"), QStringLiteral("cost"), tr("Cost"), tr("&Cost"),
         QKeySequence(Qt::CTRL | Qt::Key_2)},
        {PageId::Usage, QStringLiteral("Usage"), QStringLiteral("usage"), tr("Usage"), tr("&Usage"),
         QKeySequence(Qt::CTRL | Qt::Key_3)},
        {PageId::CacheEfficiency, QStringLiteral("CacheEfficiency"), QStringLiteral("cache"), tr("Cache efficiency"),
         tr("Cache &efficiency"), QKeySequence(Qt::CTRL | Qt::Key_4)},
        {PageId::ClaudeCode, QStringLiteral("ClaudeCode"), QStringLiteral("claude-code"), tr("Claude Code"),
         tr("C&laude Code"), QKeySequence(Qt::CTRL | Qt::Key_5)},
        {PageId::Organization, QStringLiteral("Organization"), QStringLiteral("organization"), tr("Organization"),
         tr("Or&ganization"), QKeySequence(Qt::CTRL | Qt::Key_6)},
        {PageId::Reconcile, QStringLiteral("Reconcile"), QStringLiteral("reconcile"), tr("Reconcile"), tr("&Reconcile"),
         QKeySequence(Qt::CTRL | Qt::Key_7)},
        {PageId::Budgets, QStringLiteral("Budgets"), QStringLiteral("budgets"), tr("Budgets"), tr("Budget&s"),
         QKeySequence(Qt::CTRL | Qt::Key_8)},
        {PageId::DataHealth, QStringLiteral("DataHealth"), QStringLiteral("health"), tr("Data health"),
         tr("&Data health"), QKeySequence(Qt::CTRL | Qt::Key_9)},
    };
}

QString pageName(PageId page) {
    for (const PageInfo& info : pageList()) {
        if (info.id == page) return info.name;
    }
    return {};
}

std::optional<PageId> pageFromName(const QString& name) {
    for (const PageInfo& info : pageList()) {
        if (info.name == name) return info.id;
    }
    return std::nullopt;
}

}  // namespace tokenledger
