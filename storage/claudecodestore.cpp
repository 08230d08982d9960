#include "storage/claudecodestore.h"

namespace tokenledger {

ClaudeCodeStore::ClaudeCodeStore(SQLite::Database& db) : m_activity(db), m_models(db), m_tools(db) {}

bool ClaudeCodeStore::replaceDay(const ClaudeCodeDay& day, TermIndex& terms, std::int64_t scope, const Attempt& attempt,
                                 RestatementLog* restatements) {
    std::vector<FactLine<ClaudeCodeFacts>> activity;
    std::vector<FactLine<ClaudeCodeModelFacts>> models;
    std::vector<FactLine<ClaudeCodeToolFacts>> tools;
    for (const ClaudeCodeRecord& row : day.rows) {
        const FactKey<ClaudeCodeFacts> who = {static_cast<TermId>(row.actorType), terms.idOf(row.actor),
                                              terms.idOf(row.terminal), terms.idOf(row.customerType),
                                              row.subscriptionType ? terms.idOf(*row.subscriptionType) : NullTerm};
        const auto with = [&](const std::string& last) {
            return std::array<TermId, 6>{who[0], who[1], who[2], who[3], who[4], terms.idOf(last)};
        };
        FactValues<ClaudeCodeToolFacts> allTools{};
        for (const ClaudeCodeRecord::ToolUse& use : row.tools) {
            tools.push_back({m_tools.keyOf(with(use.tool)), {use.accepted, use.rejected}});
            if (!addTo(allTools, tools.back().values)) return false;
        }
        FactValues<ClaudeCodeModelFacts> allModels{};
        for (const ClaudeCodeRecord::ModelUse& use : row.models) {
            const ClaudeCodeModelMeasures& m = use.measures;
            models.push_back({m_models.keyOf(with(use.model)),
                              {m.input, m.output, m.cacheRead, m.cacheCreation, m.estimatedCost.nano()}});
            if (!addTo(allModels, models.back().values)) return false;
        }
        activity.push_back({m_activity.keyOf(who),
                            {row.sessions, row.linesAdded, row.linesRemoved, row.commits, row.pullRequests, allTools[0],
                             allTools[1], allModels[4]}});
    }
    if (!combine(activity) || !combine(models) || !combine(tools)) return false;
    const std::int64_t start = day.day.startSeconds();
    const auto before = m_activity.replaceBucket(scope, start, activity);
    if (restatements != nullptr) restatements->note<ClaudeCodeFacts>(attempt, day.day, before, activity);
    m_models.replaceBucket(scope, start, models);
    m_tools.replaceBucket(scope, start, tools);
    m_factRows = static_cast<std::int64_t>(activity.size());
    return true;
}

void ClaudeCodeStore::removeFacts(SQLite::Database& db, std::int64_t scope, const DateRange& days) {
    m_activity.removeFacts(db, scope, days);
    m_models.removeFacts(db, scope, days);
    m_tools.removeFacts(db, scope, days);
}

}  // namespace tokenledger
