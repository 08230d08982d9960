#include "app/sample/sampledata.h"
#include "app/sample/sampleorganization.h"
#include "app/sample/samplerandom.h"

#include <map>
#include <tuple>

namespace tokenledger::sample {

namespace {

constexpr std::int64_t NanoPerSearch = 10'000'000;                        // $10 per 1,000
constexpr std::int64_t NanoPerCodeHour = 50'000'000;                      // $0.05 a container-hour
constexpr std::array<std::int64_t, 6> CodeHours = {8, 60, 0, 0, 32, 12};  // default workspace first; a working day

using LineKey = std::tuple<int, int, Tier, Window, TokenKind>;

std::int64_t codeHours(UtcDay day, int workspace) {
    std::int64_t hours = CodeHours.at(static_cast<std::size_t>(workspace + 1));
    if (isDayOff(day)) hours /= 5;
    return share(hours, pick(chance(day, workspace, Topic::CodeExecution), 700, 1300));
}

}  // namespace

std::vector<CostLine> costsOfDay(UtcDay day, int last) {
    std::map<LineKey, std::int64_t> tokens;
    std::map<int, std::int64_t> searches;
    for (const Use& use : usageOfDay(day)) {
        const UsageMeasures used = usageBetween(use, 0, last);
        searches[use.workspace] += used.webSearches;
        if (use.tier == Tier::Priority) continue;
        const auto add = [&](TokenKind kind, std::int64_t count) {
            if (count > 0) tokens[{use.workspace, use.model, use.tier, use.window, kind}] += count;
        };
        add(TokenKind::UncachedInput, used.uncachedInput);
        add(TokenKind::CacheCreation5m, used.cacheCreation5m);
        add(TokenKind::CacheCreation1h, used.cacheCreation1h);
        add(TokenKind::CacheRead, used.cacheRead);
        add(TokenKind::Output, used.output);
    }
    std::vector<CostLine> lines;
    lines.reserve(tokens.size() + 12);
    for (const auto& [key, count] : tokens) {
        const auto& [workspace, model, tier, window, kind] = key;
        const std::int64_t price = nanoPerToken(model, kind, tier == Tier::Batch, day);
        lines.push_back({workspace, model, kind, tier, window, "tokens", Money::fromNano(count * price)});
    }
    if (day < foundingDay()) return lines;
    const auto addOther = [&](int workspace, const char* type, std::int64_t nano) {
        if (nano == 0) return;
        lines.push_back({workspace, -1, TokenKind::Output, Tier::Standard, Window::Short, type, Money::fromNano(nano)});
    };
    for (const auto& [workspace, count] : searches) addOther(workspace, "web_search", count * NanoPerSearch);
    for (int workspace = DefaultWorkspace; workspace < static_cast<int>(workspaces().size()); ++workspace) {
        addOther(workspace, "code_execution", untilMinute(codeHours(day, workspace), last, 60) * NanoPerCodeHour);
    }
    return lines;
}

}  // namespace tokenledger::sample
