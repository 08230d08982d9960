// Invented, but always the same, data of a large organization: as Admin API JSON, as CSV, and as sums to check against.
#pragma once

#include "storage/cachetypes.h"

#include <QByteArray>

#include <vector>

namespace tokenledger::bench {

struct Size {
    UtcDay firstDay;
    int days = 395;  // 13 months
    int workspaces = 5;
    int keysPerWorkspace = 30;
    int models = 7;
    int percentActive = 60;  // of the combinations, on any day

    [[nodiscard]] DateRange range() const { return {firstDay, firstDay + (days - 1)}; }
};

/// Sums of everything generated, added up beside the generation.
struct Totals {
    std::int64_t usageRows = 0;
    std::int64_t costRows = 0;
    UsageMeasures tokens;
    std::int64_t costNano = 0;
};

class BenchData {
public:
    explicit BenchData(Size size) : m_size(size) {}

    /// The usage report's JSON of these days, as the Admin API writes it.
    [[nodiscard]] QByteArray usageJson(const DateRange& days, Totals& totals) const;
    /// The same rows as the cache stores them, a header less CSV.
    [[nodiscard]] QByteArray usageCsv(const DateRange& days) const;
    [[nodiscard]] CostPage costPage(const DateRange& days, Totals& totals) const;
    [[nodiscard]] ObjectList apiKeys() const;
    [[nodiscard]] ClaudeCodeDay claudeCodeDay(UtcDay day) const;
    /// The range in spans of at most `length` days, newest first, as a sync asks for them.
    [[nodiscard]] std::vector<DateRange> spans(int length) const;
    [[nodiscard]] const Size& size() const { return m_size; }

private:
    struct UsageLine {
        int workspace, key, model, tier, window;
        UsageMeasures tokens;
    };
    template <typename Visit>
    void forEachUsage(UtcDay day, Visit visit) const;
    [[nodiscard]] std::uint64_t random(std::uint64_t a, std::uint64_t b, std::uint64_t c) const;

    Size m_size;
};

}  // namespace tokenledger::bench
