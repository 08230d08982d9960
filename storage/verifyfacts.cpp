#include "storage/verifyfacts.h"

#include "app/core/texts.h"
#include "storage/claudecodefacts.h"
#include "storage/costfacts.h"
#include "storage/usagefacts.h"

namespace tokenledger {

namespace {

/// Where the totals of a part (models, tools) must appear in the activity of the same day and person.
template <typename Part>
void addParts(SQLite::Database& db, std::int64_t scope, const FactKeys<Part>& keys,
              const std::map<FactKey<ClaudeCodeFacts>, std::int64_t>& idOfActor, SumsByKey<Part>& sums,
              Findings& findings) {
    Statement facts(db, Part::FactsBetween);
    facts.with(scope, EveryDay.first.startSeconds(), EveryDay.last.startSeconds());
    while (facts.step()) {
        if (!keys.contains(facts.integer(1))) continue;
        const FactKey<Part>& key = keys[static_cast<KeyId>(facts.integer(1))];
        FactKey<ClaudeCodeFacts> actor;
        std::copy_n(key.begin(), actor.size(), actor.begin());
        const auto found = idOfActor.find(actor);
        const std::int64_t id = found == idOfActor.end() ? 0 : found->second;
        if (!addSum<Part>(sums, facts.integer(0), id, valuesAt<Part>(facts, 2))) {
            findings.add("claude code", tr("The facts of a day are too large to add up."));
        }
    }
}

}  // namespace

std::map<std::int64_t, std::int64_t> scopeOfDays(SQLite::Database& db, Dataset dataset) {
    std::map<std::int64_t, std::int64_t> scopes;
    Statement all(db, "SELECT day, scope FROM coverage WHERE dataset = ? AND scope IS NOT NULL");
    for (all.with(static_cast<std::int64_t>(dataset)); all.step();) scopes[all.integer(0)] = all.integer(1);
    return scopes;
}

void verifyClaudeCode(SQLite::Database& db, Findings& findings) {
    FactKeys<ClaudeCodeFacts> actors;
    FactKeys<ClaudeCodeModelFacts> models;
    FactKeys<ClaudeCodeToolFacts> tools;
    actors.refresh(db);
    models.refresh(db);
    tools.refresh(db);
    std::map<FactKey<ClaudeCodeFacts>, std::int64_t> idOfActor;
    for (KeyId id = 1; id <= actors.size(); ++id) idOfActor.emplace(actors[id], id);

    for (const std::int64_t scope : scopesOf(db, Dataset::ClaudeCode)) {
        SumsByKey<ClaudeCodeModelFacts> byModel;
        SumsByKey<ClaudeCodeToolFacts> byTool;
        addParts(db, scope, models, idOfActor, byModel, findings);
        addParts(db, scope, tools, idOfActor, byTool, findings);
        const auto report = [&](std::int64_t start, std::int64_t key, const char* what) {
            findings.add("claude code", tr("%1, combination %2: %3 differ from the day's activity.")
                                            .arg(UtcDay::fromSeconds(start).toIso())
                                            .arg(key)
                                            .arg(QLatin1String(what)));
        };
        Statement activity(db, ClaudeCodeFacts::FactsBetween);
        activity.with(scope, EveryDay.first.startSeconds(), EveryDay.last.startSeconds());
        while (activity.step()) {
            const std::int64_t start = activity.integer(0);
            const std::int64_t key = activity.integer(1);
            const auto values = valuesAt<ClaudeCodeFacts>(activity, 2);
            const auto& modelSums = byModel[{start, key}].second;
            const auto& toolSums = byTool[{start, key}].second;
            if (modelSums[4] != values[7]) report(start, key, "the costs by model");
            if (toolSums[0] != values[5] || toolSums[1] != values[6]) report(start, key, "the uses by tool");
            byModel.erase({start, key});
            byTool.erase({start, key});
        }
        for (const auto& [where, sum] : byModel)
            report(where.first, where.second, "the costs by model, without activity,");
        for (const auto& [where, sum] : byTool)
            report(where.first, where.second, "the uses by tool, without activity,");
    }
}

}  // namespace tokenledger
