#include "app/reports/report.h"

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

Column time(const char* name) { return {QString::fromLatin1(name), ColumnType::Time, {}}; }

ReportDefinition objectList(const char* name, const char* summary, ObjectKind kind) {
    return {QString::fromLatin1(name), QString::fromLatin1(summary), {}, objectColumns(kind), true};
}

std::vector<ReportDefinition> makeCatalogue() {
    const std::vector<Dimension> usageDimensions = {D::Workspace, D::ApiKey, D::Model, D::ServiceTier,
                                                    D::ContextWindow};
    return {
        {QStringLiteral("cost"),
         QStringLiteral("what was billed"),
         {D::Workspace, D::Model, D::CostType, D::TokenType, D::ServiceTier, D::ContextWindow, D::InferenceGeo,
          D::Description},
         {dollars("amount_usd")}},
        {QStringLiteral("usage"),
         QStringLiteral("tokens and web searches"),
         usageDimensions,
         {tokens("uncached_input_tokens"), tokens("cache_creation_5m_tokens"), tokens("cache_creation_1h_tokens"),
          tokens("cache_read_tokens"), tokens("output_tokens"), integer("web_search_requests", "requests")},
         false,
         true},
        {QStringLiteral("cache"),
         QStringLiteral("what prompt caching saved or cost"),
         usageDimensions,
         {tokens("cache_read_tokens"),
          tokens("cache_creation_tokens"),
          tokens("uncached_input_tokens"),
          {QStringLiteral("cache_hit_ratio"), ColumnType::Ratio, {}},
          dollars("read_saving_usd"),
          dollars("write_premium_usd"),
          dollars("net_saving_usd")}},
        {QStringLiteral("allocation"),
         QStringLiteral("the bill by API key, team and cost centre"),
         AllocatedCost::dimensions(),
         {dollars("amount_usd"), {QStringLiteral("share"), ColumnType::Ratio, {}}},
         false,
         false,
         false,
         false,
         true},
        {QStringLiteral("bridge"),
         QStringLiteral("why the range cost more or less than the period before"),
         bridgeDimensions(),
         {text("item"), text("kind"), dollars("before_usd"), dollars("after_usd"), dollars("change_usd"),
          dollars("volume_usd"), dollars("mix_usd"), dollars("cache_usd"), dollars("price_usd"), dollars("other_usd"),
          tokens("tokens_before"), tokens("tokens_after")}},
        {QStringLiteral("claude-code"),
         QStringLiteral("Claude Code activity; its cost is an estimate, not the bill"),
         {D::User, D::Terminal, D::CustomerType},
         {integer("sessions", "sessions"), integer("lines_added", "lines"), integer("lines_removed", "lines"),
          integer("commits", "commits"), integer("pull_requests", "pull requests"), integer("tool_accepted", "actions"),
          integer("tool_rejected", "actions"), dollars("estimated_cost_usd")}},
        {QStringLiteral("claude-code-models"),
         QStringLiteral("Claude Code tokens by model; they are in usage already"),
         {D::User, D::Model},
         {tokens("input_tokens"), tokens("output_tokens"), tokens("cache_read_tokens"), tokens("cache_creation_tokens"),
          dollars("estimated_cost_usd")}},
        {QStringLiteral("completeness"),
         QStringLiteral("days final, provisional, missing and failed"),
         {Dimension::Dataset},
         {integer("days_final", "days"), integer("days_provisional", "days"), integer("days_missing", "days"),
          integer("days_failed", "days")}},
        {QStringLiteral("sync-log"),
         QStringLiteral("every request that was made"),
         {},
         {time("when"), text("dataset"), text("request"), integer("status", ""), text("outcome"),
          integer("rows", "rows"), integer("retries", "retries"), integer("duration_ms", "ms"), text("request_id")},
         true},
        objectList("organization", "whose key it is", ObjectKind::Organization),
        objectList("workspaces", "workspaces, archived ones included", ObjectKind::Workspace),
        objectList("members", "who is in which workspace", ObjectKind::WorkspaceMember),
        objectList("users", "people of the organization", ObjectKind::User),
        objectList("invites", "invitations and what became of them", ObjectKind::Invite),
        objectList("api-keys", "API keys, archived ones included", ObjectKind::ApiKey),
        {QStringLiteral("changes"),
         QStringLiteral("every change of these objects between two syncs"),
         {},
         {time("seen_at"), text("kind"), text("id"), text("name"), text("field"), text("before"), text("after")},
         true},
        {QStringLiteral("restatements"),
         QStringLiteral("values of final days that came differently later"),
         {},
         {time("seen_at"), text("dataset"), text("day"), text("dimension"), text("measure"), figure("before"),
          figure("after")},
         true},
        {QStringLiteral("audit-log"),
         QStringLiteral("syncs, imports, exports, closes and every other change that somebody made here"),
         {},
         {time("when"), text("who"), text("action"), text("subject"), text("detail"), text("sha256")},
         true},
        {QStringLiteral("prices"),
         QStringLiteral("the price book with your own prices and discounts"),
         {},
         {text("model"), text("context_window"), text("tier"), text("kind"), dollars("price_usd"), text("per"),
          text("from"), text("to"), text("source"), text("discount"), text("rule")},
         true},
        {QStringLiteral("overview"),
         QStringLiteral("the main figures of the range, against the period before"),
         {D::Workspace, D::Model, D::ApiKey},
         {text("measure"), figure("value"), text("unit"), figure("compared"), figure("change"), text("completeness"),
          figure("comparable")}},
        forecastReport(),
        anomaliesReport(),
        budgetsReport(),
    };
}

ReportRunner runnerOf(const QString& report) {
    static const std::pair<const char*, ReportRunner> runners[] = {
        {"cost", runCost},
        {"usage", runUsage},
        {"cache", runCache},
        {"allocation", runAllocation},
        {"bridge", runBridge},
        {"claude-code", runClaudeCode},
        {"claude-code-models", runClaudeCodeModels},
        {"completeness", runCompleteness},
        {"sync-log", runSyncLog},
        {"organization", runOrganization},
        {"workspaces", runWorkspaces},
        {"members", runMembers},
        {"users", runUsers},
        {"invites", runInvites},
        {"api-keys", runApiKeys},
        {"changes", runChanges},
        {"restatements", runRestatements},
        {"audit-log", runAuditLog},
        {"prices", runPrices},
        {"overview", runOverview},
        {"forecast", runForecast},
        {"anomalies", runAnomalies},
        {"budgets", runBudgets},
    };
    for (const auto& [name, runner] : runners) {
        if (report == QLatin1String(name)) return runner;
    }
    return nullptr;
}

/// Of the range as a whole: no intervals, no dimensions to split it by.
bool isOfWholeRange(const ReportDefinition& definition) {
    return definition.name == QLatin1String("overview") || definition.name == QLatin1String("bridge");
}

tl::unexpected<Error> usageError(const QString& message) { return failure(ErrorKind::Usage, message); }

tl::unexpected<Error> unknownReport(const QString& name) {
    QStringList names;
    for (const ReportDefinition& definition : reportCatalogue()) names << definition.name;
    return usageError(
        QStringLiteral("There is no report \"%1\"; the reports are %2.").arg(name, names.join(QStringLiteral(", "))));
}

Result<void> checkDimension(const ReportDefinition& definition, Dimension dimension) {
    const auto& allowed = definition.dimensions;
    if (std::find(allowed.begin(), allowed.end(), dimension) != allowed.end()) return {};
    if (allowed.empty()) {
        return usageError(QStringLiteral("The report %1 is a list and has no dimensions; leave out \"%2\".")
                              .arg(definition.name, dimensionName(dimension)));
    }
    QStringList names;
    for (const Dimension other : allowed) names << dimensionName(other);
    return usageError(QStringLiteral("The report %1 has no dimension \"%2\"; its dimensions are %3.")
                          .arg(definition.name, dimensionName(dimension), names.join(QStringLiteral(", "))));
}

Result<void> check(const ReportDefinition& definition, const ReportRequest& request) {
    if (!definition.list && request.range.last < request.range.first) {
        return usageError(QStringLiteral("The range ends on %1, before it begins on %2.")
                              .arg(request.range.last.toIso(), request.range.first.toIso()));
    }
    if (!definition.list && request.interval == Interval::Hour && !definition.hourly) {
        return usageError(QStringLiteral("The report %1 has no hours; its intervals are day, week, month and total.")
                              .arg(definition.name));
    }
    for (std::size_t i = 0; i < request.by.size(); ++i) {
        if (auto allowed = checkDimension(definition, request.by[i]); !allowed) return allowed;
        if (std::find(request.by.begin(), request.by.begin() + static_cast<std::ptrdiff_t>(i), request.by[i]) !=
            request.by.begin() + static_cast<std::ptrdiff_t>(i)) {
            return usageError(
                QStringLiteral("The dimension \"%1\" is named twice; name it once.").arg(dimensionName(request.by[i])));
        }
    }
    if (isOfWholeRange(definition) && !request.by.empty()) {
        return usageError(QStringLiteral("The report %1 cannot be split by dimensions; take the report cost, usage or "
                                         "cache for that.")
                              .arg(definition.name));
    }
    for (const ReportFilter& filter : request.where) {
        if (auto allowed = checkDimension(definition, filter.dimension); !allowed) return allowed;
    }
    return {};
}

void describeFilter(Table& table, Dimension dimension, const QString& value) {
    auto at = std::find_if(table.filters.begin(), table.filters.end(),
                           [dimension](const AppliedFilter& other) { return other.dimension == dimension; });
    if (at == table.filters.end()) at = table.filters.insert(table.filters.end(), {dimension, {}});
    if (!at->values.contains(value)) at->values << value;
}

/// The same filters are the same text, in whatever order they were named.
void sortFilters(Table& table) {
    std::sort(table.filters.begin(), table.filters.end(),
              [](const AppliedFilter& a, const AppliedFilter& b) { return a.dimension < b.dimension; });
    for (AppliedFilter& filter : table.filters) filter.values.sort();
}

/// Names and ids become terms. A value that this cache has never seen matches nothing, and a note says so.
Result<std::vector<DimensionFilter>> resolve(const CacheReader& cache, const ReportRequest& request, Table& table) {
    std::vector<DimensionFilter> filters;
    for (const ReportFilter& filter : request.where) {
        if (filter.dimension == Dimension::Dataset) {  // not a dimension of facts
            describeFilter(table, filter.dimension, filter.value);
            continue;
        }
        const auto terms = cache.findTerms(filter.dimension, filter.value);
        if (!terms) return failure(terms.error());
        if (terms->empty()) {
            table.notes
                << QStringLiteral("This cache knows no %1 \"%2\".").arg(dimensionName(filter.dimension), filter.value);
            describeFilter(table, filter.dimension, filter.value);
        }
        auto at = std::find_if(filters.begin(), filters.end(),
                               [&filter](const DimensionFilter& other) { return other.dimension == filter.dimension; });
        if (at == filters.end()) at = filters.insert(filters.end(), {filter.dimension, {}});
        for (const TermId term : *terms) {
            describeFilter(table, filter.dimension,
                           request.ids ? cache.text(term) : cache.displayName(filter.dimension, term));
            if (std::find(at->anyOf.begin(), at->anyOf.end(), term) == at->anyOf.end()) at->anyOf.push_back(term);
        }
    }
    return filters;
}

Interval intervalOf(const ReportDefinition& definition, Interval asked) {
    if (isOfWholeRange(definition)) return Interval::Total;
    if (definition.monthly) return Interval::Month;
    return definition.daily ? Interval::Day : asked;
}

Table emptyTable(const ReportDefinition& definition, const ReportRequest& request) {
    Table table;
    table.report = definition.name;
    if (!definition.list) {
        table.range = request.range;
        table.interval = intervalOf(definition, request.interval);
        if (!isOfWholeRange(definition)) table.columns.push_back(text("period"));
    }
    if (!definition.daily) {
        for (const Dimension dimension : request.by) {
            table.columns.push_back({dimensionName(dimension), ColumnType::Text, {}});
        }
    }
    table.columns.insert(table.columns.end(), definition.measures.begin(), definition.measures.end());
    return table;
}

}  // namespace

const std::vector<ReportDefinition>& reportCatalogue() {
    static const std::vector<ReportDefinition> catalogue = makeCatalogue();
    return catalogue;
}

const ReportDefinition* findReport(QStringView name) {
    for (const ReportDefinition& definition : reportCatalogue()) {
        if (definition.name == name) return &definition;
    }
    return nullptr;
}

Result<void> checkRequest(const ReportRequest& request) {
    const ReportDefinition* definition = findReport(request.report);
    if (definition == nullptr || runnerOf(request.report) == nullptr) return unknownReport(request.report);
    return check(*definition, request);
}

Result<Table> runReport(const CacheReader& cache, const ReportRequest& request, const PriceBook& prices) {
    if (auto checked = checkRequest(request); !checked) return failure(checked.error());
    const ReportDefinition* definition = findReport(request.report);
    const ReportRunner run = runnerOf(request.report);
    const CacheReader::Snapshot snapshot(cache);  // all queries of a report see the same state
    Table table = emptyTable(*definition, request);
    Result<std::vector<DimensionFilter>> where = std::vector<DimensionFilter>();
    if (!definition->ownValues) where = resolve(cache, request, table);
    if (!where) return failure(where.error());
    sortFilters(table);
    table.unknownFilter = !table.notes.isEmpty();  // so far only of that: a mistyped name must not pass for a true zero
    if (auto done = run({cache, request, *definition, prices, *std::move(where)}, table); !done)
        return failure(done.error());
    return table;
}

}  // namespace tokenledger
