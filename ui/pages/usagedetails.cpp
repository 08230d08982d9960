#include "ui/pages/usagedetails.h"

#include "app/core/texts.h"
#include "app/profiles.h"
#include "app/reports/keyfacts.h"
#include "charts/format.h"
#include "ui/pages/costtexts.h"
#include "ui/pages/overviewtexts.h"
#include "ui/pages/usagecharts.h"
#include "ui/pages/usagetexts.h"

#include <algorithm>

namespace tokenledger {

namespace {

constexpr int TokensWidth = 84;
constexpr int ShareWidth = 78;
constexpr int AgeWidth = 84;
constexpr int LastUseWidth = 172;  // "not since 20 Oct 2025"
constexpr int LeastName = 104;
constexpr int LayerWidth = 112;

QString keysText(int keys) { return keys == 1 ? tr("1 key") : tr("%n keys", nullptr, keys); }

std::vector<CostValue> namesOf(const KeyUsage& keys) {
    std::vector<CostValue> values;
    for (const auto& each : keys.used) values.push_back(each.key);
    for (const auto& each : keys.idle) {
        if (std::find(values.begin(), values.end(), each.key) == values.end()) values.push_back(each.key);
    }
    return values;
}

DisplayCell knownOrDash(const std::optional<QString>& text) { return textCell(text.value_or(QStringLiteral("–"))); }

DisplayCell lastUseCell(const KeyUsage& keys, const KeyUsage::IdleKey& idle) {
    // Sorted by the day; what was never used comes before all.
    if (idle.lastUsedOn) {
        const QString iso = idle.lastUsedOn->toIso();
        return {formatDayWithYear(*idle.lastUsedOn), {}, idle.lastUsedOn->number(), iso};
    }
    if (idle.neverUsed) return {tr("never"), {}, 0, tr("never")};
    const QString text = tr("not since %1").arg(formatDayWithYear(keys.knownFrom));
    return {text, {}, 1, text};
}

QString withFetched(const QString& source, const QDateTime& fetchedAt) {
    const QString fetched = fetchedText(fetchedAt);
    return fetched.isEmpty() ? source : QString(source + QStringLiteral(", ") + fetched);
}

}  // namespace

DisplayTable topKeysTable(const KeyUsage& keys) {
    DisplayTable table;
    table.columns = {{tr("Key"), CellKind::Text, 0}, {tr("Workspace"), CellKind::Text, 0}};
    for (DisplayColumn& column : table.columns) column.least = LeastName;
    table.columns.push_back({tr("Tokens"), CellKind::Tokens, TokensWidth});
    table.columns.back().strong = true;
    table.columns.push_back({tr("Share"), CellKind::Percent, ShareWidth, 2});
    table.summed = 2;
    table.basis = daysInWords(keys.completeness);
    const ValueTitles titles(Dimension::ApiKey, namesOf(keys));
    for (const auto& each : keys.used) {
        table.rows.push_back(
            {DisplayRow::Kind::Normal,
             {textCell(titles.of(each.key)), knownOrDash(each.workspace), numberCell(CellKind::Tokens, each.tokens),
              numberCell(CellKind::Percent, ratioPpm(each.tokens, keys.tokens))}});
    }
    const auto total = keys.completeness.isEmpty() ? std::nullopt : std::optional(keys.tokens);
    table.total = DisplayRow{DisplayRow::Kind::Total,
                             {textCell(tr("Total")), textCell({}), numberCell(CellKind::Tokens, total),
                              numberCell(CellKind::Percent, total ? ratioPpm(*total, *total) : std::nullopt)}};
    return table;
}

QString topKeysSubtitle(const KeyUsage& keys) {
    if (keys.completeness.isEmpty()) return tr("nothing fetched yet");
    const QString used = tr("%1 in use").arg(keysText(keys.keysInUse));
    std::optional<int> least;
    std::optional<int> most;
    for (const auto& count : keys.keysPerDay) {
        if (!count) continue;
        least = std::min(least.value_or(*count), *count);
        most = std::max(most.value_or(*count), *count);
    }
    if (!least || keys.keysPerDay.size() < 2) return used;
    if (*least == *most) return tr("%1, %2 on each day").arg(used).arg(*least);
    return tr("%1, %2 to %3 on a day").arg(used).arg(*least).arg(*most);
}

Explanation whyTopKeys(const KeyUsage& keys) {
    Explanation why{tr("Top keys"),
                    tr("Tokens of all kinds by API key. Use without a key, in the Console and the Workbench, is one "
                       "row. A key is in use on a day with tokens of it."),
                    {{tr("Range"), tr("%1, whole UTC days").arg(formatRange(keys.request.range))}}};
    if (keys.keysPerDay.empty()) {
        why.facts.append({tr("Keys a day"), tr("counted for periods of at most %1 days").arg(MostKeyDays)});
    }
    const QString filter = usageFilterText(keys.request.where);
    if (!filter.isEmpty()) why.facts.append({tr("Filter"), filter});
    why.facts.append({tr("Source"), withFetched(tr("Messages usage report, from the cache"), keys.asOf)});
    why.facts.append({tr("Complete"), daysInWords(keys.completeness)});
    return why;
}

DisplayTable idleKeysTable(const KeyUsage& keys) {
    DisplayTable table;
    table.columns = {
        {tr("Key"), CellKind::Text, 0}, {tr("Workspace"), CellKind::Text, 0}, {tr("Owner"), CellKind::Text, 0}};
    for (DisplayColumn& column : table.columns) column.least = LeastName;
    table.columns.push_back({tr("Age, days"), CellKind::Count, AgeWidth});
    table.columns.back().givesWay = 1;
    table.columns.push_back({tr("Last used"), CellKind::Figure, LastUseWidth});
    const ValueTitles titles(Dimension::ApiKey, namesOf(keys));
    for (const auto& each : keys.idle) {
        table.rows.push_back(
            {DisplayRow::Kind::Normal,
             {textCell(titles.of(each.key)), textCell(each.workspace), knownOrDash(each.owner),
              numberCell(CellKind::Count, keyAge(each.created, keys.request.now)), lastUseCell(keys, each)}});
    }
    return table;
}

QString idleKeysSubtitle(const KeyUsage& keys) {
    const QString since = tr("active, without tokens since %1").arg(formatDayWithYear(keys.watched.first));
    const Completeness& c = keys.watchedDays;
    if (c.isEmpty() || c.isComplete()) return since;
    return tr("%1; %2 of %3 days known").arg(since).arg(c.presentDays()).arg(c.days());
}

QString idleKeysSentence(const KeyUsage& keys) {
    if (!keys.listedAt.isValid()) return tr("The list of API keys has not been fetched yet.");
    if (keys.watchedDays.isEmpty()) {
        return tr("No usage has been fetched since %1, so that nobody knows which keys lie idle.")
            .arg(formatDayWithYear(keys.watched.first));
    }
    if (!keys.idle.empty()) return {};
    if (keys.activeKeys == 0) return tr("No active key is listed here.");
    const QString since = formatDayWithYear(keys.watched.first);
    return keys.activeKeys == 1 ? tr("The one active key has been used since %1.").arg(since)
                                : tr("All %1 active keys have been used since %2.").arg(keys.activeKeys).arg(since);
}

Explanation whyIdleKeys(const KeyUsage& keys) {
    Explanation why{
        tr("Unused and idle keys"),
        tr("Keys that the newest list names as active, and that have no tokens since the first day of the "
           "period. Inactive, expired and archived keys are not called idle. Last used: the last day with "
           "tokens in the cache."),
        {{tr("Range"), tr("%1, whole UTC days").arg(formatRange(keys.watched))},
         {tr("Known from"), tr("%1; what was before is not in the cache").arg(formatDayWithYear(keys.knownFrom))}}};
    if (!keys.idleFollowsAll) {
        why.facts.append({tr("Filter"), tr("of models, tiers and context windows does not apply: it says nothing of a "
                                           "key that is not used")});
    }
    why.facts.append({tr("Source"), withFetched(tr("List of API keys"), keys.listedAt)});
    why.facts.append({tr("Complete"), daysInWords(keys.watchedDays)});
    return why;
}

Table idleKeysReport(const KeyUsage& keys) {
    Table table;
    table.report = QStringLiteral("idle-keys");
    table.range = keys.watched;
    table.interval = Interval::Total;
    for (const char* name : {"id", "name", "workspace", "owner", "created_on", "last_used_on"}) {
        table.columns.push_back({QLatin1String(name), ColumnType::Text, {}});
    }
    table.columns.push_back({QStringLiteral("age_days"), ColumnType::Integer, QStringLiteral("days")});
    table.columns.push_back({QStringLiteral("never_used"), ColumnType::Text, {}});
    for (const auto& each : keys.idle) {
        const auto age = keyAge(each.created, keys.request.now);
        table.rows.push_back({each.key.id, each.key.name, each.workspace, each.owner ? Cell(*each.owner) : Cell(),
                              each.created.isValid() ? Cell(UtcDay::fromDateTime(each.created).toIso()) : Cell(),
                              each.lastUsedOn ? Cell(each.lastUsedOn->toIso()) : Cell(), age ? Cell(*age) : Cell(),
                              each.neverUsed ? QStringLiteral("yes") : QStringLiteral("no")});
    }
    table.completeness = {keys.watchedDays};
    table.asOf = keys.listedAt;
    table.incompleteList = !keys.listedAt.isValid();
    return table;
}

CostTrendData hoursChartData(const HourlyUsage& hours, const ValueColours& colours) {
    CostTrendData data;
    data.kind = ValueKind::Tokens;
    data.family = ColourFamily::Others;
    data.title = tr("Tokens by hour");
    data.subtitle = usageSubtitle(Interval::Hour);
    data.emptyText = tr("No tokens in these hours");
    data.range = hours.request.days;
    data.interval = Interval::Hour;
    data.gaps = hours.gaps;
    data.totalLine = false;
    for (std::size_t i = 0; i < hours.hours.size(); ++i) {
        data.periods.push_back({hours.hours[i], hours.states[i], periodNote(hours.states[i], hours.fetchedAt[i])});
    }
    const ValueTitles titles(Dimension::TokenType, {});
    for (const TokenKind kind : AllTokenKinds) {
        if (tokensOf(hours.tokens, kind) == 0) continue;
        const QString id = tokenKindId(kind);
        ChartLayer layer{id, titles.of({id, id}), colours.slotOf(dimensionName(Dimension::TokenType), id), {}};
        for (const UsageMeasures& each : hours.perHour) layer.values.push_back(tokensOf(each, kind));
        data.layers.push_back(std::move(layer));
    }
    return data;
}

DisplayTable hoursTable(const HourlyUsage& hours) {
    DisplayTable table;
    table.columns.push_back({tr("Hour"), CellKind::Text, 0});
    const ValueTitles titles(Dimension::TokenType, {});
    for (const TokenKind kind : AllTokenKinds) {
        table.columns.push_back({titles.of({tokenKindId(kind), {}}), CellKind::Tokens, LayerWidth});
    }
    table.columns.push_back({tr("Total"), CellKind::Tokens, TokensWidth});
    table.columns.back().strong = true;
    table.columns.push_back({tr("State"), CellKind::Text, LayerWidth});
    const auto rowOf = [](const QString& name, const std::optional<UsageMeasures>& tokens, const QString& state) {
        DisplayRow row{DisplayRow::Kind::Normal, {textCell(name)}};
        for (const TokenKind kind : AllTokenKinds) {
            row.cells.push_back(
                numberCell(CellKind::Tokens, tokens ? std::optional(tokensOf(*tokens, kind)) : std::nullopt));
        }
        row.cells.push_back(numberCell(CellKind::Tokens, tokens ? std::optional(totalTokens(*tokens)) : std::nullopt));
        row.cells.push_back(textCell(state));
        return row;
    };
    for (std::size_t i = 0; i < hours.hours.size(); ++i) {
        const bool there = !hours.states[i].isEmpty();
        table.rows.push_back(rowOf(formatPeriod(hours.hours[i], Interval::Hour, hours.request.days),
                                   there ? std::optional(hours.perHour[i]) : std::nullopt,
                                   periodStateText(hours.states[i])));
    }
    table.total = rowOf(tr("Total"), hours.completeness.isEmpty() ? std::nullopt : std::optional(hours.tokens), {});
    table.total->kind = DisplayRow::Kind::Total;
    table.basis = daysInWords(hours.completeness);
    return table;
}

QString hoursSubtitle(const HourlyUsage& hours, Interval shown) {
    const QString days =
        tr("%1, %2, whatever the period above").arg(usageSubtitle(shown), formatRangeShort(hours.request.days));
    const Completeness& c = hours.completeness;
    return c.isComplete() ? days : tr("%1; hours of %2 of %3 days").arg(days).arg(c.presentDays()).arg(c.days());
}

Explanation whyHours(const HourlyUsage& hours) {
    Explanation why{tr("Tokens by hour"),
                    tr("Tokens of all kinds by UTC hour, as the API gives them by the hour: a report of its own beside "
                       "that of the days."),
                    {{tr("Exact value"), formatCount(totalTokens(hours.tokens))},
                     {tr("Range"), tr("%1, whole UTC days").arg(formatRange(hours.request.days))}}};
    const QString filter = usageFilterText(hours.request.where);
    if (!filter.isEmpty()) why.facts.append({tr("Filter"), filter});
    why.facts.append({tr("Source"), withFetched(tr("Messages usage report by the hour, from the cache"), hours.asOf)});
    why.facts.append({tr("Complete"), daysInWords(hours.completeness)});
    return why;
}

NoHours noHours(const DateRange& days, Session::Kind kind, const QString& profile) {
    QString command = QStringLiteral("tokenledger-cli sync");
    if (kind == Session::Kind::Sample) command += QStringLiteral(" --sample");
    if (kind == Session::Kind::Live && !profile.isEmpty() && profile != Profiles::defaultName()) {
        command += QStringLiteral(" --profile ") + profile;
    }
    command += QStringLiteral(" --datasets usage --bucket-width 1h --since ") + days.first.toIso();
    return {kind == Session::Kind::ReadOnly
                ? tr("This cache has no usage by the hour of the last 7 days. Whoever keeps it can fetch that with "
                     "the command line:")
                : tr("This cache has no usage by the hour of the last 7 days. The command line fetches it:"),
            command};
}

}  // namespace tokenledger
