#include "app/sample/sampledata.h"
#include "app/sample/sampleorganization.h"
#include "app/sample/samplerandom.h"

namespace tokenledger::sample {

namespace {

constexpr std::int64_t NanoPerCent = 10'000'000;
constexpr int BotEntity = 1000;

struct Tool {
    const char* name;
    std::int64_t perSession;
    std::int64_t accepted;  // permille
};
constexpr std::array<Tool, 4> Tools = {
    {{"edit_tool", 4, 862}, {"multi_edit_tool", 1, 812}, {"write_tool", 2, 838}, {"notebook_edit_tool", 0, 680}}};

// The estimate that Claude Code itself makes, in whole cents as the API sends it.
Money estimate(int model, const ClaudeCodeModelMeasures& used, UtcDay day) {
    const std::int64_t nano = used.input * nanoPerToken(model, TokenKind::UncachedInput, false, day) +
                              used.output * nanoPerToken(model, TokenKind::Output, false, day) +
                              used.cacheRead * nanoPerToken(model, TokenKind::CacheRead, false, day) +
                              used.cacheCreation * nanoPerToken(model, TokenKind::CacheCreation5m, false, day);
    return Money::fromNano(divideHalfEven(nano, NanoPerCent) * NanoPerCent);
}

// A session counts from when it begins, so the first one of a day is there early.
std::int64_t sessionsUntil(std::int64_t whole, int last) { return (untilMinute(whole * 10, last, 1) + 9) / 10; }

void addModel(ClaudeCodeRecord& record, int model, std::int64_t tokens, UtcDay day, int last) {
    if (model < 0 || tokens < 1000) return;
    ClaudeCodeModelMeasures used;
    used.cacheRead = untilMinute(share(tokens, 930), last, 1);
    used.cacheCreation = untilMinute(share(tokens, 40), last, 1);
    used.input = untilMinute(share(tokens, 30), last, 1);
    used.output = untilMinute(share(tokens, 13), last, 1);
    if (used.cacheRead == 0) return;
    used.estimatedCost = estimate(model, used, day);
    record.models.push_back({modelAt(model).id, used});
}

void addModels(ClaudeCodeRecord& record, std::int64_t tokens, int entity, UtcDay day, int last) {
    const std::int64_t opus = share(tokens, pick(chance(UtcDay(), entity, Topic::Coding), 150, 550));
    for (const auto& [family, part] : {std::pair{Family::Opus, opus}, std::pair{Family::Sonnet, tokens - opus}}) {
        const std::int64_t newer = share(part, newerShare(family, day, entity % 5));
        addModel(record, generationsOf(family).newer, newer, day, last);
        addModel(record, generationsOf(family).older, part - newer, day, last);
    }
}

ClaudeCodeRecord personRecord(const Person& person, int entity, int terminal, std::int64_t wholeSessions, UtcDay day,
                              int last) {
    const std::uint64_t hash = chance(day, entity, Topic::Coding, terminal);
    ClaudeCodeRecord record;
    record.actor = person.email;
    record.terminal = terminalName(terminal);
    record.customerType = person.subscription ? "subscription" : "api";
    if (person.subscription) record.subscriptionType = "team";
    record.sessions = sessionsUntil(wholeSessions, last);
    record.linesAdded = record.sessions * pick(hash, 40, 150);
    record.linesRemoved = share(record.linesAdded, pick(mixBits(hash), 220, 410));
    record.commits = record.sessions * pick(mixBits(hash + 1), 3, 9) / 10;
    record.pullRequests = record.commits / 3;
    for (const Tool& tool : Tools) {
        const std::int64_t extra = pick(chance(day, entity, Topic::Tools, terminal * 8 + tool.name[0]), 0, 3);
        const std::int64_t offered = record.sessions * tool.perSession + std::min(record.sessions, extra);
        const std::int64_t accepted = (offered * tool.accepted + 500) / 1000;
        record.tools.push_back({tool.name, accepted, offered - accepted});
    }
    addModels(record, wholeSessions * pick(mixBits(hash + 2), 1'500'000, 2'800'000), entity, day, last);
    return record;
}

}  // namespace

std::vector<ClaudeCodeRecord> claudeCodeOfDay(UtcDay day, int last) {
    std::vector<ClaudeCodeRecord> records;
    if (day < foundingDay()) return records;
    const std::vector<Person>& list = people();
    const bool off = isDayOff(day);
    for (int i = 0; i < static_cast<int>(list.size()); ++i) {
        const Person& person = list[static_cast<std::size_t>(i)];
        const std::uint64_t presence = chance(day, i, Topic::Presence);
        if (person.diligence == 0 || pick(presence, 1, 1000) > (off ? 70 : 780)) continue;
        const std::int64_t sessions = off ? 1 : pick(mixBits(presence), 1, person.diligence);
        const bool elsewhere = sessions > 2 && pick(chance(day, i, Topic::Terminal), 1, 1000) <= 150;
        const std::int64_t away = elsewhere ? sessions / 3 : 0;
        records.push_back(personRecord(person, i, person.terminal, sessions - away, day, last));
        if (away > 0) {
            records.push_back(personRecord(person, i, (person.terminal + 2) % TerminalCount, away, day, last));
        }
    }
    ClaudeCodeRecord bot;
    bot.actorType = ClaudeCodeRecord::ActorType::ApiKey;
    bot.actor = CodingBot;
    bot.terminal = terminalName(2);
    bot.customerType = "api";
    bot.sessions = sessionsUntil(off ? 1 : pick(chance(day, BotEntity, Topic::Presence), 2, 4), last);
    addModels(bot, 1'600'000, BotEntity, day, last);
    records.push_back(std::move(bot));
    std::erase_if(records, [](const ClaudeCodeRecord& record) { return record.sessions == 0; });
    return records;
}

}  // namespace tokenledger::sample
