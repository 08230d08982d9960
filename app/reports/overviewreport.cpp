#include "app/analysis/cachesavings.h"
#include "app/reports/notes.h"
#include "app/reports/overview.h"
#include "app/reports/reportrunner.h"

namespace tokenledger {

namespace {

constexpr std::int64_t RatioScale = 1'000'000;  // a difference of two ratios is shown to six decimals

class MeasureRows {
public:
    MeasureRows(const Overview& overview, Table& table) : m_overview(overview), m_table(table) {}

    [[nodiscard]] Result<void> addMoney(const char* name, std::optional<Money> value, std::optional<Money> compared,
                                        const QString& completeness) {
        Cell change;
        if (value && compared) {
            const auto difference = subtract(*value, *compared);
            if (!difference) return failure(difference.error());
            change = *difference;
        }
        add(name, value ? Cell(*value) : Cell(), "USD", compared ? Cell(*compared) : Cell(), change, completeness);
        return {};
    }

    void addCount(const char* name, std::int64_t value, const char* unit, std::optional<std::int64_t> compared,
                  const QString& completeness) {
        const Cell change =
            compared ? Cell(value - *compared) : Cell();  // counts are not negative: this cannot overflow
        add(name, value, unit, compared ? Cell(*compared) : Cell(), change, completeness);
    }

    [[nodiscard]] Result<void> addHitRatio(const QString& completeness) {
        const auto value = hitRatio(m_overview.tokens);
        if (!value) return failure(value.error());
        std::optional<Ratio> compared;
        if (m_overview.comparedTokens) {
            const auto ratio = hitRatio(*m_overview.comparedTokens);
            if (!ratio) return failure(ratio.error());
            compared = *ratio;
        }
        Cell change;
        if (*value && compared) {
            const auto now = mulDivHalfEven((*value)->numerator, RatioScale, (*value)->denominator);
            const auto before = mulDivHalfEven(compared->numerator, RatioScale, compared->denominator);
            if (!now || !before) return failure((now ? before : now).error());
            change = Ratio{*now - *before, RatioScale};
        }
        add("cache_hit_ratio", *value ? Cell(**value) : Cell(), "", compared ? Cell(*compared) : Cell(), change,
            completeness);
        return {};
    }

private:
    static Result<std::optional<Ratio>> hitRatio(const UsageMeasures& tokens) {
        const auto input = tokens.totalInput();
        if (!input) return failure(input.error());
        if (*input == 0) return std::optional<Ratio>();
        return std::optional(Ratio{tokens.cacheRead, *input});
    }

    void add(const char* name, Cell value, const char* unit, Cell compared, Cell change, const QString& completeness) {
        m_table.rows.push_back({QString::fromLatin1(name), std::move(value), QString::fromLatin1(unit),
                                std::move(compared), std::move(change), completeness});
    }

    const Overview& m_overview;
    Table& m_table;
};

Result<std::optional<std::int64_t>> totalTokens(const std::optional<UsageMeasures>& tokens) {
    if (!tokens) return std::optional<std::int64_t>();
    const auto total = tokens->totalTokens();
    if (!total) return failure(total.error());
    return std::optional(*total);
}

Result<void> addRows(const Overview& overview, Table& table) {
    MeasureRows rows(overview, table);
    const QString cost = completenessText(overview.cost);
    const QString usage = completenessText(overview.usage);
    const PeriodState& state = overview.monthToDateState;
    const QString month = completenessText(
        {Dataset::Cost, state.finalDays, state.provisionalDays, state.missingDays, state.failedDays, {}});
    const auto ifKnown = [&overview](Money amount) {
        return overview.savingsKnown ? std::optional(amount) : std::nullopt;
    };

    if (auto ok = rows.addMoney("spend", overview.spend, overview.comparedSpend, cost); !ok) return ok;
    if (auto ok = rows.addMoney("month_to_date", overview.monthToDate, std::nullopt, month); !ok) return ok;
    if (auto ok = rows.addMoney("month_end_run_rate", overview.runRateMonthEnd, std::nullopt, month); !ok) return ok;
    const auto tokens = totalTokens(overview.tokens);
    if (!tokens) return failure(tokens.error());
    const auto comparedTokens = totalTokens(overview.comparedTokens);
    if (!comparedTokens) return failure(comparedTokens.error());
    rows.addCount("total_tokens", **tokens, "tokens", *comparedTokens, usage);
    if (auto ok = rows.addHitRatio(usage); !ok) return ok;
    if (auto ok = rows.addMoney("read_saving", ifKnown(overview.readSaving), std::nullopt, usage); !ok) return ok;
    if (auto ok = rows.addMoney("write_premium", ifKnown(overview.writePremium), std::nullopt, usage); !ok) return ok;
    if (auto ok = rows.addMoney("net_cache_saving", ifKnown(overview.netSaving), overview.comparedNetSaving, usage);
        !ok)
        return ok;
    rows.addCount("claude_code_users", overview.activeUsers, "people", overview.comparedActiveUsers,
                  completenessText(overview.claudeCode));
    return {};
}

QStringList notesOf(const Overview& overview) {
    QStringList notes;
    if (overview.compared) {
        notes << QStringLiteral("Compared with %1 to %2.")
                     .arg(overview.compared->first.toIso(), overview.compared->last.toIso());
    } else {
        notes << QStringLiteral("Nothing to compare with: the cache does not hold all days of the period before.");
    }
    if (!overview.costFollowsFilter) {
        notes << QStringLiteral("The bill is not known by API key: spend, month and run rate are those of all keys.");
    }
    if (!overview.unpricedModels.empty()) {
        PriceNotes unpriced;
        unpriced.unpricedModels.insert(overview.unpricedModels.begin(), overview.unpricedModels.end());
        notes << unpriced.sentences();
    }
    if (overview.savingsAreEstimates) {
        notes << QStringLiteral(
            "Savings hold published prices that depend on the length of each prompt: they are estimates.");
    }
    if (overview.priorityTierSeen) notes << priorityTierNote();
    return notes;
}

}  // namespace

Result<void> runOverview(const ReportContext& context, Table& table) {
    OverviewRequest request;
    request.range = context.request.range;
    request.interval = Interval::Total;
    request.where = context.where;
    const auto overview = buildOverview(context.cache, request, context.prices);
    if (!overview) return failure(overview.error());
    table.notes << notesOf(*overview);
    table.completeness = {overview->cost, overview->usage, overview->claudeCode};
    table.asOf = overview->asOf;
    return addRows(*overview, table);
}

}  // namespace tokenledger
