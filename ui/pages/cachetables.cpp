#include "ui/pages/cachetables.h"

#include "app/core/texts.h"
#include "charts/format.h"
#include "ui/pages/cachetexts.h"
#include "ui/pages/costtexts.h"

#include <algorithm>

namespace tokenledger {

namespace {

using Row = CacheBreakdown::Row;
constexpr std::int64_t Million = 1'000'000;

std::optional<std::int64_t> nano(const std::optional<Money>& amount) {
    return amount ? std::optional(amount->nano()) : std::nullopt;
}

std::optional<std::int64_t> negated(const std::optional<Money>& amount) {
    return amount ? std::optional(-amount->nano()) : std::nullopt;
}

/// How often one is read for each that is written.
DisplayCell timesCell(const std::optional<std::int64_t>& ppm) {
    if (!ppm) return numberCell(CellKind::Figure, std::nullopt);
    return {formatTimes(*ppm), {}, ppm, formatTimes(*ppm, 6)};
}

std::optional<std::int64_t> readsPerWrite(const Row& row) { return ratioPpm(row.tokens.cacheRead, row.written()); }

std::optional<std::int64_t> hitRatio(const UsageMeasures& tokens) {
    const auto input = tokens.totalInput();
    return input ? ratioPpm(tokens.cacheRead, *input) : std::nullopt;
}

QString stateText(const PeriodState& state) {
    if (state.failedDays > 0) return tr("failed");
    if (state.missingDays > 0) return tr("not fetched");
    return state.isProvisional() ? tr("provisional") : tr("final");
}

std::vector<DisplayColumn> groupColumns(const std::vector<Dimension>& by) {
    std::vector<DisplayColumn> columns;
    for (const Dimension dimension : by) {
        const bool model = dimension == Dimension::Model;
        columns.push_back({cacheDimensionTitle(dimension), model ? CellKind::Model : CellKind::Text, 0});
        columns.back().least = by.size() > 1 ? 108 : 160;
    }
    const auto add = [&columns](const QString& title, CellKind kind, int width, int givesWay) {
        columns.push_back({title, kind, width});
        columns.back().givesWay = givesWay;
    };
    add(tr("Hit ratio"), CellKind::Percent, 78, 0);
    add(tr("Read"), CellKind::Tokens, 82, 0);
    add(tr("Written 5m"), CellKind::Tokens, 90, 2);
    add(tr("Written 1h"), CellKind::Tokens, 90, 2);
    add(tr("Reads/write"), CellKind::Figure, 96, 0);
    add(tr("Break-even"), CellKind::Figure, 92, 0);
    add(tr("Read saving"), CellKind::Money, 104, 1);
    add(tr("Premium"), CellKind::Money, 96, 1);
    add(tr("Net saving"), CellKind::Money, 108, 0);
    columns.back().strong = true;
    add(tr("Price source"), CellKind::Text, 136, 0);
    return columns;
}

/// All cells of a line but those of its group.
void appendFigures(const Row& row, bool known, DisplayRow& line) {
    const auto tokens = [known](std::int64_t count) {
        return numberCell(CellKind::Tokens, known ? std::optional(count) : std::nullopt);
    };
    const auto money = [known](const std::optional<std::int64_t>& amount) {
        return numberCell(CellKind::Money, known ? amount : std::nullopt);
    };
    const CacheSavings& savings = row.savings;
    line.cells.push_back(numberCell(CellKind::Percent, hitRatio(row.tokens)));
    line.cells.push_back(tokens(row.tokens.cacheRead));
    line.cells.push_back(tokens(row.tokens.cacheCreation5m));
    line.cells.push_back(tokens(row.tokens.cacheCreation1h));
    line.cells.push_back(timesCell(readsPerWrite(row)));
    line.cells.push_back(timesCell(savings.breakEven));
    line.cells.push_back(money(nano(savings.readSaving)));
    line.cells.push_back(money(negated(savings.writePremium)));
    line.cells.push_back(money(nano(savings.netSaving)));
    line.cells.push_back(textCell(priceSourceText(savings)));
    if (known && row.usesCache() && !savings.netSaving) line.cells[line.cells.size() - 2].text = tr("unpriced");
}

QString keyOf(const Row& row) {
    QStringList ids;
    for (const CostValue& value : row.values) ids.append(value.id);
    return ids.join(QLatin1Char('\n'));  // which no id has
}

DisplayCell& cellAt(DisplayRow& line, std::size_t groups, CacheColumn column) {
    return line.cells[groups + static_cast<std::size_t>(column)];
}

/// Said in words, by colour and by a pill where the price source stands.
void markLoss(DisplayRow& line, std::size_t groups) {
    line.tone = DisplayRow::Tone::Bad;
    for (const CacheColumn column : {CacheColumn::ReadsPerWrite, CacheColumn::NetSaving}) {
        cellAt(line, groups, column).tone = DisplayCell::Tone::Bad;
    }
    DisplayCell& pill = cellAt(line, groups, CacheColumn::PriceSource);
    pill.pill = true;
    pill.text = tr("loses money");
}

}  // namespace

CacheEfficiencyData cacheChartData(const CacheBreakdown& b) {
    CacheEfficiencyData data;
    data.title = tr("Hit ratio, and tokens read and written");
    data.subtitle = cacheChartSubtitle(b.request.interval, b.range.days);
    data.range = b.range.days;
    data.interval = b.request.interval;
    data.gaps = b.gaps;
    data.notes = priceNotes(b);
    for (std::size_t i = 0; i < b.periods.size(); ++i) {
        data.periods.push_back({b.periods[i], b.states[i], periodNote(b.states[i], b.fetchedAt[i])});
        const UsageMeasures& m = b.perPeriod[i];
        // The builder has checked that the sum of all fits.
        data.values.push_back({m.cacheRead, m.cacheCreation5m + m.cacheCreation1h, m.totalInput().value_or(0)});
    }
    return data;
}

DisplayTable cacheChartTable(const CacheBreakdown& b) {
    DisplayTable table;
    table.columns = {{tr("Period"), CellKind::Text, 0},         {tr("Hit ratio"), CellKind::Percent, 92},
                     {tr("Read"), CellKind::Tokens, 108},       {tr("Written 5m"), CellKind::Tokens, 108},
                     {tr("Written 1h"), CellKind::Tokens, 108}, {tr("Uncached"), CellKind::Tokens, 108},
                     {tr("State"), CellKind::Text, 124}};
    const auto line = [](DisplayRow::Kind kind, const QString& first, const UsageMeasures& m, bool there,
                         const QString& state) {
        const auto tokens = [there](std::int64_t count) {
            return numberCell(CellKind::Tokens, there ? std::optional(count) : std::nullopt);
        };
        return DisplayRow{
            kind,
            {textCell(first), numberCell(CellKind::Percent, there ? hitRatio(m) : std::nullopt), tokens(m.cacheRead),
             tokens(m.cacheCreation5m), tokens(m.cacheCreation1h), tokens(m.uncachedInput), textCell(state)}};
    };
    UsageMeasures sum;
    bool fits = true;
    for (std::size_t i = 0; i < b.periods.size(); ++i) {
        table.rows.push_back(line(DisplayRow::Kind::Normal,
                                  formatPeriod(b.periods[i], b.request.interval, b.range.days), b.perPeriod[i],
                                  !b.states[i].isEmpty(), stateText(b.states[i])));
        fits = sum.add(b.perPeriod[i]) && fits;
    }
    table.total = line(DisplayRow::Kind::Total, tr("Total"), sum, fits && !b.range.usage.isEmpty(), {});
    table.basis = cacheState(b.range);
    return table;
}

DisplayTable cacheGroupsTable(const CacheBreakdown& b, CacheRows which) {
    const std::vector<Dimension>& by = b.request.by;
    DisplayTable table;
    table.columns = groupColumns(by);
    table.summed = static_cast<int>(by.size()) + static_cast<int>(CacheColumn::NetSaving);
    table.basis = cacheState(b.table);
    std::vector<ValueTitles> titles;
    for (std::size_t i = 0; i < by.size(); ++i) {
        std::vector<CostValue> values;
        for (const Row& row : b.rows) {
            if (std::find(values.begin(), values.end(), row.values[i]) == values.end()) values.push_back(row.values[i]);
        }
        titles.emplace_back(by[i], values);
    }
    for (const Row& row : b.rows) {
        if (which == CacheRows::Losing && !row.savings.losesMoney()) continue;
        DisplayRow line{DisplayRow::Kind::Normal, {}};
        line.key = keyOf(row);
        for (std::size_t i = 0; i < by.size(); ++i) {
            line.cells.push_back({titles[i].of(row.values[i]), row.values[i].id, std::nullopt});
        }
        appendFigures(row, true, line);
        if (row.savings.losesMoney()) markLoss(line, by.size());
        table.rows.push_back(std::move(line));
    }
    if (which == CacheRows::Losing) return table;
    DisplayRow total{DisplayRow::Kind::Total, {textCell(tr("Total"))}};
    if (by.size() > 1) total.cells.push_back(textCell({}));
    appendFigures(b.sum, !b.table.usage.isEmpty(), total);
    table.total = std::move(total);
    return table;
}

const CacheBreakdown::Row* cacheRowOf(const CacheBreakdown& b, const QString& key) {
    const auto found = std::find_if(b.rows.begin(), b.rows.end(), [&key](const Row& row) { return keyOf(row) == key; });
    return found == b.rows.end() ? nullptr : &*found;
}

Table cacheGroupsExport(const CacheBreakdown& b) {
    Table table;
    table.report = QStringLiteral("cache");
    table.range = b.table.days;
    table.interval = Interval::Total;
    for (const Dimension dimension : b.request.by) {
        table.columns.push_back({dimensionName(dimension), ColumnType::Text, {}});
    }
    const auto add = [&table](const char* name, ColumnType type, const char* unit) {
        table.columns.push_back({QLatin1String(name), type, QLatin1String(unit)});
    };
    for (const char* tokens :
         {"cache_read_tokens", "cache_creation_5m_tokens", "cache_creation_1h_tokens", "uncached_input_tokens"}) {
        add(tokens, ColumnType::Integer, "tokens");
    }
    for (const char* ratio : {"cache_hit_ratio", "reads_per_write", "break_even_reads_per_write"}) {
        add(ratio, ColumnType::Ratio, "");
    }
    for (const char* money : {"read_saving_usd", "write_premium_usd", "net_saving_usd"}) {
        add(money, ColumnType::Money, "USD");
    }
    add("price_source", ColumnType::Text, "");
    const auto money = [](const std::optional<Money>& amount) { return amount ? Cell(*amount) : Cell(); };
    const auto ratio = [](std::int64_t above, std::int64_t below) {
        return below != 0 ? Cell(Ratio{above, below}) : Cell();
    };
    for (const Row& row : b.rows) {
        std::vector<Cell> cells;
        for (const CostValue& value : row.values) cells.emplace_back(value.name);
        const UsageMeasures& m = row.tokens;
        for (const std::int64_t tokens : {m.cacheRead, m.cacheCreation5m, m.cacheCreation1h, m.uncachedInput}) {
            cells.emplace_back(tokens);
        }
        cells.push_back(ratio(m.cacheRead, m.totalInput().value_or(0)));
        cells.push_back(ratio(m.cacheRead, row.written()));
        cells.push_back(row.savings.breakEven ? Cell(Ratio{*row.savings.breakEven, Million}) : Cell());
        for (const auto& amount : {row.savings.readSaving, row.savings.writePremium, row.savings.netSaving}) {
            cells.push_back(money(amount));
        }
        cells.emplace_back(priceSourceId(row.savings));
        table.rows.push_back(std::move(cells));
    }
    table.completeness = {b.table.usage, b.table.cost};
    table.asOf = std::min(b.table.asOf, b.table.costAsOf);  // an invalid time is the earliest of all
    table.notes = b.notes;
    return table;
}

}  // namespace tokenledger
