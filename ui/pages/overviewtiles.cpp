#include "ui/pages/overviewtiles.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "charts/palette.h"
#include "ui/pages/budgettexts.h"
#include "ui/pages/overviewtexts.h"
#include "ui/pages/overviewwhy.h"

namespace tokenledger {

namespace {

/// The value of a result whose error was told elsewhere already: a figure that cannot be is an en dash.
template <typename T>
std::optional<T> valueOf(const Result<T>& result) {
    return result ? std::optional<T>(*result) : std::nullopt;
}

std::optional<std::int64_t> totalTokens(const std::optional<UsageMeasures>& measures) {
    return measures ? valueOf(measures->totalTokens()) : std::nullopt;
}

std::optional<std::int64_t> totalInput(const std::optional<UsageMeasures>& measures) {
    return measures ? valueOf(measures->totalInput()) : std::nullopt;
}

std::optional<Money> difference(const std::optional<Money>& now, const std::optional<Money>& before) {
    return now && before ? valueOf(subtract(*now, *before)) : std::nullopt;
}

enum class GoodWhen { Lower, Higher, Neither };

TextPart::Tone toneOf(std::int64_t change, GoodWhen good) {
    if (good == GoodWhen::Neither || change == 0) return TextPart::Tone::Text2;
    return (change < 0) == (good == GoodWhen::Lower) ? TextPart::Tone::Favourable : TextPart::Tone::Unfavourable;
}

QString arrow(std::int64_t change) {
    return change < 0 ? QStringLiteral("▼ ") : change > 0 ? QStringLiteral("▲ ") : QString();
}

/// The first note line of a tile: the change in bold, and what stands beside it.
TextParts changeNote(std::int64_t change, const QString& inWords, GoodWhen good, const QString& beside) {
    // What is rounded to nothing has no direction either.
    const bool seen = std::any_of(inWords.begin(), inWords.end(), [](QChar c) { return c >= u'1' && c <= u'9'; });
    const std::int64_t shown = seen ? change : 0;
    return {{arrow(shown) + inWords, toneOf(shown, good), true},
            {QStringLiteral(" · ") + beside, TextPart::Tone::Text3}};
}

TextParts note(const QString& text) { return {{text, TextPart::Tone::Text3}}; }

/// A change in per cent and dollars; of nothing or a credit there are no per cent.
QString percentOr(std::int64_t change, std::int64_t base, const QString& otherwise) {
    return base > 0 ? formatPercentChange(change, base) : otherwise;
}

TextParts daysNote(const Completeness& completeness) {
    if (completeness.isEmpty()) return note(tr("nothing fetched yet"));
    return {{tr("%1 of %2 days").arg(completeness.presentDays()).arg(completeness.days())}};
}

/// Why there is no change, for a tile: short.
TextParts noComparison(Comparability comparability) {
    switch (comparability) {
        case Comparability::GapsBefore:
            return note(tr("earlier days not fetched"));
        case Comparability::NotOver:
            return note(tr("not over: no comparison"));
        case Comparability::GapsNow:
            return note(tr("no comparison yet"));
        case Comparability::Yes:
        case Comparability::NotAsked:
            break;
    }
    return note(tr("no comparison"));
}

/// What a tile with one note for it says instead of a change.
TextParts insteadOfChange(const Completeness& completeness, Comparability comparability) {
    return completeness.isComplete() ? noComparison(comparability) : daysNote(completeness);
}

/// "$1,000.00 − $1,250.00 = −$250.00".
/// Beside a change: the figure before, or, where the change leaves days of the tile's figure out, to which day it is.
QString beforeText(const Overview& o, const QString& before) {
    return o.comparesAllDays() ? tr("%1 before").arg(before) : tr("to %1").arg(formatDay(o.wholeDays.last));
}

QString arithmetic(const QString& now, const QString& before, const QString& change) {
    return tr("%1 − %2 = %3").arg(now, before, change);
}

const QString& dash() {
    static const QString text = QStringLiteral("–");
    return text;
}

TileContent spendTile(const Overview& o, const FilterWords& filter) {
    TileContent tile;
    const auto covered = coveredRange(o);
    tile.title =
        !o.cost.isComplete() && covered ? tr("Spend, %1").arg(formatRangeShort(*covered)) : tr("Spend in period");
    const bool known = !o.cost.isEmpty();
    tile.value = known ? formatMoney(o.spend) : dash();
    tile.exact = known ? formatMoneyExact(o.spend) : QString();
    QString sum;
    if (const auto change = difference(o.spendOfWholeDays, o.comparedSpend)) {
        const std::int64_t nano = change->nano();
        const QString dollars = formatMoneyChange(*change);
        const QString percent = percentOr(nano, o.comparedSpend->nano(), {});
        tile.note1 = percent.isEmpty() ? TextParts{{arrow(nano) + dollars, toneOf(nano, GoodWhen::Lower), true}}
                                       : changeNote(nano, percent, GoodWhen::Lower, dollars);
        tile.note2 =
            note(o.comparesAllDays()
                     ? tr("%1 before").arg(formatMoney(*o.comparedSpend))
                     : tr("%1 before, to %2").arg(formatMoneyShort(*o.comparedSpend), formatDay(o.wholeDays.last)));
        sum = arithmetic(formatMoney(*o.spendOfWholeDays), formatMoney(*o.comparedSpend), dollars);
    } else {
        tile.note1 = daysNote(o.cost);
        tile.note2 = noComparison(o.costComparability);
    }
    if (!o.costFollowsFilter) tile.note2 = {{tr("all API keys"), TextPart::Tone::Warning, true}};
    tile.why = explain(o, {costReportName(), o.range, o.cost, o.costComparability, filter.cost}, tile.title,
                       tr("The sum of the cost report's amounts, all cost types, credits included. Priority Tier is "
                          "billed elsewhere and not in it."),
                       tile.exact, sum);
    if (o.priorityTierSeen) {
        tile.why.facts.append({tr("Left out"), tr("Priority Tier was used in this period. What it costs is not in the "
                                                  "cost report: the bill is higher than this figure.")});
    }
    return tile;
}

/// The month that the period ends in is over, and all of it is here.
bool isMonthClosed(const Overview& o) {
    return o.range.last == o.range.last.lastOfMonth() && o.monthToDateState.isComplete() &&
           o.monthToDateState.unfinishedDays == 0;
}

/// What the month will have cost, how that is known, and how such forecasts did before.
void addForecast(const Overview& o, Explanation& why) {
    if (!o.monthForecast || !o.monthForecast->isEstimate()) return;
    const SpendForecast& f = *o.monthForecast;
    why.facts.append({tr("Forecast"), formatMoney(f.forecast)});
    if (const QString between = intervalText(f); !between.isEmpty()) why.facts.append({tr("Interval"), between});
    if (const QString tested = backTestText(o.monthForecastTest); !tested.isEmpty()) {
        why.facts.append({tr("Checked"), tested});
    }
    why.facts.append({tr("Made from"), forecastFormula()});
}

TileContent monthTile(const Overview& o, const FilterWords& filter) {
    TileContent tile;
    const PeriodState& state = o.monthToDateState;
    const DateRange days{o.range.last.firstOfMonth(), o.range.last};
    const bool closed = isMonthClosed(o);
    tile.title = closed ? tr("Month total") : tr("Month to date");
    tile.value = state.isEmpty() ? dash() : formatMoney(o.monthToDate);
    tile.exact = state.isEmpty() ? QString() : formatMoneyExact(o.monthToDate);
    if (closed) {
        tile.note1 = note(formatPeriod(days.first.startSeconds(), Interval::Month, days));
        tile.note2 = note(tr("%1 of %2 days final").arg(state.finalDays).arg(days.days()));
    } else if (o.monthForecast && o.monthForecast->isEstimate()) {
        const SpendForecast& f = *o.monthForecast;
        tile.note1 = {{tr("month end "), TextPart::Tone::Text3},
                      {formatMoneyShort(f.forecast), TextPart::Tone::Text2, true},
                      {tr(" forecast"), TextPart::Tone::Text3}};
        tile.note2 = note(f.low && f.high ? tr("80 %: %1 – %2").arg(formatMoneyShort(*f.low), formatMoneyShort(*f.high))
                                          : tr("too little known for an interval"));
    } else if (o.runRateMonthEnd) {
        tile.note1 = {{tr("month end "), TextPart::Tone::Text3},
                      {formatMoneyShort(*o.runRateMonthEnd), TextPart::Tone::Text2, true},
                      {tr(" at run rate"), TextPart::Tone::Text3}};
        tile.note2 = note(o.runRateFinalDays == 1 ? tr("from 1 final day")
                                                  : tr("from %n final days", nullptr, o.runRateFinalDays));
    } else {
        tile.note1 = note(state.isEmpty() ? tr("nothing fetched yet") : tr("no final day yet"));
        tile.note2 = note(tr("no run rate yet"));
    }
    if (!o.costFollowsFilter) tile.note2 = {{tr("all API keys"), TextPart::Tone::Warning, true}};
    const Completeness month{Dataset::Cost,     state.finalDays,  state.provisionalDays,
                             state.missingDays, state.failedDays, {}};
    tile.why = explain(o, {costReportName(), days, month, std::nullopt, filter.cost}, tile.title,
                       closed ? tr("Spend of the month that the period's last day lies in.")
                              : tr("Spend of the month that the period's last day lies in. Run rate: spend of final "
                                   "days ÷ number of final days × days of the month."),
                       tile.exact);
    if (!closed) addForecast(o, tile.why);
    if (o.runRateMonthEnd && !closed) {
        const int daysOfMonth = days.first.lastOfMonth() - days.first + 1;
        tile.why.facts.append({tr("Run rate"), tr("%1 of final days ÷ %2 × %3 days = %4")
                                                   .arg(formatMoney(o.runRateSpend))
                                                   .arg(o.runRateFinalDays)
                                                   .arg(daysOfMonth)
                                                   .arg(formatMoney(*o.runRateMonthEnd))});
    }
    return tile;
}

TileContent tokensTile(const Overview& o, const FilterWords& filter) {
    TileContent tile;
    tile.title = tr("Tokens");
    const bool known = !o.usage.isEmpty();
    const auto total = known ? totalTokens(o.tokens) : std::nullopt;
    tile.value = total ? formatTokens(*total) : dash();
    tile.exact = total ? formatCount(*total) : QString();
    const auto now = totalTokens(o.tokensOfWholeDays);
    const auto before = totalTokens(o.comparedTokens);
    QString sum;
    if (now && before) {
        const std::int64_t change = *now - *before;
        const QString tokens = formatTokensChange(change);
        tile.note1 = *before > 0 ? changeNote(change, formatPercentChange(change, *before), GoodWhen::Neither,
                                              o.comparesAllDays() ? tokens : beforeText(o, {}))
                                 : TextParts{{arrow(change) + tokens, toneOf(change, GoodWhen::Neither), true}};
        sum = arithmetic(formatCount(*now), formatCount(*before), formatCountChange(change));
    } else {
        tile.note1 = insteadOfChange(o.usage, o.usageComparability);
    }
    if (known) tile.note2 = note(tr("%1 of them output").arg(formatTokens(o.tokens.output)));
    tile.why = explain(o, {usageReportName(), o.range, o.usage, o.usageComparability, filter.usage}, tile.title,
                       tr("Uncached input + cache read + cache creation (5 minutes and 1 hour) + output. The kinds are "
                          "disjoint: nothing is counted twice."),
                       tile.exact, sum);
    if (o.priorityTierSeen) {
        tile.why.facts.append(
            {tr("Note"), tr("Priority Tier was used: it is billed elsewhere and not part of spend.")});
    }
    if (known) {
        tile.why.facts.append(
            {tr("Parts"),
             tr("%1 uncached input, %2 read, %3 written, %4 output")
                 .arg(formatCount(o.tokens.uncachedInput), formatCount(o.tokens.cacheRead),
                      formatCount(o.tokens.cacheCreation5m + o.tokens.cacheCreation1h), formatCount(o.tokens.output))});
    }
    return tile;
}

TileContent hitRatioTile(const Overview& o, const FilterWords& filter) {
    TileContent tile;
    tile.title = tr("Cache hit ratio");
    const bool known = !o.usage.isEmpty();
    const std::int64_t input = known ? totalInput(o.tokens).value_or(0) : 0;
    tile.value = formatPercent(o.tokens.cacheRead, input);  // a dash without any input
    tile.exact = input > 0 ? formatPercent(o.tokens.cacheRead, input, 4) : QString();
    const auto ratioOf = [](const std::optional<UsageMeasures>& tokens) {
        const auto all = totalInput(tokens);
        return all ? ratioPpm(tokens->cacheRead, *all) : std::nullopt;
    };
    const auto now = ratioOf(o.tokensOfWholeDays);
    const auto before = ratioOf(o.comparedTokens);
    QString sum;
    if (now && before) {
        const std::int64_t change = *now - *before;
        const QString percentNow = formatPercent(*now, 1'000'000);
        const QString percentBefore = formatPercent(*before, 1'000'000);
        tile.note1 = changeNote(change, formatPoints(change), GoodWhen::Higher, beforeText(o, percentBefore));
        sum = arithmetic(percentNow, percentBefore, formatPoints(change));
    } else {
        tile.note1 = insteadOfChange(o.usage, o.usageComparability);
    }
    if (known) tile.note2 = note(tr("%1 read from cache").arg(formatTokens(o.tokens.cacheRead)));
    tile.why = explain(o, {usageReportName(), o.range, o.usage, o.usageComparability, filter.usage}, tile.title,
                       tr("Cache read ÷ (cache read + cache creation + uncached input), sum over sum: never a mean of "
                          "days."),
                       tile.exact, sum);
    return tile;
}

QString priceSourceText(const Overview& o) {
    QString text = o.priceSource == PriceSource::OwnBill      ? tr("the organization's own bill")
                   : o.priceSource == PriceSource::NearestDay ? tr("own bill, some from a neighbouring day")
                   : o.priceSource == PriceSource::YourPrices
                       ? tr("own bill, and your prices where it has no price")
                       : tr("own bill, and the price book where it has no price");
    if (o.savingsAreEstimates) text += tr(" (partly an estimate)");
    return text;
}

TileContent savingTile(const Overview& o, const FilterWords& filter) {
    TileContent tile;
    tile.title = tr("Net cache savings");
    const bool known = o.savingsKnown && !o.usage.isEmpty();
    tile.value = known ? formatMoney(o.netSaving) : dash();
    tile.exact = known ? formatMoneyExact(o.netSaving) : QString();
    const auto change = difference(o.netSavingOfWholeDays, o.comparedNetSaving);
    // Both reports go in: the usage, and the bill that prices it.
    const Comparability comparability =
        o.usageComparability == Comparability::Yes ? o.costComparability : o.usageComparability;
    QString sum;
    if (change && known) {
        const QString dollars = formatMoneyChange(*change);
        tile.note1 = changeNote(change->nano(), percentOr(change->nano(), o.comparedNetSaving->nano(), dollars),
                                GoodWhen::Higher, beforeText(o, formatMoneyShort(*o.comparedNetSaving)));
        sum = arithmetic(formatMoney(*o.netSavingOfWholeDays), formatMoney(*o.comparedNetSaving), dollars);
    } else {
        tile.note1 = insteadOfChange(o.usage, comparability);
    }
    const int models = static_cast<int>(o.unpricedModels.size());
    if (o.usage.isEmpty()) {
        tile.note2 = {};
    } else if (models > 0) {
        tile.note2 = {{models == 1 ? tr("1 model") : tr("%n models", nullptr, models), TextPart::Tone::Warning, true},
                      {tr(" without a price"), TextPart::Tone::Text3}};
    } else if (o.losingCacheGroups > 0) {
        tile.note2 = {
            {tr("%1 of %2 groups").arg(o.losingCacheGroups).arg(o.cacheGroups), TextPart::Tone::Warning, true},
            {tr(" lose money"), TextPart::Tone::Text3}};
    } else {
        tile.note2 = note(o.cacheGroups > 0 ? tr("in all %1 groups").arg(o.cacheGroups) : tr("the cache is not used"));
    }
    tile.why =
        explain(o, {usageReportName(), o.range, o.usage, comparability, filter.usage}, tile.title,
                tr("Read saving − write premium: tokens read × (input price − read price), less tokens written × "
                   "(write price − input price). A group is a workspace and a model."),
                tile.exact, sum);
    if (!o.unpricedModels.empty()) {
        QStringList names;
        for (const QString& model : o.unpricedModels) names.append(modelDisplayName(model));
        tile.why.facts.append({tr("Left out"), tr("no price is known for %1").arg(names.join(QStringLiteral(", ")))});
    }
    if (known) {
        tile.why.facts.append({tr("Read saving"), formatMoney(o.readSaving)});
        tile.why.facts.append({tr("Write premium"), formatMoney(o.writePremium)});
        tile.why.facts.append({tr("Prices"), priceSourceText(o)});
    }
    return tile;
}

TileContent usersTile(const Overview& o) {
    TileContent tile;
    tile.title = tr("Claude Code users");
    const bool any = !o.claudeCode.isEmpty();
    tile.value = any ? formatCount(o.activeUsers) : dash();
    QString sum;
    if (o.activeUsersOfWholeDays && o.comparedActiveUsers && any) {
        const std::int64_t change = *o.activeUsersOfWholeDays - *o.comparedActiveUsers;
        const QString words = change == 0 ? tr("no change") : formatCountChange(change);
        tile.note1 = changeNote(change, words, GoodWhen::Neither, beforeText(o, formatCount(*o.comparedActiveUsers)));
        sum = arithmetic(formatCount(*o.activeUsersOfWholeDays), formatCount(*o.comparedActiveUsers),
                         formatCountChange(change));
    } else {
        tile.note1 = insteadOfChange(o.claudeCode, o.claudeCodeComparability);
    }
    const auto& failed = o.claudeCode.failed;
    tile.note2 = note(!any                 ? QString()
                      : o.isFiltered       ? tr("of all; filters do not apply")
                      : failed.empty()     ? tr("active in the period")
                      : failed.size() == 1 ? tr("active; %1 failed").arg(formatDay(failed.front()))
                                           : tr("active; %n days failed", nullptr, static_cast<int>(failed.size())));
    tile.why = explain(o, {tr("Claude Code report"), o.range, o.claudeCode, o.claudeCodeComparability, {}}, tile.title,
                       tr("Distinct people with at least one Claude Code session in the period. API keys that use "
                          "Claude Code are not counted. Filters do not apply."),
                       any ? formatCount(o.activeUsers) : QString(), sum);
    return tile;
}

}  // namespace

OverviewTiles overviewTiles(const Overview& o, const FilterWords& filter) {
    return {spendTile(o, filter),    monthTile(o, filter),  tokensTile(o, filter),
            hitRatioTile(o, filter), savingTile(o, filter), usersTile(o)};
}

}  // namespace tokenledger
