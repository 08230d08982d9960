#include "app/reports/rowbuilder.h"

#include <numeric>
#include <unordered_map>

namespace tokenledger {

namespace {

/// One dimension's terms: the cell of each, and its place in the order of rows.
class DimensionCells {
public:
    DimensionCells(const ValueNames& names, const ReportRequest& request, std::size_t index,
                   const std::vector<GroupedRow>& rows) {
        for (const GroupedRow& row : rows) m_entries.try_emplace(row.keys[index]);
        std::vector<Named> named;
        for (auto& [term, entry] : m_entries) {
            const QString id = names.id(request.by[index], term);
            const QString shown = request.ids ? id : names.shown(request.by[index], term);
            const bool isNull = term == NullTerm || term == NotGroupedTerm;
            if (!request.ids || !isNull) entry.cell = shown;
            named.push_back({shown, id, term});
        }
        std::sort(named.begin(), named.end(), [](const Named& a, const Named& b) {
            if (a.shown != b.shown) return textLess(a.shown, b.shown);
            if (a.id != b.id) return textLess(a.id, b.id);
            return a.term < b.term;
        });
        for (std::size_t i = 0; i < named.size(); ++i) m_entries[named[i].term].rank = i;
    }

    [[nodiscard]] const Cell& cell(TermId term) const { return m_entries.at(term).cell; }
    [[nodiscard]] std::size_t rank(TermId term) const { return m_entries.at(term).rank; }

private:
    struct Named {
        QString shown;
        QString id;
        TermId term;
    };
    struct Entry {
        Cell cell;
        std::size_t rank = 0;
    };
    std::unordered_map<TermId, Entry> m_entries;
};

}  // namespace

bool textLess(const QString& a, const QString& b) { return a.toUtf8() < b.toUtf8(); }

ValueNames namesOf(const CacheReader& cache) {
    return {[&cache](Dimension, TermId term) { return cache.text(term); },
            [&cache](Dimension dimension, TermId term) { return cache.displayName(dimension, term); }};
}

void appendRows(const ValueNames& names, const ReportRequest& request, std::vector<GroupedRow> rows,
                std::vector<Cell> zeros, Table& table) {
    if (rows.empty() && request.interval == Interval::Total && request.by.empty()) {
        rows.push_back({request.range.first.startSeconds(), {}, std::move(zeros)});
    }
    std::vector<DimensionCells> dimensions;
    for (std::size_t i = 0; i < request.by.size(); ++i) dimensions.emplace_back(names, request, i, rows);

    struct Place {
        PeriodStart period;
        std::array<std::size_t, MaxKeys> ranks;
        std::size_t row;
        auto operator<=>(const Place&) const = default;
    };
    std::vector<Place> order;
    order.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Place place{rows[i].period, {}, i};
        for (std::size_t k = 0; k < dimensions.size(); ++k) place.ranks[k] = dimensions[k].rank(rows[i].keys[k]);
        order.push_back(place);
    }
    std::sort(order.begin(), order.end());

    QString label;
    std::optional<PeriodStart> labelled;
    table.rows.reserve(table.rows.size() + rows.size());
    for (const Place& place : order) {
        GroupedRow& row = rows[place.row];
        if (labelled != row.period) {
            label = periodLabel(row.period, request.interval);
            labelled = row.period;
        }
        std::vector<Cell> cells;
        cells.reserve(table.columns.size());
        cells.emplace_back(label);
        for (std::size_t k = 0; k < dimensions.size(); ++k) cells.push_back(dimensions[k].cell(row.keys[k]));
        std::move(row.measures.begin(), row.measures.end(), std::back_inserter(cells));
        table.rows.push_back(std::move(cells));
    }
}

}  // namespace tokenledger
