#include "app/analysis/cachesavings.h"
#include "app/reports/coverageview.h"
#include "app/reports/notes.h"
#include "app/reports/priceinputs.h"
#include "app/reports/reportrunner.h"
#include "app/reports/rowbuilder.h"

#include <unordered_map>

namespace tokenledger {

namespace {

/// One row of the report while it is summed from days and price keys.
struct Group {
    PeriodStart period = 0;
    std::array<TermId, MaxKeys> keys{};
    UsageMeasures tokens;
    SavingsSum savings;
};

struct GroupKey {
    PeriodStart period = 0;
    std::array<TermId, MaxKeys> keys{};
    friend bool operator==(const GroupKey&, const GroupKey&) = default;
};
struct GroupHash {
    std::size_t operator()(const GroupKey& key) const {
        constexpr std::uint64_t Mix = 0x9E37'79B9'7F4A'7C15ULL;
        auto hash = static_cast<std::uint64_t>(key.period) * Mix;
        for (const TermId term : key.keys) hash = (hash ^ static_cast<std::uint32_t>(term)) * Mix;
        return static_cast<std::size_t>(hash >> 16U);
    }
};

Result<PriceTable> loadPrices(const ReportContext& context) {
    const DateRange span = priceDays(context.request.range);
    const auto usageDays = CoverageView::load(context.cache, Dataset::Usage, span);
    if (!usageDays) return failure(usageDays.error());
    const auto costDays = CoverageView::load(context.cache, Dataset::Cost, span);
    if (!costDays) return failure(costDays.error());
    PriceTable::Builder prices(context.prices, textOf(context.cache));
    if (auto added = addUsedTokens(context.cache, span, prices); !added) return failure(added.error());
    const auto bill = loadBill(context.cache, span);
    if (!bill) return failure(bill.error());
    addBilledTokens(context.cache, *bill, prices);
    return prices.build(finalDays(*usageDays, *costDays, span));
}

PeriodStart periodOfRow(const ReportRequest& request, UtcDay day) {
    return request.interval == Interval::Total ? request.range.first.startSeconds() : periodOf(day, request.interval);
}

Result<std::vector<Cell>> cellsOf(const Group& group) {
    const auto savings = group.savings.result();
    if (!savings) return failure(savings.error());
    const auto input = group.tokens.totalInput();
    std::int64_t written = 0;
    const bool fits =
        !__builtin_add_overflow(group.tokens.cacheCreation5m, group.tokens.cacheCreation1h, &written) && input;
    if (!fits) return tooLarge(QStringLiteral("A sum of the cache report"));
    const auto cell = [](const std::optional<Money>& amount) { return amount ? Cell(*amount) : Cell(); };
    return std::vector<Cell>{
        group.tokens.cacheRead,     written,
        group.tokens.uncachedInput, *input != 0 ? Cell(Ratio{group.tokens.cacheRead, *input}) : Cell(),
        cell(savings->readSaving),  cell(savings->writePremium),
        cell(savings->netSaving)};
}

/// Prices differ by day, model, tier and window, so the query is as fine as that, and its rows are folded here.
Result<std::vector<Group>> loadGroups(const ReportContext& context, PriceTable& prices, Table& table) {
    const ReportRequest& request = context.request;
    std::vector<Dimension> by = request.by;
    const std::size_t model = placeOf(by, Dimension::Model);
    const std::size_t tier = placeOf(by, Dimension::ServiceTier);
    const std::size_t window = placeOf(by, Dimension::ContextWindow);
    const auto rows = context.cache.usage({request.range, Interval::Day, by, context.where});
    if (!rows) return failure(rows.error());

    std::vector<Group> groups;
    std::unordered_map<GroupKey, std::size_t, GroupHash> places;
    std::unordered_map<TermId, bool> priorityTiers;
    std::unordered_map<TermId, QString> models;
    PriceNotes notes;
    for (const UsageRow& row : *rows) {
        const UtcDay day = UtcDay::fromSeconds(row.period);
        GroupKey key{periodOfRow(request, day), {}};
        std::copy_n(row.keys.begin(), request.by.size(), key.keys.begin());
        const auto [place, isNew] = places.try_emplace(key, groups.size());
        if (isNew) groups.push_back({key.period, key.keys, {}, {}});
        Group& group = groups[place->second];
        const InputPrices& dayPrices = prices.prices(day, {row.keys[model], row.keys[tier], row.keys[window]});
        if (!group.tokens.add(row.measures) || !group.savings.add(row.measures, dayPrices))
            return tooLarge(QStringLiteral("A sum of the cache report"));

        auto [priority, newTier] = priorityTiers.try_emplace(row.keys[tier], false);
        if (newTier) priority->second = isPriorityTier(context.cache.text(row.keys[tier]));
        auto [name, newModel] = models.try_emplace(row.keys[model]);
        if (newModel) name->second = context.cache.displayName(Dimension::Model, row.keys[model]);
        if (!priority->second) notes.take(name->second, row.measures, dayPrices);
    }
    table.notes << notes.sentences();
    return groups;
}

}  // namespace

Result<void> runCache(const ReportContext& context, Table& table) {
    auto prices = loadPrices(context);
    if (!prices) return failure(prices.error());
    const auto groups = loadGroups(context, *prices, table);
    if (!groups) return failure(groups.error());
    std::vector<GroupedRow> rows;
    rows.reserve(groups->size());
    for (const Group& group : *groups) {
        auto cells = cellsOf(group);
        if (!cells) return failure(cells.error());
        rows.push_back({group.period, group.keys, *std::move(cells)});
    }
    auto zeros = cellsOf(Group{});
    if (!zeros) return failure(zeros.error());
    appendRows(namesOf(context.cache), context.request, std::move(rows), *std::move(zeros), table);
    if (auto described = describeDatasets(context.cache, {Dataset::Usage, Dataset::Cost}, table); !described)
        return described;
    return notePriorityTier(context, table);
}

}  // namespace tokenledger
