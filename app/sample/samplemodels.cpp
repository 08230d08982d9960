#include "app/sample/samplemodels.h"

#include "app/sample/samplerandom.h"

namespace tokenledger::sample {

namespace {

constexpr UtcDay on(int year, unsigned month, unsigned day) {
    return UtcDay::fromNumber(static_cast<std::int32_t>(
        std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)}
            .time_since_epoch()
            .count()));
}

constexpr std::array<Model, ModelCount> Models = {{
    {"claude-opus-4-8", "Claude Opus 4.8", "global"},
    {"claude-opus-5-5", "Claude Opus 5.5", "global"},
    {"claude-sonnet-5", "Claude Sonnet 5", "global"},
    {"claude-sonnet-5-5", "Claude Sonnet 5.5", "global"},
    {"claude-haiku-4-5", "Claude Haiku 4.5", "not_available"},
    {"claude-haiku-5-5", "Claude Haiku 5.5", "global"},
    {"claude-fable-5-1", "Claude Fable 5.1", "global"},
}};

constexpr int Sonnet55 = 3;
constexpr UtcDay Sonnet55ReadCut = on(2026, 10, 7);

// Nano-dollars a token: uncached input, 5m write, 1h write, cache read, output.
constexpr std::array<std::array<std::int64_t, TokenKindCount>, ModelCount> Prices = {{
    {5'000, 6'250, 10'000, 500, 25'000},
    {4'000, 5'000, 8'000, 200, 20'000},
    {2'000, 2'500, 4'000, 200, 10'000},
    {2'000, 2'500, 4'000, 100, 10'000},
    {1'000, 1'250, 2'000, 100, 5'000},
    {100, 125, 200, 10, 500},
    {10'000, 12'500, 20'000, 250, 50'000},
}};

// The newer model's way in: from its launch to `settled` it takes over up to `permille`, and the rest until `retired`.
struct Change {
    UtcDay launch;
    UtcDay settled;
    std::int64_t permille;
    UtcDay retired;
};
constexpr std::array<Change, FamilyCount> Changes = {{
    {on(2026, 9, 8), on(2026, 11, 4), 880, on(2027, 4, 30)},
    {on(2026, 8, 4), on(2026, 10, 20), 940, on(2027, 2, 28)},
    {on(2026, 9, 29), on(2026, 12, 10), 900, on(2027, 6, 30)},
    {on(2026, 10, 6), on(2026, 12, 1), 1000, on(2026, 12, 1)},
}};

constexpr int DaysBetweenWorkspaces = 3;

}  // namespace

const Model& modelAt(int index) { return Models.at(static_cast<std::size_t>(index)); }

Generations generationsOf(Family family) {
    switch (family) {
        case Family::Opus:
            return {0, 1};
        case Family::Sonnet:
            return {2, 3};
        case Family::Haiku:
            return {4, 5};
        case Family::Fable:
            break;
    }
    return {-1, 6};
}

std::int64_t newerShare(Family family, UtcDay day, int workspace) {
    const Change& change = Changes.at(static_cast<std::size_t>(family));
    // Whoever moves later is still bound by the launch: the shifted day only ever lies behind the true one.
    const UtcDay shifted = day - (workspace + 1) * DaysBetweenWorkspaces;
    if (shifted <= change.settled) return ramp(shifted, change.launch, change.settled, 0, change.permille);
    return ramp(shifted, change.settled, change.retired, change.permille, 1000);
}

std::int64_t nanoPerToken(int model, TokenKind kind, bool batch, UtcDay day) {
    std::int64_t price = Prices.at(static_cast<std::size_t>(model)).at(static_cast<std::size_t>(kind));
    if (model == Sonnet55 && kind == TokenKind::CacheRead && day < Sonnet55ReadCut) price = 200;
    return batch ? price / 2 : price;
}

}  // namespace tokenledger::sample
