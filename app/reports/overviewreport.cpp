#include "app/analysis/cachesavings.h"
#include "app/reports/notes.h"
#include "app/reports/overview.h"
#include "app/reports/reportrunner.h"

namespace tokenledger {

namespace {

constexpr std::int64_t RatioScale = 1'000'000;  // a difference of two ratios is shown to six decimals

/// A figure beside what it was in the compared range. `ofWholeDays` and `before` are there where it is comparable.
template <typename T>
struct Figure {
    std::optional<T> value;  // nothing: nothing was fetched that it could be made from
    std::optional<T> ofWholeDays;
    std::optional<T> before;
};

class MeasureRows {
public:
    explicit MeasureRows(Table& table) : m_table(table) {}

    [[nodiscard]] Result<void> addMoney(const char* name, const Figure<Money>& figure, const QString& completeness) {
        Cell change;
        if (figure.ofWholeDays && figure.before) {
            const auto difference = subtract(*figure.ofWholeDays, *figure.before);
            if (!difference) return failure(difference.error());
            change = *difference;
        }
        add(name, cell(figure.value), "USD", cell(figure.before), change, completeness, cell(figure.ofWholeDays));
        return {};
    }

    void addCount(const char* name, const Figure<std::int64_t>& figure, const char* unit, const QString& completeness) {
        // Counts are not negative: their difference cannot overflow.
        const bool compares = figure.ofWholeDays && figure.before;
        const Cell change = compares ? Cell(*figure.ofWholeDays - *figure.before) : Cell();
        add(name, cell(figure.value), unit, cell(figure.before), change, completeness, cell(figure.ofWholeDays));
    }

    [[nodiscard]] Result<void> addRatio(const char* name, const Figure<Ratio>& figure, const QString& completeness) {
        Cell change;
        if (figure.ofWholeDays && figure.before) {
            const auto now = mulDivHalfEven(figure.ofWholeDays->numerator, RatioScale, figure.ofWholeDays->denominator);
            const auto before = mulDivHalfEven(figure.before->numerator, RatioScale, figure.before->denominator);
            if (!now || !before) return failure((now ? before : now).error());
            change = Ratio{*now - *before, RatioScale};
        }
        add(name, cell(figure.value), "", cell(figure.before), change, completeness, cell(figure.ofWholeDays));
        return {};
    }

private:
    template <typename T>
    static Cell cell(const std::optional<T>& value) {
        return value ? Cell(*value) : Cell();
    }

    void add(const char* name, Cell value, const char* unit, Cell compared, Cell change, const QString& completeness,
             Cell comparable) {
        m_table.rows.push_back({QString::fromLatin1(name), std::move(value), QString::fromLatin1(unit),
                                std::move(compared), std::move(change), completeness, std::move(comparable)});
    }

    Table& m_table;
};

template <typename T>
std::optional<T> unless(bool unknown, T value) {
    return unknown ? std::nullopt : std::optional<T>(value);
}

// buildOverview has checked that these sums fit.
std::optional<std::int64_t> totalTokens(const std::optional<UsageMeasures>& tokens) {
    return tokens ? std::optional(tokens->totalTokens().value()) : std::nullopt;
}
std::optional<Ratio> hitRatio(const std::optional<UsageMeasures>& tokens) {
    const std::int64_t input = tokens ? tokens->totalInput().value() : 0;
    return input != 0 ? std::optional(Ratio{tokens->cacheRead, input}) : std::nullopt;
}

Result<void> addRows(const Overview& o, Table& table) {
    MeasureRows rows(table);
    const QString cost = completenessText(o.cost);
    const QString usage = completenessText(o.usage);
    const PeriodState& state = o.monthToDateState;
    const QString month = completenessText(
        {Dataset::Cost, state.finalDays, state.provisionalDays, state.missingDays, state.failedDays, {}});
    const auto tokens = unless(o.usage.isEmpty(), o.tokens);
    const bool noSaving = o.usage.isEmpty() || !o.savingsKnown;

    if (auto ok =
            rows.addMoney("spend", {unless(o.cost.isEmpty(), o.spend), o.spendOfWholeDays, o.comparedSpend}, cost);
        !ok)
        return ok;
    if (auto ok = rows.addMoney("month_to_date", {unless(state.isEmpty(), o.monthToDate), {}, {}}, month); !ok)
        return ok;
    if (auto ok = rows.addMoney("month_end_run_rate", {o.runRateMonthEnd, {}, {}}, month); !ok) return ok;
    rows.addCount("total_tokens",
                  {totalTokens(tokens), totalTokens(o.tokensOfWholeDays), totalTokens(o.comparedTokens)}, "tokens",
                  usage);
    if (auto ok = rows.addRatio("cache_hit_ratio",
                                {hitRatio(tokens), hitRatio(o.tokensOfWholeDays), hitRatio(o.comparedTokens)}, usage);
        !ok)
        return ok;
    if (auto ok = rows.addMoney("read_saving", {unless(noSaving, o.readSaving), {}, {}}, usage); !ok) return ok;
    if (auto ok = rows.addMoney("write_premium", {unless(noSaving, o.writePremium), {}, {}}, usage); !ok) return ok;
    if (auto ok = rows.addMoney("net_cache_saving",
                                {unless(noSaving, o.netSaving), o.netSavingOfWholeDays, o.comparedNetSaving}, usage);
        !ok)
        return ok;
    rows.addCount("claude_code_users",
                  {unless(o.claudeCode.isEmpty(), o.activeUsers), o.activeUsersOfWholeDays, o.comparedActiveUsers},
                  "people", completenessText(o.claudeCode));
    for (const TrackedRequests& tracked : o.tracked) {
        const QString days =
            QStringLiteral("%1: %2 of %3 days imported").arg(tracked.source).arg(tracked.days).arg(o.range.days());
        rows.addCount("total_requests", {tracked.requests, {}, {}}, "requests", days);
        if (auto ok = rows.addRatio("success_rate", {tracked.successRate(), {}, {}}, days); !ok) return ok;
    }
    return {};
}

QString whyNoChange(Comparability comparability) {
    switch (comparability) {
        case Comparability::GapsNow:
            return QStringLiteral("days of the range are missing");
        case Comparability::NotOver:
            return QStringLiteral("a day was fetched before it was over");
        case Comparability::GapsBefore:
            return QStringLiteral("days of the period before are missing");
        case Comparability::Yes:
        case Comparability::NotAsked:
            break;
    }
    return {};
}

QStringList comparisonNotes(const Overview& o) {
    const std::pair<Dataset, Comparability> datasets[] = {{Dataset::Cost, o.costComparability},
                                                          {Dataset::Usage, o.usageComparability},
                                                          {Dataset::ClaudeCode, o.claudeCodeComparability}};
    QStringList notes;
    bool compares = false;
    for (const auto& [dataset, comparability] : datasets) {
        compares = compares || comparability == Comparability::Yes;
        const QString why = whyNoChange(comparability);
        if (!why.isEmpty()) notes << QStringLiteral("No comparison of %1: %2.").arg(datasetName(dataset), why);
    }
    if (!compares) return notes;
    QString sentence =
        QStringLiteral("Compared with %1 to %2.").arg(o.compared->first.toIso(), o.compared->last.toIso());
    if (!o.comparesAllDays()) {
        sentence +=
            QStringLiteral(
                " Changes and the column comparable are of %1 to %2: later days were fetched before they were over.")
                .arg(o.wholeDays.first.toIso(), o.wholeDays.last.toIso());
    }
    notes.prepend(sentence);
    return notes;
}

QStringList notesOf(const Overview& overview) {
    QStringList notes = comparisonNotes(overview);
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
    if (overview.isFiltered) notes << QStringLiteral("Claude Code users are not filtered.");
    const bool hasRequests = std::any_of(overview.tracked.begin(), overview.tracked.end(),
                                         [](const TrackedRequests& tracked) { return tracked.requests.has_value(); });
    if (hasRequests) notes << trackedRequestsNotes(overview.isFiltered);
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
