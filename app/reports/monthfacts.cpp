#include "app/reports/monthfacts.h"

#include "app/core/texts.h"
#include "app/reports/priceinputs.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace tokenledger {

namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t NanoPerCent = 10'000'000;
constexpr std::int64_t Once = 1'000'000'000;
constexpr std::int64_t ComputedRounding = 10;  // nano-dollars: of each token kind's sum, and of the parts taken off it
const QString TokensType = QStringLiteral("tokens");
const QString SearchType = QStringLiteral("web_search");

tl::unexpected<Error> sumTooLarge() { return tooLarge(QStringLiteral("A sum of the month's match")); }

Result<Money> toMoney(Wide nano) {
    if (nano > std::numeric_limits<std::int64_t>::max() || nano < -std::numeric_limits<std::int64_t>::max())
        return sumTooLarge();
    return Money::fromNano(static_cast<std::int64_t>(nano));
}

void note(UtcDay day, std::vector<UtcDay>& days) {
    if (std::find(days.begin(), days.end(), day) == days.end()) days.push_back(day);
}

void noteOrigin(const PriceOrigin& origin, std::vector<PriceOrigin>& origins) {
    if (std::find(origins.begin(), origins.end(), origin) == origins.end()) origins.push_back(origin);
}

std::optional<TermId> termOf(const Restatement& entry, Dimension dimension) {
    for (const auto& [known, term] : entry.dimensions) {
        if (known == dimension) return term;
    }
    return std::nullopt;
}

std::optional<PricedKind> kindOfMeasure(const QString& measure) {
    for (const PricedKind kind : AllPricedKinds) {
        if (measure == QString(pricedKindName(kind) + QStringLiteral("_tokens"))) return kind;
    }
    return std::nullopt;
}

/// a - b as money of one item's parts.
Result<Money> difference(const Result<Money>& a, const Result<Money>& b) {
    if (!a) return a;
    if (!b) return b;
    return subtract(*a, *b);
}

Result<Money> total(const Result<Money>& a, const Result<Money>& b) {
    if (!a) return a;
    if (!b) return b;
    return add(*a, *b);
}

}  // namespace

MonthFacts::Sum& MonthFacts::sumOf(MatchItem item, const QString& id, const QString& name) {
    const auto [at, isNew] = m_sums.try_emplace({item, id});
    if (isNew) {
        at->second.item = item;
        at->second.id = id;
        at->second.name = name;
    }
    return at->second;
}

MonthFacts::Sum& MonthFacts::modelSum(TermId model) {
    return sumOf(MatchItem::Model, m_cache.text(model), m_cache.displayName(Dimension::Model, model));
}

MonthFacts::Sum& MonthFacts::searchSum() {
    return sumOf(MatchItem::WebSearch, SearchType, tokenledger::tr("Web search"));
}

const PricePeriod* MonthFacts::price(UtcDay day, TermId model, TermId tier, TermId window) {
    return m_pricer.price(day, m_cache.text(model), m_cache.text(tier), m_cache.text(window));
}

bool MonthFacts::isOneSided(UtcDay day) const {
    return std::binary_search(m_oneSidedDays.begin(), m_oneSidedDays.end(), day);
}

Result<void> MonthFacts::load(const CoverageView& usage, const CoverageView& cost) {
    for (UtcDay day = m_days.first; day <= m_days.last; day = day + 1) {
        if (usage.isPresent({day, day}) != cost.isPresent({day, day})) m_oneSidedDays.push_back(day);
    }
    if (auto loaded = loadUsage(); !loaded) return loaded;
    if (auto loaded = loadCost(); !loaded) return loaded;
    return loadRestatements();
}

Result<void> MonthFacts::loadUsage() {
    FactQuery query;
    query.range = m_days;
    query.by = {Dimension::Model, Dimension::ServiceTier, Dimension::ContextWindow};
    const auto rows = m_cache.usage(query);
    if (!rows) return failure(rows.error());
    for (const UsageRow& row : *rows) {
        const UtcDay day = UtcDay::fromSeconds(row.period);
        if (!takeTokens(day, row) || !takeSearches(day, row.measures.webSearches)) return sumTooLarge();
    }
    return {};
}

bool MonthFacts::takeTokens(UtcDay day, const UsageRow& row) {
    const auto tokens = row.measures.totalTokens();
    if (!tokens) return false;
    if (*tokens == 0) return true;
    Sum& sum = modelSum(row.keys[0]);
    if (isPriorityTier(m_cache.text(row.keys[1]))) {
        return sum.tokens.addPriority(row.measures) &&
               !__builtin_add_overflow(m_priorityTokens, *tokens, &m_priorityTokens);
    }
    const PricePeriod* period = price(day, row.keys[0], row.keys[1], row.keys[2]);
    if (!sum.tokens.add(day, row.measures, period)) return false;
    if (!isOneSided(day)) return true;
    note(day, sum.oneSidedDays);
    for (const PricedKind kind : AllPricedKinds) {
        if (period != nullptr && !sum.oneSidedTokens.add(countOf(row.measures, kind), priceOf(period->prices, kind)))
            return false;
    }
    return true;
}

bool MonthFacts::takeSearches(UtcDay day, std::int64_t requests) {
    if (requests == 0) return true;
    Sum& sum = searchSum();
    if (__builtin_add_overflow(sum.count, requests, &sum.count)) return false;
    const OtherPrice* period = periodOn(m_searchPrices, day);
    if (period == nullptr) {
        sum.unpricedCount += requests;
        note(day, sum.unpricedDays);
        return true;
    }
    noteOrigin({period->yours, period->from, period->discount}, sum.origins);
    // Prices may be for other numbers of requests from some day on: one unit for all.
    const std::int64_t nano = period->nano * (PricedTokens / period->units);
    if (!sum.requests.add(requests, nano)) return false;
    if (!isOneSided(day)) return true;
    note(day, sum.oneSidedDays);
    return sum.oneSidedRequests.add(requests, nano);
}

Result<void> MonthFacts::loadCost() {
    FactQuery query;
    query.range = m_days;
    // As fine as the bill's own lines: how many there are bounds what their rounding can make.
    query.by = {Dimension::Model,         Dimension::CostType,     Dimension::TokenType, Dimension::ServiceTier,
                Dimension::ContextWindow, Dimension::InferenceGeo, Dimension::Workspace, Dimension::Description};
    const auto rows = m_cache.cost(query);
    if (!rows) return failure(rows.error());
    for (const CostRow& row : *rows) takeCost(UtcDay::fromSeconds(row.period), row);
    return {};
}

void MonthFacts::takeCost(UtcDay day, const CostRow& row) {
    const QString type = m_cache.text(row.keys[1]);
    const std::int64_t nano = row.measures.nano();
    if (type == SearchType) {
        Sum& sum = searchSum();
        ++sum.costLines;
        sum.billed += nano;
        m_lastPlace = std::gcd(m_lastPlace, nano);
        if (isOneSided(day)) {
            sum.oneSidedBilled += nano;
            note(day, sum.oneSidedDays);
        } else if (periodOn(m_searchPrices, day) == nullptr) {
            sum.billedUnpriced += nano;
        }
        return;
    }
    if (type != TokensType || row.keys[0] == NullTerm) {
        // Lines about tokens that name no model cannot be matched to any: corrections, or a report without details.
        const QString name = type == TokensType || type.isEmpty()      ? tokenledger::tr("Without a model")
                             : type == QLatin1String("code_execution") ? tokenledger::tr("Code execution")
                             : type == QLatin1String("session_usage")  ? tokenledger::tr("Session usage")
                                                                       : type;
        Sum& sum = sumOf(MatchItem::NoTokens, type, name);
        ++sum.costLines;
        sum.billed += nano;
        return;
    }
    Sum& sum = modelSum(row.keys[0]);
    ++sum.costLines;
    sum.billed += nano;
    m_lastPlace = std::gcd(m_lastPlace, nano);
    if (isOneSided(day)) {
        sum.oneSidedBilled += nano;
        note(day, sum.oneSidedDays);
    } else if (price(day, row.keys[0], row.keys[3], row.keys[4]) == nullptr) {
        sum.billedUnpriced += nano;
        note(day, sum.unpricedDays);
    } else {
        takeGeography(sum, row);
    }
}

/// What of a line the geography makes: its amount less the same at the price that tokens x price knows.
void MonthFacts::takeGeography(Sum& sum, const CostRow& row) {
    if (row.keys[5] == NullTerm) return;
    const std::int64_t factor = m_prices.geoFactor(sum.id, m_cache.text(row.keys[5]));
    if (factor == Once) return;
    const auto without = mulDivHalfEven(row.measures.nano(), Once, factor);
    if (without) sum.geography += Wide{row.measures.nano()} - *without;
}

Result<void> MonthFacts::loadRestatements() {
    const auto entries = m_cache.restatements();
    if (!entries) return failure(entries.error());
    for (const Restatement& entry : *entries) {
        if (!m_days.contains(entry.day)) continue;
        std::int64_t change = 0;
        if (__builtin_sub_overflow(entry.now.value_or(0), entry.old.value_or(0), &change)) return sumTooLarge();
        const bool taken = entry.dataset == Dataset::Cost    ? takeLateCost(entry, change)
                           : entry.dataset == Dataset::Usage ? takeLateUsage(entry, change)
                                                             : true;
        if (!taken) return sumTooLarge();
    }
    return {};
}

bool MonthFacts::takeLateCost(const Restatement& entry, std::int64_t change) {
    m_lateCost.push_back({entry.seenAt, change});
    m_lateSeenAt = std::max(m_lateSeenAt, entry.seenAt);
    const auto type = termOf(entry, Dimension::CostType);
    const auto model = termOf(entry, Dimension::Model);
    const QString typeText = type ? m_cache.text(*type) : QString();
    const bool tokens = typeText == TokensType && model && *model != NullTerm;
    if (!tokens && typeText != SearchType) return true;
    Sum& sum = tokens ? modelSum(*model) : searchSum();
    sum.lateBilled += change;
    note(entry.day, sum.lateDays);
    sum.lateSeenAt = std::max(sum.lateSeenAt, entry.seenAt);
    return true;
}

bool MonthFacts::takeLateUsage(const Restatement& entry, std::int64_t change) {
    if (entry.measure == QLatin1String("web_search_requests")) {
        const OtherPrice* period = periodOn(m_searchPrices, entry.day);
        if (period == nullptr) return true;
        return searchSum().lateRequests.add(change, period->nano * (PricedTokens / period->units));
    }
    const auto kind = kindOfMeasure(entry.measure);
    const auto model = termOf(entry, Dimension::Model);
    if (!kind || !model) return true;
    const PricePeriod* period = price(entry.day, *model, termOf(entry, Dimension::ServiceTier).value_or(NullTerm),
                                      termOf(entry, Dimension::ContextWindow).value_or(NullTerm));
    if (period == nullptr) return true;
    return modelSum(*model).lateTokens.add(change, priceOf(period->prices, *kind));
}

std::int64_t MonthFacts::lastPlace() const {
    std::int64_t place = NanoPerCent;
    while (place > 1 && m_lastPlace % place != 0) place /= 10;
    return place;
}

Result<Money> MonthFacts::lateCost(const QDateTime& since) const {
    Wide sum = 0;
    for (const LateChange& change : m_lateCost) {
        if (!since.isValid() || change.seenAt > since) sum += change.nano;
    }
    return toMoney(sum);
}

Result<MonthFacts::Item> MonthFacts::itemOf(const Sum& sum) const {
    Item item;
    MatchInput& input = item.input;
    input.item = sum.item;
    input.id = sum.id;
    input.name = sum.name;
    auto tokens = sum.tokens.result();
    if (!tokens) return failure(tokens.error());
    item.tokens = *std::move(tokens);
    item.origins = sum.item == MatchItem::WebSearch ? sum.origins : item.tokens.origins;
    item.costLines = sum.costLines;
    const bool model = sum.item == MatchItem::Model;
    input.count = model ? item.tokens.allTokens : sum.count;
    input.unpricedCount = model ? item.tokens.unpricedTokens : sum.unpricedCount;
    input.estimate = item.tokens.estimate;
    input.unpricedDays = sum.unpricedDays;
    for (const UtcDay day : item.tokens.unpricedDays) note(day, input.unpricedDays);
    input.oneSidedDays = sum.oneSidedDays;
    input.lateDays = sum.lateDays;
    for (auto* days : {&input.unpricedDays, &input.oneSidedDays, &input.lateDays})
        std::sort(days->begin(), days->end());
    input.lateSeenAt = sum.lateSeenAt;

    const std::pair<Money*, Result<Money>> amounts[] = {
        {&input.computed, total(item.tokens.total, sum.requests.rounded(PricedTokens))},
        {&input.billed, toMoney(sum.billed)},
        {&input.billedUnpriced, toMoney(sum.billedUnpriced)},
        {&input.geography, toMoney(sum.geography)},
        {&input.late, difference(toMoney(sum.lateBilled),
                                 total(sum.lateTokens.rounded(PricedTokens), sum.lateRequests.rounded(PricedTokens)))},
        {&input.oneSided, difference(toMoney(sum.oneSidedBilled), total(sum.oneSidedTokens.rounded(PricedTokens),
                                                                        sum.oneSidedRequests.rounded(PricedTokens)))},
        {&input.roundingBound, toMoney(Wide{sum.costLines} * lastPlace() / 2 + ComputedRounding)}};
    for (const auto& [amount, value] : amounts) {
        if (!value) return failure(value.error());
        *amount = *value;
    }
    return item;
}

Result<std::vector<MonthFacts::Item>> MonthFacts::items() const {
    std::vector<Item> items;
    for (const auto& [key, sum] : m_sums) {
        auto item = itemOf(sum);
        if (!item) return failure(item.error());
        // Only Priority Tier use, which is billed elsewhere: no row of this match.
        if (item->input.count == 0 && item->costLines == 0) continue;
        items.push_back(*std::move(item));
    }
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
        if (a.input.item != b.input.item) return a.input.item < b.input.item;
        return a.input.billed > b.input.billed;
    });
    return items;
}

}  // namespace tokenledger
