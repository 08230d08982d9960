#include "ui/pages/overviewtexts.h"

#include "charts/format.h"
#include "charts/palette.h"

#include <QCoreApplication>

#include <algorithm>

namespace tokenledger {

namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("Overview", text, nullptr, n); }

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

std::optional<Money> difference(Money now, const std::optional<Money>& before) {
    return before ? valueOf(subtract(now, *before)) : std::nullopt;
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
    return {{arrow(change) + inWords, toneOf(change, good), true},
            {QStringLiteral(" · ") + beside, TextPart::Tone::Text3}};
}

TextParts note(const QString& text) { return {{text, TextPart::Tone::Text3}}; }

/// What a tile says instead of a change when there is nothing to compare with.
TextParts daysNote(const Completeness& completeness) {
    const int present = completeness.finalDays + completeness.provisionalDays;
    return {{tr("%1 of %2 days").arg(present).arg(completeness.days())}};
}

TextParts noComparison(const Overview& o) {
    return note(o.cost.isComplete() ? tr("no comparison") : tr("no comparison yet"));
}

QString dataSource(const Overview& o, const QString& report) {
    return o.asOf.isValid() ? tr("%1, from the cache, as of %2").arg(report, formatTime(o.asOf)) : report;
}

Explanation explain(const Overview& o, const QString& title, const QString& formula, const QString& exact,
                    const QString& report, const Completeness& completeness) {
    Explanation why{title, formula, {}};
    if (!exact.isEmpty()) why.facts.append({tr("Exact value"), exact});
    why.facts.append({tr("Range"), formatRange(o.range) + tr(", whole UTC days")});
    if (o.compared) why.facts.append({tr("Compared with"), formatRange(*o.compared)});
    why.facts.append({tr("Source"), dataSource(o, report)});
    why.facts.append({tr("Complete"), daysInWords(completeness)});
    return why;
}

QString costReport() { return tr("Cost report"); }
QString usageReport() { return tr("Messages usage report"); }

TileContent spendTile(const Overview& o) {
    TileContent tile;
    const auto covered = coveredRange(o, o.costStates);
    tile.title =
        !o.cost.isComplete() && covered ? tr("Spend, %1").arg(formatRangeShort(*covered)) : tr("Spend in period");
    tile.value = formatMoney(o.spend);
    tile.exact = formatMoneyExact(o.spend);
    if (const auto change = difference(o.spend, o.comparedSpend)) {
        const std::int64_t nano = change->nano();
        tile.note1 = changeNote(nano, formatPercentChange(nano, o.comparedSpend->nano()), GoodWhen::Lower,
                                formatMoneyChange(*change));
        tile.note2 = note(tr("%1 before").arg(formatMoney(*o.comparedSpend)));
    } else {
        tile.note1 = daysNote(o.cost);
        tile.note2 = noComparison(o);
    }
    if (!o.costFollowsFilter) tile.note2 = {{tr("all API keys"), TextPart::Tone::Warning, true}};
    tile.why = explain(o, tile.title,
                       tr("The sum of the cost report's amounts, all cost types, credits included. Priority Tier is "
                          "billed elsewhere and not in it."),
                       tile.exact, costReport(), o.cost);
    return tile;
}

TileContent monthTile(const Overview& o) {
    TileContent tile;
    tile.title = tr("Month to date");
    tile.value = formatMoney(o.monthToDate);
    tile.exact = formatMoneyExact(o.monthToDate);
    if (o.runRateMonthEnd) {
        tile.note1 = {{tr("month end "), TextPart::Tone::Text3},
                      {formatMoneyShort(*o.runRateMonthEnd), TextPart::Tone::Text2, true},
                      {tr(" at run rate"), TextPart::Tone::Text3}};
        tile.note2 =
            note(o.runRateFinalDays == 1 ? tr("from 1 final day") : tr("from %n final days", o.runRateFinalDays));
    } else {
        tile.note1 = note(tr("no final day yet"));
        tile.note2 = note(tr("no run rate yet"));
    }
    Completeness month;
    month.finalDays = o.monthToDateState.finalDays;
    month.provisionalDays = o.monthToDateState.provisionalDays;
    month.missingDays = o.monthToDateState.missingDays;
    month.failedDays = o.monthToDateState.failedDays;
    tile.why = explain(o, tile.title,
                       tr("Spend of the month that the period's last day lies in. Run rate: spend of final days ÷ "
                          "number of final days × days of the month."),
                       tile.exact, costReport(), month);
    tile.why.facts[1].second = formatRange({o.range.last.firstOfMonth(), o.range.last}) + tr(", whole UTC days");
    if (o.runRateMonthEnd) tile.why.facts.append({tr("Run rate"), formatMoney(*o.runRateMonthEnd)});
    return tile;
}

TileContent tokensTile(const Overview& o) {
    TileContent tile;
    tile.title = tr("Tokens");
    const auto total = o.tokens.totalTokens();
    tile.value = total ? formatTokens(*total) : QStringLiteral("–");
    tile.exact = total ? formatCount(*total) : QString();
    const auto before = totalTokens(o.comparedTokens);
    if (total && before) {
        const std::int64_t change = *total - *before;
        tile.note1 =
            changeNote(change, formatPercentChange(change, *before), GoodWhen::Neither, formatTokensChange(change));
    } else {
        tile.note1 = daysNote(o.usage);
    }
    tile.note2 = note(tr("%1 of them output").arg(formatTokens(o.tokens.output)));
    tile.why = explain(o, tile.title,
                       tr("Uncached input + cache read + cache creation (5 minutes and 1 hour) + output. The kinds are "
                          "disjoint: nothing is counted twice."),
                       tile.exact, usageReport(), o.usage);
    if (o.priorityTierSeen) {
        tile.why.facts.append(
            {tr("Note"), tr("Priority Tier was used: it is billed elsewhere and not part of spend.")});
    }
    tile.why.facts.append({tr("Parts"), tr("%1 uncached input, %2 read, %3 written, %4 output")
                                            .arg(formatCount(o.tokens.uncachedInput), formatCount(o.tokens.cacheRead),
                                                 formatCount(o.tokens.cacheCreation5m + o.tokens.cacheCreation1h),
                                                 formatCount(o.tokens.output))});
    return tile;
}

TileContent hitRatioTile(const Overview& o) {
    TileContent tile;
    tile.title = tr("Cache hit ratio");
    const auto input = o.tokens.totalInput();
    const auto ratio = input ? ratioPpm(o.tokens.cacheRead, *input) : std::nullopt;
    tile.value = input ? formatPercent(o.tokens.cacheRead, *input) : QStringLiteral("–");
    tile.exact = input ? formatPercent(o.tokens.cacheRead, *input, 4) : QString();
    const auto inputBefore = totalInput(o.comparedTokens);
    const auto before = inputBefore ? ratioPpm(o.comparedTokens->cacheRead, *inputBefore) : std::nullopt;
    if (ratio && before) {
        const std::int64_t change = *ratio - *before;
        tile.note1 = changeNote(change, formatPoints(change), GoodWhen::Higher,
                                tr("%1 before").arg(formatPercent(o.comparedTokens->cacheRead, *inputBefore)));
    } else {
        tile.note1 = daysNote(o.usage);
    }
    tile.note2 = note(tr("%1 read from cache").arg(formatTokens(o.tokens.cacheRead)));
    tile.why = explain(o, tile.title,
                       tr("Cache read ÷ (cache read + cache creation + uncached input), sum over sum: never a mean of "
                          "days."),
                       tile.exact, usageReport(), o.usage);
    return tile;
}

QString priceSourceText(const Overview& o) {
    QString text = o.priceSource == PriceSource::OwnBill ? tr("the organization's own bill")
                   : o.priceSource == PriceSource::NearestDay
                       ? tr("own bill, some from a neighbouring day")
                       : tr("own bill, and the price book where it has no price");
    if (o.savingsAreEstimates) text += tr(" (partly an estimate)");
    return text;
}

TileContent savingTile(const Overview& o) {
    TileContent tile;
    tile.title = tr("Net cache savings");
    tile.value = o.savingsKnown ? formatMoney(o.netSaving) : QStringLiteral("–");
    tile.exact = o.savingsKnown ? formatMoneyExact(o.netSaving) : QString();
    const auto change = difference(o.netSaving, o.comparedNetSaving);
    if (change && o.savingsKnown) {
        tile.note1 = changeNote(change->nano(), formatPercentChange(change->nano(), o.comparedNetSaving->nano()),
                                GoodWhen::Higher, tr("%1 before").arg(formatMoneyShort(*o.comparedNetSaving)));
    } else {
        tile.note1 = daysNote(o.usage);
    }
    const int models = static_cast<int>(o.unpricedModels.size());
    if (models > 0) {
        tile.note2 = {{models == 1 ? tr("1 model") : tr("%n models", models), TextPart::Tone::Warning, true},
                      {tr(" without a price"), TextPart::Tone::Text3}};
    } else if (o.losingCacheGroups > 0) {
        tile.note2 = {
            {tr("%1 of %2 groups").arg(o.losingCacheGroups).arg(o.cacheGroups), TextPart::Tone::Warning, true},
            {tr(" lose money"), TextPart::Tone::Text3}};
    } else {
        tile.note2 = note(o.cacheGroups > 0 ? tr("in all %1 groups").arg(o.cacheGroups) : tr("the cache is not used"));
    }
    tile.why =
        explain(o, tile.title,
                tr("Read saving − write premium: tokens read × (input price − read price), less tokens written × "
                   "(write price − input price). A group is a workspace and a model."),
                tile.exact, usageReport(), o.usage);
    if (!o.unpricedModels.empty()) {
        QStringList names;
        for (const QString& model : o.unpricedModels) names.append(modelDisplayName(model));
        tile.why.facts.append({tr("Left out"), tr("no price is known for %1").arg(names.join(QStringLiteral(", ")))});
    }
    if (o.savingsKnown) {
        tile.why.facts.append({tr("Read saving"), formatMoney(o.readSaving)});
        tile.why.facts.append({tr("Write premium"), formatMoney(o.writePremium)});
        tile.why.facts.append({tr("Prices"), priceSourceText(o)});
    }
    return tile;
}

TileContent usersTile(const Overview& o) {
    TileContent tile;
    tile.title = tr("Claude Code users");
    const bool any = o.claudeCode.finalDays + o.claudeCode.provisionalDays > 0;
    tile.value = any ? formatCount(o.activeUsers) : QStringLiteral("–");
    if (o.comparedActiveUsers && any) {
        const std::int64_t change = o.activeUsers - *o.comparedActiveUsers;
        const QString words = change == 0 ? tr("no change") : formatCountChange(change);
        tile.note1 =
            changeNote(change, words, GoodWhen::Neither, tr("%1 before").arg(formatCount(*o.comparedActiveUsers)));
    } else {
        tile.note1 = daysNote(o.claudeCode);
    }
    const auto& failed = o.claudeCode.failed;
    tile.note2 = note(failed.empty()       ? tr("active in the period")
                      : failed.size() == 1 ? tr("active; %1 failed").arg(formatDay(failed.front()))
                                           : tr("active; %n days failed", static_cast<int>(failed.size())));
    tile.why = explain(o, tile.title,
                       tr("Distinct people with at least one Claude Code session in the period. API keys that use "
                          "Claude Code are not counted. Filters do not apply."),
                       any ? formatCount(o.activeUsers) : QString(), tr("Claude Code report"), o.claudeCode);
    return tile;
}

QString daysText(int days) { return days == 1 ? tr("1 day") : tr("%n days", days); }

QString daysFailed(const QString& dataset, int days) { return tr("%1: %2 failed").arg(dataset, daysText(days)); }

QString againstSentence(const Overview& o) {
    const auto change = difference(o.spend, o.comparedSpend);
    const QString against = o.compared ? formatRangeShort(*o.compared) : QString();
    if (!change || change->isZero()) return tr("Spend is the same as in %1.").arg(against);
    const Money size = Money::fromNano(std::abs(change->nano()));
    const bool fell = change->isNegative();
    QString percent = formatPercent(size.nano(), o.comparedSpend->nano());
    QString sentence = fell ? tr("Spend fell %1 (%2) against %3").arg(formatMoney(size), percent, against)
                            : tr("Spend rose %1 (%2) against %3").arg(formatMoney(size), percent, against);
    const auto tokens = o.tokens.totalTokens();
    const auto before = totalTokens(o.comparedTokens);
    if (tokens && before && fell && *tokens > *before) sentence += tr(", while tokens grew");
    if (tokens && before && !fell && *tokens < *before) sentence += tr(", while tokens fell");
    return sentence + QLatin1Char('.');
}

}  // namespace

std::optional<DateRange> coveredRange(const Overview& o, const std::vector<PeriodState>& states) {
    for (std::size_t i = 0; i < o.periods.size() && i < states.size(); ++i) {
        const PeriodState& state = states[i];
        if (state.isEmpty()) continue;
        const DateRange days = daysOf(o.periods[i], o.interval, o.range);
        // Fetched newest first: the days that are there end the first period that has any.
        return DateRange{days.last - (state.presentDays() + state.failedDays - 1), o.range.last};
    }
    return std::nullopt;
}

QString daysInWords(const Completeness& completeness) {
    QString text = tr("%1 of %2 final").arg(QString::number(completeness.finalDays), daysText(completeness.days()));
    if (completeness.provisionalDays > 0) text += tr(", %1 provisional").arg(completeness.provisionalDays);
    if (completeness.missingDays > 0) text += tr(", %1 not fetched yet").arg(completeness.missingDays);
    if (completeness.failedDays > 0) text += tr(", %1 failed").arg(completeness.failedDays);
    return text;
}

QString failedText(const Overview& o) {
    QStringList parts;
    if (o.cost.failedDays > 0) parts.append(daysFailed(tr("Cost"), o.cost.failedDays));
    if (o.usage.failedDays > 0) parts.append(daysFailed(tr("Usage"), o.usage.failedDays));
    if (o.claudeCode.failedDays > 0) parts.append(daysFailed(tr("Claude Code"), o.claudeCode.failedDays));
    return parts.join(QStringLiteral(", "));
}

QString overviewSentence(const Overview& o) {
    const int present = o.cost.finalDays + o.cost.provisionalDays;
    const auto covered = coveredRange(o, o.costStates);
    if (present == 0 || !covered) return tr("Nothing has been fetched for %1 yet.").arg(formatRange(o.range));
    if (!o.cost.isComplete()) {
        const QString here = tr("%1 of %2 days are here. ").arg(present).arg(o.cost.days());
        if (covered->first > o.range.first) {
            return here +
                   tr("Figures below cover %1 only until the others are fetched.").arg(formatRangeShort(*covered));
        }
        return here + tr("The missing days are gaps below, not zeros.");
    }
    if (o.comparedSpend && o.compared) return againstSentence(o);
    return tr("Spend was %1 in %2.").arg(formatMoney(o.spend), daysText(o.range.days()));
}

OverviewTiles overviewTiles(const Overview& o) {
    return {spendTile(o), monthTile(o), tokensTile(o), hitRatioTile(o), savingTile(o), usersTile(o)};
}

}  // namespace tokenledger
