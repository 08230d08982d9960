#include "storage/claudecodequeries.h"

#include "storage/factfold.h"

namespace tokenledger {

Result<std::vector<ClaudeCodeActorRow>> readClaudeCodeActors(SQLite::Database& db,
                                                             const FactKeys<ClaudeCodeFacts>& keys,
                                                             const FactQuery& query) {
    constexpr std::size_t Actor = *columnOf<ClaudeCodeFacts>(Dimension::User);
    constexpr std::size_t Terminal = *columnOf<ClaudeCodeFacts>(Dimension::Terminal);
    constexpr std::size_t Customer = *columnOf<ClaudeCodeFacts>(Dimension::CustomerType);
    const FactGroups<ClaudeCodeFacts> wanted(keys, query);
    DayPeriod period(query);
    std::vector<ClaudeCodeActorRow> rows;
    forEachFact<ClaudeCodeFacts>(db, Dataset::ClaudeCode, query.range, [&](const Statement& fact) {
        const std::int64_t id = fact.integer(1);
        if (wanted.rankOf(id) < 0) return;
        const FactKey<ClaudeCodeFacts>& key = keys[static_cast<KeyId>(id)];
        const PeriodStart start = period.of(UtcDay::fromSeconds(fact.integer(0)).number());
        rows.push_back({UtcDay::fromSeconds(start), static_cast<ClaudeCodeRecord::ActorType>(key[ActorTypeColumn]),
                        key[Actor], key[Terminal], key[Customer], key[SubscriptionTypeColumn],
                        ClaudeCodeFacts::measures(valuesAt<ClaudeCodeFacts>(fact, 2))});
    });
    return rows;
}

Result<std::vector<ClaudeCodeToolRow>> readClaudeCodeTools(SQLite::Database& db,
                                                           const FactKeys<ClaudeCodeToolFacts>& keys,
                                                           const FactQuery& query) {
    using Sums = FactValues<ClaudeCodeToolFacts>;
    const FactGroups<ClaudeCodeToolFacts> wanted(keys, query);
    std::vector<Sums> ofKey(static_cast<std::size_t>(keys.size()) + 1);
    bool fits = true;
    forEachFact<ClaudeCodeToolFacts>(db, Dataset::ClaudeCode, query.range, [&](const Statement& fact) {
        const std::int64_t id = fact.integer(1);
        if (wanted.rankOf(id) < 0) return;
        fits = addTo(ofKey[static_cast<std::size_t>(id)], valuesAt<ClaudeCodeToolFacts>(fact, 2)) && fits;
    });
    std::map<TermId, Sums> ofTool;
    for (KeyId id = 1; id <= keys.size(); ++id) {
        const Sums& sums = ofKey[static_cast<std::size_t>(id)];
        if (sums == Sums{}) continue;
        fits = addTo(ofTool[keys[id][ToolColumn]], sums) && fits;
    }
    if (!fits) return failure(sumTooLargeError());
    std::vector<ClaudeCodeToolRow> rows;
    for (const auto& [tool, sums] : ofTool) rows.push_back({tool, sums[0], sums[1]});
    return rows;
}

}  // namespace tokenledger
