#include "app/sample/sampledata.h"
#include "app/sample/sampleorganization.h"
#include "app/sample/samplerandom.h"

namespace tokenledger::sample {

namespace {

constexpr std::int64_t SmallestUse = 2'500;  // tokens; less than this a key leaves no row
constexpr std::int64_t WildFactor = 18;

// Hours of a working day in European time, told in UTC.
constexpr std::array<int, 24> HourWeights = {8,  7,  6,  6,  8,  16, 34, 62, 84, 92, 95, 88,
                                             82, 94, 98, 92, 80, 62, 44, 32, 24, 18, 13, 10};

constexpr std::array<std::int64_t, 25> cumulatedWeights() {
    std::array<std::int64_t, 25> sums{};
    for (std::size_t hour = 0; hour < HourWeights.size(); ++hour) sums[hour + 1] = sums[hour] + HourWeights[hour];
    return sums;
}
constexpr std::array<std::int64_t, 25> CumulatedWeights = cumulatedWeights();

std::int64_t growth(UtcDay day) {
    static const std::array<std::pair<UtcDay, std::int64_t>, 6> anchors = {{{UtcDay::fromDate(2024, 10, 1), 150},
                                                                            {UtcDay::fromDate(2025, 10, 1), 520},
                                                                            {UtcDay::fromDate(2026, 4, 1), 730},
                                                                            {UtcDay::fromDate(2026, 11, 1), 1000},
                                                                            {UtcDay::fromDate(2027, 11, 1), 1250},
                                                                            {UtcDay::fromDate(2029, 11, 1), 1500}}};
    for (std::size_t i = 1; i < anchors.size(); ++i) {
        if (day < anchors[i].first) {
            return ramp(day, anchors[i - 1].first, anchors[i].first, anchors[i - 1].second, anchors[i].second);
        }
    }
    return anchors.back().second;
}

bool runsWildOn(UtcDay day) {
    const QDate date = day.toDate();
    return date.month() % 3 == 2 && (date.day() == 10 || date.day() == 11);
}

struct CacheShares {  // permille of the input; the rest is uncached
    std::int64_t read = 0;
    std::int64_t write5m = 0;
    std::int64_t write1h = 0;
};

CacheShares cacheShares(const Workload& load, int index, UtcDay day) {
    const std::int64_t swing = pick(chance(day, index, Topic::Cache), -14, 14);
    switch (load.cache) {
        case CacheHabit::None:
            return {};
        case CacheHabit::Steady:
            return {910 + swing / 2, 42, 0};
        case CacheHabit::OneHour: {
            const UtcDay introduced = UtcDay::fromDate(2026, 3, 2);
            if (day < introduced) return {};
            return {205 + swing, 0, 390 - swing};
        }
        case CacheHabit::RollOut:
            break;
    }
    const UtcDay start = UtcDay::fromDate(2026, 1, 19) + (load.workspace + 1) * 12;
    const UtcDay end = start + 110;
    return {ramp(day, start, end, 360, 872) + swing, ramp(day, start, end, 30, 38), 0};
}

std::int64_t volume(const Workload& load, int index, UtcDay day) {
    std::int64_t tokens = load.inputKiloTokens * 1000;
    tokens = share(tokens, growth(day));
    tokens = share(tokens, season(day));
    if (isDayOff(day)) tokens = share(tokens, load.weekend);
    tokens = share(tokens, pick(chance(day, index, Topic::Volume), 930, 1070));
    if (load.runsWild && runsWildOn(day)) tokens *= WildFactor;
    return tokens;
}

// Spreads a day's volume over families, generations, tiers and windows.
class DayBuilder {
public:
    explicit DayBuilder(UtcDay day) : m_day(day) {}

    void addWorkload(const Workload& load, int index) {
        m_load = &load;
        m_index = index;
        m_cache = cacheShares(load, index, m_day);
        const std::int64_t tokens = volume(load, index, m_day);
        const auto fable = static_cast<std::size_t>(Family::Fable);
        const std::int64_t fableShare = share(load.families[fable], newerShare(Family::Fable, m_day, load.workspace));
        for (std::size_t i = 0; i < FamilyCount; ++i) {
            std::int64_t permille = load.families[i];
            if (i == fable) permille = fableShare;
            // Until Fable is there, Opus does its work.
            if (i == static_cast<std::size_t>(Family::Opus)) permille += load.families[fable] - fableShare;
            addFamily(static_cast<Family>(i), share(tokens, permille));
        }
    }

    [[nodiscard]] std::vector<Use> take() { return std::move(m_uses); }

private:
    void addFamily(Family family, std::int64_t tokens) {
        const Generations models = generationsOf(family);
        const std::int64_t newer =
            family == Family::Fable ? tokens : share(tokens, newerShare(family, m_day, m_load->workspace));
        addModel(models.newer, family, newer);
        if (models.older >= 0) addModel(models.older, family, tokens - newer);
    }

    void addModel(int model, Family family, std::int64_t tokens) {
        const std::int64_t batch = share(tokens, m_load->batch);
        const std::int64_t priority = share(tokens, m_load->priority);
        const std::int64_t standard = tokens - batch - priority;
        const std::int64_t large = family == Family::Haiku ? 0 : share(standard, m_load->longWindow);
        addUse(model, Tier::Standard, Window::Short, standard - large);
        addUse(model, Tier::Standard, Window::Long, large);
        addUse(model, Tier::Batch, Window::Short, batch);
        addUse(model, Tier::Priority, Window::Short, priority);
    }

    void addUse(int model, Tier tier, Window window, std::int64_t tokens) {
        if (tokens < SmallestUse) return;
        const int detail = model * 8 + static_cast<int>(tier) * 2 + static_cast<int>(window);
        const std::uint64_t hash = chance(m_day, m_index, Topic::Slice, detail);
        tokens = share(tokens, pick(hash, 955, 1045)) + pick(mixBits(hash), 0, 999);
        Use use{m_load->workspace, m_load->apiKey, model, tier, window, {}, stride(tokens, detail)};
        UsageMeasures& measures = use.day;
        if (tier != Tier::Batch) {
            measures.cacheRead = share(tokens, m_cache.read);
            measures.cacheCreation5m = share(tokens, m_cache.write5m);
            measures.cacheCreation1h = share(tokens, m_cache.write1h);
        }
        measures.uncachedInput = tokens - measures.cacheRead - measures.cacheCreation5m - measures.cacheCreation1h;
        const std::uint64_t wordy = chance(m_day, m_index, Topic::Output, detail);
        measures.output = share(share(tokens, m_load->output), pick(wordy, 940, 1060)) + pick(mixBits(wordy), 1, 200);
        if (m_load->searches && tier == Tier::Standard) {
            measures.webSearches = tokens / pick(chance(m_day, m_index, Topic::Search, detail), 900'000, 1'300'000);
        }
        m_uses.push_back(use);
    }

    [[nodiscard]] int stride(std::int64_t tokens, int detail) const {
        static constexpr std::array<int, 4> Strides = {10, 15, 20, 30};
        if (tokens > 50'000'000) return 5;
        return Strides[chance(UtcDay(), m_index, Topic::Stride, detail) % Strides.size()];
    }

    UtcDay m_day;
    const Workload* m_load = nullptr;
    int m_index = 0;
    CacheShares m_cache;
    std::vector<Use> m_uses;
};

}  // namespace

const char* tierName(Tier tier) {
    switch (tier) {
        case Tier::Standard:
            return "standard";
        case Tier::Batch:
            return "batch";
        case Tier::Priority:
            break;
    }
    return "priority";
}

const char* windowName(Window window) { return window == Window::Short ? "0-200k" : "200k-1M"; }

std::int64_t untilMinute(std::int64_t whole, int last, int stride) {
    if (last >= MinutesPerDay) return whole;
    if (last <= 0) return 0;
    const int minute = last - last % stride;
    const auto hour = static_cast<std::size_t>(minute / 60);
    const std::int64_t weight = CumulatedWeights[hour] * 60 + HourWeights[hour] * (minute % 60);
    return whole * weight / (CumulatedWeights.back() * 60);
}

std::vector<Use> usageOfDay(UtcDay day) {
    if (day < foundingDay()) return {};
    DayBuilder builder(day);
    const std::vector<Workload>& loads = workloads();
    for (std::size_t i = 0; i < loads.size(); ++i) {
        if (loads[i].first <= day && day <= loads[i].last) builder.addWorkload(loads[i], static_cast<int>(i));
    }
    return builder.take();
}

UsageMeasures usageBetween(const Use& use, int first, int last) {
    const auto part = [&](std::int64_t whole) {
        return untilMinute(whole, last, use.stride) - untilMinute(whole, first, use.stride);
    };
    return {part(use.day.uncachedInput), part(use.day.cacheCreation5m), part(use.day.cacheCreation1h),
            part(use.day.cacheRead),     part(use.day.output),          part(use.day.webSearches)};
}

}  // namespace tokenledger::sample
