#include "ui/pages/cachetexts.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "charts/palette.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/overviewtexts.h"

#include <map>

namespace tokenledger {

namespace {

constexpr std::array Sources = {PriceSource::OwnBill, PriceSource::NearestDay, PriceSource::YourPrices,
                                PriceSource::PriceBook, PriceSource::Unpriced};

QString dimensionWord(Dimension dimension) {
    switch (dimension) {
        case Dimension::Workspace:
            return tr("workspace");
        case Dimension::ApiKey:
            return tr("API key");
        default:
            return tr("model");
    }
}

QString daysText(const Completeness& c) {
    if (!c.isComplete()) return tr("%1 of %2 days").arg(c.presentDays()).arg(c.days());
    return c.days() == 1 ? tr("1 day") : tr("%n days", nullptr, c.days());
}

QString sourceName(PriceSource source) {
    switch (source) {
        case PriceSource::OwnBill:
            return tr("own bill");
        case PriceSource::NearestDay:
            return tr("nearest day");
        case PriceSource::YourPrices:
            return tr("your prices");
        case PriceSource::PriceBook:
            return tr("price book");
        case PriceSource::Unpriced:
            break;
    }
    return tr("unpriced");
}

const PriceUse& useOf(const CacheSavings& savings, PriceSource source) {
    return savings.uses[static_cast<std::size_t>(source)];
}

struct PricedBy {
    int kinds = 0;  // of sources
    PriceSource only = PriceSource::Unpriced;
    bool unpriced = false;  // some tokens, or all
};

PricedBy pricedBy(const CacheSavings& savings) {
    PricedBy by;
    for (const PriceSource source : Sources) {
        if (source == PriceSource::Unpriced || useOf(savings, source).tokens == 0) continue;
        // A neighbouring day of the own bill beside it is still the own bill.
        if (source == PriceSource::NearestDay && by.only == PriceSource::OwnBill) continue;
        ++by.kinds;
        by.only = source;
    }
    by.unpriced = useOf(savings, PriceSource::Unpriced).tokens > 0;
    return by;
}

QString kindName(InputKind kind) {
    switch (kind) {
        case InputKind::Read:
            return tr("read");
        case InputKind::Creation5m:
            return tr("5m write");
        case InputKind::Creation1h:
            return tr("1h write");
        case InputKind::Uncached:
            break;
    }
    return tr("input");
}

QString changeText(const PriceChange& change) {
    return tr("%1 %2 price %3 → %4")
        .arg(modelDisplayName(change.model), kindName(change.kind), formatMoney(change.before),
             formatMoney(change.after));
}

QString dayOfPrice(UtcDay day) { return day == UtcDay() ? tr("long ago") : formatDayWithYear(day); }

/// "of the bills of 21 Oct – 15 Nov 2026", "in force since 7 Oct 2026".
QString whenText(PriceSource source, const PriceUse& use) {
    const bool oneDay = use.first == use.last;
    switch (source) {
        case PriceSource::OwnBill:
            return oneDay ? tr("the bill of the same day, %1").arg(formatDayWithYear(use.first))
                          : tr("the bills of the same days, %1").arg(formatRange({use.first, use.last}));
        case PriceSource::NearestDay:
            return oneDay
                       ? tr("the bill of %1, the nearest day that has one").arg(formatDayWithYear(use.first))
                       : tr("the bills of the nearest days that have one, %1").arg(formatRange({use.first, use.last}));
        case PriceSource::YourPrices:
        case PriceSource::PriceBook: {
            const QString list = source == PriceSource::YourPrices ? tr("your own price list") : tr("published prices");
            if (!oneDay) {
                return tr("%1, in force since %2 and since %3").arg(list, dayOfPrice(use.first), dayOfPrice(use.last));
            }
            return use.first == UtcDay() ? list : tr("%1, in force since %2").arg(list, dayOfPrice(use.first));
        }
        case PriceSource::Unpriced:
            break;
    }
    return tr("no price is known: not in the dollars, and not taken as zero");
}

void appendPrices(const CacheSavings& savings, Explanation& why) {
    std::int64_t all = 0;
    for (const PriceUse& use : savings.uses) all += use.tokens;
    for (const PriceSource source : Sources) {
        const PriceUse& use = useOf(savings, source);
        if (use.tokens == 0) continue;
        why.facts.append(
            {tr("Price: %1").arg(sourceName(source)),
             tr("%1 of the cached tokens; %2").arg(formatPercent(use.tokens, all), whenText(source, use))});
    }
    if (savings.estimate) {
        why.facts.append({tr("Estimate"), tr("a listed price depends on the length of each prompt, which the usage "
                                             "report does not tell")});
    }
}

/// Dollars of so many tokens, for a million of them.
QString perMillion(const std::optional<Money>& amount, std::int64_t tokens) {
    if (!amount || tokens == 0) return {};
    const auto nano = mulDivHalfEven(amount->nano(), 1'000'000, tokens);
    return nano ? formatMoney(Money::fromNano(*nano), 4) : QString();
}

QString formulaOf(CacheColumn column) {
    switch (column) {
        case CacheColumn::HitRatio:
            return tr(
                "Cache read ÷ (cache read + written 5m + written 1h + uncached input), sum over sum: never a mean "
                "of days.");
        case CacheColumn::Read:
            return tr("Input tokens that were read from the cache.");
        case CacheColumn::Written5m:
            return tr("Input tokens written to the cache for 5 minutes.");
        case CacheColumn::Written1h:
            return tr("Input tokens written to the cache for 1 hour.");
        case CacheColumn::ReadsPerWrite:
            return tr("Cache read ÷ (written 5m + written 1h). Below the break-even, caching loses money.");
        case CacheColumn::BreakEven:
            return tr(
                "Reads per write at which the net saving is zero: (write price − input price) ÷ (input price − "
                "read price), prices on average over these tokens.");
        case CacheColumn::ReadSaving:
            return tr("Cache read × (input price − read price).");
        case CacheColumn::Premium:
            return tr(
                "Written 5m × (5m price − input price) + written 1h × (1h price − input price): what writing "
                "cost more than ordinary input. Shown as a cost.");
        case CacheColumn::NetSaving:
            return tr("Read saving − write premium. Below zero, caching loses money.");
        case CacheColumn::PriceSource:
            break;
    }
    return tr(
        "The first that has a price: the own bill of the day (amount ÷ tokens, of a final day with 10,000 tokens "
        "or more), the nearest billed day within 31 days, your own price list, the published prices.");
}

void appendParts(const CacheBreakdown::Row& row, CacheColumn column, Explanation& why) {
    const CacheSavings& savings = row.savings;
    const auto money = [&why](const QString& name, const std::optional<Money>& amount) {
        if (amount) why.facts.append({name, formatMoney(*amount)});
    };
    const auto tokens = [&why](const QString& name, std::int64_t count) {
        why.facts.append({name, formatCount(count)});
    };
    if (column == CacheColumn::NetSaving) {
        money(tr("Read saving"), savings.readSaving);
        money(tr("Write premium"), savings.writePremium);
    }
    if (column == CacheColumn::HitRatio || column == CacheColumn::ReadsPerWrite) {
        tokens(tr("Read"), row.tokens.cacheRead);
        tokens(tr("Written"), row.written());
        if (column == CacheColumn::HitRatio) tokens(tr("Uncached input"), row.tokens.uncachedInput);
    }
    const bool ofReads = column == CacheColumn::ReadSaving || column == CacheColumn::BreakEven;
    const bool ofWrites = column == CacheColumn::Premium || column == CacheColumn::BreakEven;
    if (const QString saved = perMillion(savings.readSaving, savings.pricedRead); ofReads && !saved.isEmpty()) {
        why.facts.append({tr("On average"), tr("%1 less for a million tokens read than as input").arg(saved)});
    }
    if (const QString more = perMillion(savings.writePremium, savings.pricedWritten); ofWrites && !more.isEmpty()) {
        why.facts.append({tr("On average"), tr("%1 more for a million tokens written than as input").arg(more)});
    }
}

QString cacheStateOf(const CacheBreakdown::Span& span) {
    CostBreakdown::Span state;
    state.completeness = span.usage;
    state.asOf = span.asOf;
    return spanState(state);
}

Explanation explanationOf(const CacheBreakdown& b, const CacheBreakdown::Span& span, const CacheBreakdown::Row& row,
                          CacheColumn column, const QString& what, const QString& exact) {
    Explanation why{what, formulaOf(column), {}};
    if (!exact.isEmpty()) why.facts.append({tr("Exact value"), exact});
    appendParts(row, column, why);
    if (column >= CacheColumn::BreakEven) appendPrices(row.savings, why);
    why.facts.append({tr("Range"), formatRange(span.days) + tr(", whole UTC days")});
    QStringList filtered;
    for (const DimensionFilter& filter : b.request.where) filtered.append(dimensionWord(filter.dimension));
    if (!filtered.isEmpty()) {
        why.facts.append({tr("Filter"), tr("by %1, as the bar above says").arg(filtered.join(tr(" and ")))});
    }
    why.facts.append({tr("Comparison"), tr("none: this page shows one period; Overview compares the net saving")});
    if (row.facts > 0)
        why.facts.append(
            {tr("Rows behind it"),
             row.facts == 1
                 ? tr("1 sum of a day, model, tier and context window")
                 : tr("%1 sums, each of a day, model, tier and context window").arg(formatCount(row.facts))});
    why.facts.append({tr("Source"), column >= CacheColumn::BreakEven
                                        ? tr("Usage report, and cost report for the prices, from the cache")
                                        : tr("Usage report, from the cache")});
    why.facts.append({tr("Complete"), cacheStateOf(span)});
    const bool unpriced = useOf(row.savings, PriceSource::Unpriced).tokens > 0;
    if (b.priorityTierSeen && unpriced && column >= CacheColumn::BreakEven) {
        why.facts.append(
            {tr("Left out"), tr("Priority Tier, which is billed elsewhere and has no price by the token")});
    }
    return why;
}

QString groupsPart(const CacheBreakdown::Span& span) {
    if (span.losingGroups > 0) {
        return tr("In %1 of %2 groups it costs more than it saves.").arg(span.losingGroups).arg(span.groups);
    }
    return span.groups > 1 && !span.savings.unpriced ? tr("It saves in all %1 groups.").arg(span.groups) : QString();
}

}  // namespace

QString cacheDimensionTitle(Dimension dimension) {
    QString title = dimensionWord(dimension);
    title[0] = title[0].toUpper();
    return title;
}

QString netSavingTitle(const std::vector<Dimension>& by) {
    if (by.size() == 1) return tr("Net saving by %1").arg(dimensionWord(by[0]));
    return tr("Net saving by %1 and %2").arg(dimensionWord(by[0]), dimensionWord(by[1]));
}

QString cacheSentence(const CacheBreakdown& b) {
    const CacheBreakdown::Span& span = b.range;
    if (span.usage.isEmpty()) return tr("Nothing has been fetched for %1 yet.").arg(formatRange(span.days));
    const QString days = daysText(span.usage);
    if (span.groups == 0) return tr("The cache was not used in %1.").arg(days);
    const auto& net = span.savings.netSaving;
    if (!net) return tr("No price is known for what was cached in %1.").arg(days);
    QStringList sentences;
    if (net->isNegative()) {
        const auto lost = subtract(Money(), *net);
        sentences.append(tr("Caching cost %1 more than it saved in %2.").arg(formatMoney(lost.value_or(*net)), days));
    } else {
        sentences.append(tr("Caching saved %1 net in %2.").arg(formatMoney(*net), days));
    }
    if (const QString groups = groupsPart(span); !groups.isEmpty()) sentences.append(groups);
    // Priority Tier, which has no price by the token either, is named beside the table.
    const auto models = static_cast<int>(b.unpricedModels.size());
    if (models == 1)
        sentences.append(tr("%1 has no price and is left out.").arg(modelDisplayName(b.unpricedModels[0])));
    if (models > 1) sentences.append(tr("%1 models have no price and are left out.").arg(models));
    return sentences.join(QLatin1Char(' '));
}

QString cacheChartSubtitle(Interval interval, const DateRange& days) {
    QString text = interval == Interval::Month  ? tr("per month")
                   : interval == Interval::Week ? tr("per week, from Monday")
                                                : tr("per day");
    // A bar that the period cuts is no whole month or week.
    const bool isCut = interval != Interval::Day && periodOf(days.first, interval) != days.first.startSeconds();
    if (isCut) text += tr(", the first from %1").arg(formatDay(days.first));
    return text;
}

QString priceSourceText(const CacheSavings& savings) {
    const PricedBy by = pricedBy(savings);
    if (by.unpriced) return by.kinds == 0 ? tr("unpriced") : tr("partly unpriced");
    return by.kinds == 0 ? QString() : by.kinds > 1 ? tr("mixed") : sourceName(by.only);
}

QString priceSourceId(const CacheSavings& savings) {
    static constexpr std::array ids = {"own_bill", "nearest_day", "your_prices", "price_book", "unpriced"};
    static_assert(ids.size() == PriceSourceCount);
    const PricedBy by = pricedBy(savings);
    const char* id = by.unpriced     ? by.kinds == 0 ? "unpriced" : "partly_unpriced"
                     : by.kinds == 0 ? ""
                     : by.kinds > 1  ? "mixed"
                                     : ids[static_cast<std::size_t>(by.only)];
    return QLatin1String(id);
}

std::vector<ChartNote> priceNotes(const CacheBreakdown& b) {
    std::map<UtcDay, QStringList> days;
    for (const PriceChange& change : b.priceChanges) days[change.day].append(changeText(change));
    std::vector<ChartNote> notes;
    for (const auto& [day, changes] : days) {
        constexpr qsizetype MostNamed = 2;
        const QString text = changes.size() <= MostNamed ? changes.join(QStringLiteral(", "))
                                                         : tr("prices of %1 models changed").arg(changes.size());
        notes.push_back({NoteKind::Event, {day, day}, tr("%1: %2").arg(formatDay(day), text), {}});
    }
    return notes;
}

QString cacheState(const CacheBreakdown::Span& span) { return cacheStateOf(span); }

std::vector<std::size_t> periodsIn(const CacheBreakdown& b, const DateRange& days) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < b.periods.size(); ++i) {
        const DateRange period = daysOf(b.periods[i], b.request.interval, b.range.days);
        if (days.first <= period.first && period.first <= days.last) places.push_back(i);
    }
    return places;
}

Explanation whyHitRatioOn(const CacheBreakdown& b, const DateRange& days) {
    CacheBreakdown::Span span;
    span.days = days;
    CacheBreakdown::Row row;
    bool fits = true;
    for (const std::size_t period : periodsIn(b, days)) {
        const PeriodState& state = b.states[period];
        span.usage.finalDays += state.finalDays;
        span.usage.provisionalDays += state.provisionalDays;
        span.usage.missingDays += state.missingDays;
        span.usage.failedDays += state.failedDays;
        const QDateTime& fetched = b.fetchedAt[period];
        if (fetched.isValid() && (!span.asOf.isValid() || fetched > span.asOf)) span.asOf = fetched;
        fits = row.tokens.add(b.perPeriod[period]) && fits;
    }
    const std::int64_t input = row.tokens.totalInput().value_or(0);
    const bool known = fits && !span.usage.isEmpty();
    return explanationOf(b, span, row, CacheColumn::HitRatio, tr("Hit ratio, %1").arg(formatRange(days)),
                         known ? formatPercent(row.tokens.cacheRead, input, 4) : QString());
}

Explanation whyCache(const CacheBreakdown& b, const CacheBreakdown::Row& row, CacheColumn column, const QString& what,
                     const QString& exact) {
    return explanationOf(b, b.table, row, column, what, exact);
}

}  // namespace tokenledger
