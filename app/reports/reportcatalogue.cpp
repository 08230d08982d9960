// What reports there are: the one list of them.
#include "app/reports/allocatedcost.h"
#include "app/reports/budgetreport.h"
#include "app/reports/objectreports.h"
#include "app/reports/reportrunner.h"
#include "app/reports/spendreports.h"
#include "app/reports/variancebridge.h"

namespace tokenledger {

namespace {

using D = Dimension;

Column integer(const char* name, const char* unit) {
    return {QString::fromLatin1(name), ColumnType::Integer, QString::fromLatin1(unit)};
}
Column tokens(const char* name) { return integer(name, "tokens"); }
Column dollars(const char* name) { return {QString::fromLatin1(name), ColumnType::Money, QStringLiteral("USD")}; }
Column text(const char* name) { return {QString::fromLatin1(name), ColumnType::Text, {}}; }
Column figure(const char* name) { return {QString::fromLatin1(name), ColumnType::Figure, {}}; }

Column ratio(const char* name) { return {QString::fromLatin1(name), ColumnType::Ratio, {}}; }
Column time(const char* name) { return {QString::fromLatin1(name), ColumnType::Time, {}}; }

ReportDefinition objectList(const char* name, const char* summary, ObjectKind kind) {
    return {QString::fromLatin1(name), QString::fromLatin1(summary), {}, objectColumns(kind), ReportShape::List};
}

std::vector<CatalogueEntry> makeCatalogue() {
    const std::vector<Dimension> usageDimensions = {D::Workspace, D::ApiKey, D::Model, D::ServiceTier,
                                                    D::ContextWindow};
    return {
        {{QStringLiteral("cost"),
          QStringLiteral("what was billed"),
          {D::Workspace, D::Model, D::CostType, D::TokenType, D::ServiceTier, D::ContextWindow, D::InferenceGeo,
           D::Description},
          {dollars("amount_usd")}},
         runCost},
        {{QStringLiteral("usage"),
          QStringLiteral("tokens and web searches"),
          usageDimensions,
          {tokens("uncached_input_tokens"), tokens("cache_creation_5m_tokens"), tokens("cache_creation_1h_tokens"),
           tokens("cache_read_tokens"), tokens("output_tokens"), integer("web_search_requests", "requests")},
          ReportShape::Hours},
         runUsage},
        {{QStringLiteral("cache"),
          QStringLiteral("what prompt caching saved or cost"),
          usageDimensions,
          {tokens("cache_read_tokens"),
           tokens("cache_creation_tokens"),
           tokens("uncached_input_tokens"),
           {QStringLiteral("cache_hit_ratio"), ColumnType::Ratio, {}},
           dollars("read_saving_usd"),
           dollars("write_premium_usd"),
           dollars("net_saving_usd")}},
         runCache},
        {{QStringLiteral("allocation"),
          QStringLiteral("the bill by API key, team and cost centre"),
          AllocatedCost::dimensions(),
          {dollars("amount_usd"), {QStringLiteral("share"), ColumnType::Ratio, {}}},
          ReportShape::Periods,
          true},
         runAllocation},
        {{QStringLiteral("bridge"),
          QStringLiteral("why the range cost more or less than the period before"),
          bridgeDimensions(),
          {text("item"), text("kind"), dollars("before_usd"), dollars("after_usd"), dollars("change_usd"),
           dollars("volume_usd"), dollars("mix_usd"), dollars("cache_usd"), dollars("price_usd"), dollars("other_usd"),
           tokens("tokens_before"), tokens("tokens_after")},
          ReportShape::Whole},
         runBridge},
        {{QStringLiteral("claude-code"),
          QStringLiteral("Claude Code activity; its cost is an estimate, not the bill"),
          {D::User, D::Terminal, D::CustomerType},
          {integer("sessions", "sessions"), integer("lines_added", "lines"), integer("lines_removed", "lines"),
           integer("commits", "commits"), integer("pull_requests", "pull requests"),
           integer("tool_accepted", "actions"), integer("tool_rejected", "actions"), dollars("estimated_cost_usd")}},
         runClaudeCode},
        {{QStringLiteral("claude-code-models"),
          QStringLiteral("Claude Code tokens by model; they are in usage already"),
          {D::User, D::Model},
          {tokens("input_tokens"), tokens("output_tokens"), tokens("cache_read_tokens"),
           tokens("cache_creation_tokens"), dollars("estimated_cost_usd")}},
         runClaudeCodeModels},
        {{QStringLiteral("completeness"),
          QStringLiteral("days final, provisional, missing and failed"),
          {Dimension::Dataset},
          {integer("days_final", "days"), integer("days_provisional", "days"), integer("days_missing", "days"),
           integer("days_failed", "days")}},
         runCompleteness},
        {{QStringLiteral("sync-log"),
          QStringLiteral("every request that was made"),
          {},
          {time("when"), text("dataset"), text("request"), integer("status", ""), text("outcome"),
           integer("rows", "rows"), integer("retries", "retries"), integer("duration_ms", "ms"), text("request_id")},
          ReportShape::List},
         runSyncLog},
        {objectList("organization", "whose key it is", ObjectKind::Organization), runOrganization},
        {objectList("workspaces", "workspaces, archived ones included", ObjectKind::Workspace), runWorkspaces},
        {objectList("members", "who is in which workspace", ObjectKind::WorkspaceMember), runMembers},
        {objectList("users", "people of the organization", ObjectKind::User), runUsers},
        {objectList("invites", "invitations and what became of them", ObjectKind::Invite), runInvites},
        {objectList("api-keys", "API keys, archived ones included", ObjectKind::ApiKey), runApiKeys},
        {{QStringLiteral("changes"),
          QStringLiteral("every change of these objects between two syncs"),
          {},
          {time("seen_at"), text("kind"), text("id"), text("name"), text("field"), text("before"), text("after")},
          ReportShape::List},
         runChanges},
        {{QStringLiteral("restatements"),
          QStringLiteral("values of final days that came differently later"),
          {},
          {time("seen_at"), text("dataset"), text("day"), text("dimension"), text("measure"), figure("before"),
           figure("after")},
          ReportShape::List},
         runRestatements},
        {{QStringLiteral("audit-log"),
          QStringLiteral("syncs, imports, exports, closes and every other change that somebody made here"),
          {},
          {time("when"), text("who"), text("action"), text("subject"), text("detail"), text("sha256")},
          ReportShape::List},
         runAuditLog},
        {{QStringLiteral("month-match"),
          QStringLiteral("a month's tokens x price, cost report and invoice"),
          {},
          {text("item"), tokens("tokens"), dollars("tokens_x_price_usd"), dollars("cost_report_usd"),
           dollars("invoice_usd"), dollars("difference_usd"), ratio("difference_ratio"), text("status"), text("reason"),
           text("prices"), text("accepted")},
          ReportShape::Whole},
         runMonthMatch},
        {{QStringLiteral("month-causes"),
          QStringLiteral("what the difference between a month's invoice and tokens x price is made of"),
          {},
          {text("cause"), text("item"), dollars("amount_usd"), text("meaning")},
          ReportShape::Whole},
         runMonthCauses},
        {{QStringLiteral("tokens-x-price"),
          QStringLiteral("a month's tokens by model and kind, at the price book's prices"),
          {},
          {text("item"), text("kind"), integer("count", ""), dollars("amount_usd"), text("prices"), text("note")},
          ReportShape::Whole},
         runTokensXPrice},
        {{QStringLiteral("closes"),
          QStringLiteral("closed months, and what the reports say of them now"),
          {},
          {text("month"), integer("version", ""), time("closed_at"), text("closed_by"), dollars("closed_usd"),
           dollars("now_usd"), dollars("difference_usd"), text("snapshot_sha256"), text("seal_sha256"),
           time("reopened_at"), text("reopened_by"), text("reason")},
          ReportShape::List},
         runCloses},
        {{QStringLiteral("closed-month"),
          QStringLiteral("a closed month's figures, and what changed since"),
          {},
          {text("item"), dollars("closed_usd"), dollars("now_usd"), dollars("difference_usd")},
          ReportShape::Whole},
         runClosedMonth},
        {{QStringLiteral("prices"),
          QStringLiteral("the price book with your own prices and discounts"),
          {},
          {text("model"), text("context_window"), text("tier"), text("kind"), dollars("price_usd"), text("per"),
           text("from"), text("to"), text("source"), text("discount"), text("rule")},
          ReportShape::List},
         runPrices},
        {{QStringLiteral("overview"),
          QStringLiteral("the main figures of the range, against the period before"),
          {D::Workspace, D::Model, D::ApiKey},
          {text("measure"), figure("value"), text("unit"), figure("compared"), figure("change"), text("completeness"),
           figure("comparable")},
          ReportShape::Whole},
         runOverview},
        {{QStringLiteral("reconciliation"),
          QStringLiteral("an internal tracking beside what Anthropic reports"),
          {D::Model, D::TokenType},
          {figure("internal"), figure("anthropic"), figure("difference"), ratio("difference_ratio"), text("status"),
           integer("days_compared", "days"), integer("days_left_out", "days")}},
         runReconciliation},
        {forecastReport(), runForecast},
        {anomaliesReport(), runAnomalies},
        {budgetsReport(), runBudgets},
    };
}

}  // namespace

const std::vector<CatalogueEntry>& catalogueEntries() {
    static const std::vector<CatalogueEntry> entries = makeCatalogue();
    return entries;
}

const std::vector<ReportDefinition>& reportCatalogue() {
    static const std::vector<ReportDefinition> catalogue = [] {
        std::vector<ReportDefinition> all;
        for (const CatalogueEntry& entry : catalogueEntries()) all.push_back(entry.definition);
        return all;
    }();
    return catalogue;
}

const ReportDefinition* findReport(QStringView name) {
    for (const ReportDefinition& definition : reportCatalogue()) {
        if (definition.name == name) return &definition;
    }
    return nullptr;
}

}  // namespace tokenledger
