#include "app/reports/usagebreakdown.h"

#include "app/reports/rowbuilder.h"

#include <algorithm>
#include <map>

namespace tokenledger {

namespace {

std::int64_t& fieldOf(UsageMeasures& measures, TokenKind kind) {
    switch (kind) {
        case TokenKind::CacheRead:
            return measures.cacheRead;
        case TokenKind::CacheWrite5m:
            return measures.cacheCreation5m;
        case TokenKind::CacheWrite1h:
            return measures.cacheCreation1h;
        case TokenKind::Output:
            return measures.output;
        case TokenKind::UncachedInput:
            break;
    }
    return measures.uncachedInput;
}

/// Sums which remember whether they fit.
class Sums {
public:
    void add(std::int64_t& sum, std::int64_t tokens) { m_fits = !__builtin_add_overflow(sum, tokens, &sum) && m_fits; }
    void add(std::optional<std::int64_t>& sum, std::int64_t tokens) {
        if (!sum) sum = 0;
        add(*sum, tokens);
    }
    void add(UsageMeasures& sum, const UsageMeasures& more) { m_fits = sum.add(more) && m_fits; }
    void add(std::optional<UsageMeasures>& sum, const UsageMeasures& more) {
        if (!sum) sum = UsageMeasures();
        add(*sum, more);
    }
    [[nodiscard]] std::int64_t difference(std::int64_t now, std::int64_t before) {
        std::int64_t change = 0;
        m_fits = !__builtin_sub_overflow(now, before, &change) && m_fits;
        return change;
    }
    [[nodiscard]] std::int64_t total(const UsageMeasures& measures) {
        const auto sum = measures.totalTokens();
        m_fits = sum.has_value() && m_fits;
        return sum.value_or(0);
    }
    [[nodiscard]] bool fit() const { return m_fits; }

private:
    bool m_fits = true;
};

class Builder {
public:
    Builder(const CacheReader& cache, const UsageBreakdownRequest& request) : m_cache(cache), m_request(request) {
        m_result.request = request;
    }

    [[nodiscard]] Result<UsageBreakdown> build() {
        if (auto done = describe(); !done) return failure(done.error());
        if (auto done = readRange(); !done) return failure(done.error());
        if (auto done = readTable(); !done) return failure(done.error());
        if (auto done = compareRange(); !done) return failure(done.error());
        m_result.rows = rowsOf(m_groups, m_request.rows);
        m_result.sum = rowOf(m_all);
        if (!m_sums.fit()) return tooLarge(QStringLiteral("A sum of tokens"));
        return std::move(m_result);
    }

private:
    using Span = UsageBreakdown::Span;
    using Row = UsageBreakdown::Row;
    /// A row being added up, with its parts by their term.
    struct Group {
        std::optional<UsageMeasures> tokens;
        std::optional<std::int64_t> compared;
        std::map<TermId, Group> parts;
    };

    [[nodiscard]] Result<void> describe() {
        auto days =
            readBreakdownDays(m_cache, Dataset::Usage, m_request.range, m_request.selected, m_request.comparison);
        if (!days) return failure(days.error());
        static_cast<ComparedDays&>(m_result.range) = days->range;
        static_cast<ComparedDays&>(m_result.table) = days->table;
        static_cast<ChartPeriods&>(m_result) = chartPeriods(days->coverage, m_request.range, m_request.interval);
        return {};
    }

    [[nodiscard]] bool byKind() const { return m_request.rows == Dimension::TokenType; }

    [[nodiscard]] CostValue valueOf(Dimension dimension, TermId term) const {
        if (dimension != Dimension::TokenType) return {m_cache.text(term), m_cache.displayName(dimension, term)};
        const QString id = tokenKindId(AllTokenKinds[static_cast<std::size_t>(term)]);
        return {id, id};
    }

    /// Rows with their value first, then the part of it. A kind's rows are made of its column: they have the part only.
    [[nodiscard]] Result<std::vector<UsageRow>> read(const DateRange& days, Interval interval) const {
        FactQuery query{days, interval, {}, m_request.where};
        query.by = byKind() ? std::vector{m_request.parts} : std::vector{m_request.rows, m_request.parts};
        return m_cache.usage(query);
    }

    /// Calls `part(value, part, tokens)` for what a row says: once, or for each kind that it has tokens of.
    template <typename Part>
    void spread(const UsageRow& row, Part part) const {
        if (!byKind()) return part(row.keys[0], row.keys[1], row.measures);
        for (std::size_t i = 0; i < AllTokenKinds.size(); ++i) {
            UsageMeasures tokens;
            fieldOf(tokens, AllTokenKinds[i]) = tokensOf(row.measures, AllTokenKinds[i]);
            if (tokens != UsageMeasures()) part(static_cast<TermId>(i), row.keys[0], tokens);
        }
    }

    [[nodiscard]] Result<void> readRange() {
        auto rows = read(m_request.range, m_request.interval);
        if (!rows) return failure(rows.error());
        const std::size_t count = m_result.periods.size();
        m_result.perPeriod.resize(count);
        std::map<TermId, UsageBreakdown::Layer> layers;
        for (const UsageRow& row : *rows) {
            const auto at = std::lower_bound(m_result.periods.begin(), m_result.periods.end(), row.period);
            const auto period = static_cast<std::size_t>(at - m_result.periods.begin());
            m_sums.add(m_result.range.tokens, row.measures);
            m_sums.add(m_result.perPeriod[period], m_sums.total(row.measures));
            spread(row, [&](TermId value, TermId, const UsageMeasures& tokens) {
                UsageBreakdown::Layer& layer = layers[value];
                layer.perPeriod.resize(count);
                const std::int64_t total = m_sums.total(tokens);
                m_sums.add(layer.total, total);
                m_sums.add(layer.perPeriod[period], total);
            });
        }
        static_cast<void>(m_sums.total(m_result.range.tokens));  // what is shown of it has to fit, too
        for (auto& [term, layer] : layers) {
            layer.value = valueOf(m_request.rows, term);
            m_result.layers.push_back(std::move(layer));
        }
        std::sort(m_result.layers.begin(), m_result.layers.end(), [](const auto& a, const auto& b) {
            return a.total != b.total ? a.total > b.total
                                      : textLess(a.value.name + a.value.id, b.value.name + b.value.id);
        });
        m_rangeRows = *std::move(rows);
        return {};
    }

    /// The rows of days inside the range; those of whole days are there already when the chart is by days.
    [[nodiscard]] Result<std::vector<UsageRow>> ofDays(const DateRange& days) const {
        if (m_request.interval != Interval::Day && days != m_request.range) return read(days, Interval::Total);
        std::vector<UsageRow> rows;
        for (const UsageRow& row : m_rangeRows) {
            if (days == m_request.range || days.contains(UtcDay::fromSeconds(row.period))) rows.push_back(row);
        }
        return rows;
    }

    [[nodiscard]] Result<void> readTable() {
        Span& span = m_result.table;
        const auto shown = ofDays(span.days);
        if (!shown) return failure(shown.error());
        UsageMeasures sum;
        for (const UsageRow& row : *shown) {
            m_sums.add(sum, row.measures);
            m_sums.add(m_all.tokens, row.measures);
            spread(row, [this](TermId value, TermId part, const UsageMeasures& tokens) {
                Group& group = m_groups[value];
                for (Group* into : {&group, &group.parts[part]}) m_sums.add(into->tokens, tokens);
            });
        }
        span.tokens = sum;
        if (span.comparability != Comparability::Yes) return {};
        const auto before = read(*span.compared, Interval::Total);
        if (!before) return failure(before.error());
        span.comparedTokens = UsageMeasures();
        for (const UsageRow& row : *before) {
            m_sums.add(*span.comparedTokens, row.measures);
            m_sums.add(m_all.compared, m_sums.total(row.measures));
            spread(row, [this](TermId value, TermId part, const UsageMeasures& tokens) {
                Group& group = m_groups[value];
                for (Group* into : {&group, &group.parts[part]}) m_sums.add(into->compared, m_sums.total(tokens));
            });
        }
        span.ofWholeDays = span.tokens;
        return {};
    }

    /// The figures of the whole range, which the table has unless a part of it is selected.
    [[nodiscard]] Result<void> compareRange() {
        Span& span = m_result.range;
        if (!m_request.selected) {
            span.ofWholeDays = m_result.table.ofWholeDays;
            span.comparedTokens = m_result.table.comparedTokens;
        } else if (span.comparability == Comparability::Yes) {
            for (const auto& [days, figure] :
                 {std::pair{span.wholeDays, &span.ofWholeDays}, {*span.compared, &span.comparedTokens}}) {
                const auto rows = m_cache.usage({days, Interval::Total, {}, m_request.where});
                if (!rows) return failure(rows.error());
                *figure = rows->empty() ? UsageMeasures() : rows->front().measures;
            }
        }
        if (!span.comparedTokens) return {};
        // Periods differ in days, so the mean is taken by the day and stretched to a period of the shown range.
        const auto mean = mulDivHalfEven(m_sums.total(*span.comparedTokens), span.days.days(),
                                         span.compared->days() * static_cast<std::int64_t>(m_result.periods.size()));
        if (!mean) return failure(mean.error());
        m_result.comparedMeanPerPeriod = *mean;
        return {};
    }

    [[nodiscard]] Row rowOf(const Group& group) {
        Row row;
        row.tokens = group.tokens;
        if (group.tokens) row.total = m_sums.total(*group.tokens);
        row.compared = group.compared;
        if (m_result.table.comparability == Comparability::Yes) {
            row.change = m_sums.difference(row.total.value_or(0), row.compared.value_or(0));
        }
        return row;
    }

    [[nodiscard]] std::vector<Row> rowsOf(const std::map<TermId, Group>& groups, Dimension dimension) {
        std::vector<Row> rows;
        for (const auto& [term, group] : groups) {
            Row row = rowOf(group);
            row.value = valueOf(dimension, term);
            row.parts = rowsOf(group.parts, m_request.parts);
            rows.push_back(std::move(row));
        }
        std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
            if (a.total != b.total) return a.total > b.total;
            return textLess(a.value.name + a.value.id, b.value.name + b.value.id);
        });
        return rows;
    }

    const CacheReader& m_cache;
    const UsageBreakdownRequest& m_request;
    Sums m_sums;
    std::vector<UsageRow> m_rangeRows;
    Group m_all;
    std::map<TermId, Group> m_groups;
    UsageBreakdown m_result;
};

bool isUsageDimension(Dimension dimension) {
    return std::find(UsageDimensions.begin(), UsageDimensions.end(), dimension) != UsageDimensions.end();
}

}  // namespace

QString tokenKindId(TokenKind kind) {
    switch (kind) {
        case TokenKind::CacheRead:
            return QStringLiteral("cache_read_input_tokens");
        case TokenKind::CacheWrite5m:
            return QStringLiteral("cache_creation.ephemeral_5m_input_tokens");
        case TokenKind::CacheWrite1h:
            return QStringLiteral("cache_creation.ephemeral_1h_input_tokens");
        case TokenKind::Output:
            return QStringLiteral("output_tokens");
        case TokenKind::UncachedInput:
            break;
    }
    return QStringLiteral("uncached_input_tokens");
}

std::int64_t tokensOf(const UsageMeasures& measures, TokenKind kind) {
    UsageMeasures copy = measures;
    return fieldOf(copy, kind);
}

Result<UsageBreakdown> buildUsageBreakdown(const CacheReader& cache, const UsageBreakdownRequest& request) {
    if (request.interval == Interval::Hour || request.interval == Interval::Total) {
        return failure(
            ErrorKind::Usage,
            QStringLiteral("The usage breakdown has no interval \"%1\"; its intervals are day, week and month.")
                .arg(intervalName(request.interval)));
    }
    for (const Dimension dimension : {request.rows, request.parts}) {
        if (isUsageDimension(dimension)) continue;
        return failure(ErrorKind::Usage,
                       QStringLiteral("Usage data is not known by %1.").arg(dimensionName(dimension)));
    }
    if (request.rows == request.parts || request.parts == Dimension::TokenType) {
        return failure(ErrorKind::Usage,
                       QStringLiteral("The usage breakdown needs two different dimensions, and parts that are not "
                                      "kinds of tokens."));
    }
    const CacheReader::Snapshot snapshot(cache);  // chart and table are of one state
    return Builder(cache, request).build();
}

}  // namespace tokenledger
