#include "ui/models/shownrows.h"

#include <QCollator>
#include <QHash>

#include <algorithm>
#include <cstdlib>
#include <numeric>

namespace tokenledger {

namespace {

using Rows = std::vector<const DisplayRow*>;

/// Places in the order of their keys; equals keep theirs.
template <typename Less>
Rows inOrder(const Rows& rows, bool descending, Less less) {
    std::vector<std::uint32_t> places(rows.size());
    std::iota(places.begin(), places.end(), 0U);
    std::stable_sort(places.begin(), places.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return descending ? less(b, a) : less(a, b); });
    Rows ordered;
    ordered.reserve(rows.size());
    for (const std::uint32_t place : places) ordered.push_back(rows[place]);
    return ordered;
}

/// Keys are made once a row: comparing two texts by the rules of a language is what takes long.
Rows sortedRows(const Rows& rows, const DisplayColumn& column, std::size_t at, bool descending) {
    if (column.isSortedByNumber()) {
        std::vector<std::optional<std::int64_t>> keys;
        keys.reserve(rows.size());
        for (const DisplayRow* row : rows) keys.push_back(row->cells[at].number);
        return inOrder(rows, descending, [&keys](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
    }
    const QCollator collator;
    std::vector<QCollatorSortKey> keys;
    keys.reserve(rows.size());
    for (const DisplayRow* row : rows) keys.push_back(collator.sortKey(row->cells[at].text));
    return inOrder(rows, descending,
                   [&keys](std::uint32_t a, std::uint32_t b) { return keys[a].compare(keys[b]) < 0; });
}

Rows pointersTo(const std::vector<DisplayRow>& rows) {
    Rows pointers;
    pointers.reserve(rows.size() + 1);
    for (const DisplayRow& row : rows) pointers.push_back(&row);
    return pointers;
}

}  // namespace

ShownRows::ShownRows(std::shared_ptr<const DisplayTable> table, const RowOrder& order) : m_table(std::move(table)) {
    collect(order);
    m_largest.resize(m_table->columns.size());
    for (std::size_t column = 0; column < m_largest.size(); ++column) {
        if (m_table->columns[column].kind != CellKind::ChangeBar) continue;
        for (const DisplayRow* row : m_rows) {
            if (row->kind != DisplayRow::Kind::Normal) continue;
            m_largest[column] = std::max(m_largest[column], std::abs(row->cells[column].number.value_or(0)));
        }
    }
}

void ShownRows::collect(const RowOrder& order) {
    const bool sorts = order.column >= 0 && order.column < static_cast<int>(m_table->columns.size());
    const auto column = static_cast<std::size_t>(std::max(0, order.column));
    const auto ordered = [&](const std::vector<DisplayRow>& rows) {
        Rows pointers = pointersTo(rows);
        return sorts ? sortedRows(pointers, m_table->columns[column], column, order.descending) : pointers;
    };
    m_rows = ordered(m_table->rows);
    if (order.limit && m_rows.size() > *order.limit + 1) {
        const auto first = m_rows.begin() + static_cast<std::ptrdiff_t>(*order.limit);
        m_rest = restOf(*m_table, Rows(first, m_rows.end()));
        m_rows.erase(first, m_rows.end());
        m_rows.push_back(&*m_rest);
    }
    if (!order.open.isEmpty()) {
        const Rows closed = std::exchange(m_rows, {});
        for (const DisplayRow* row : closed) {
            m_rows.push_back(row);
            if (row->parts.empty() || !order.open.contains(row->key)) continue;
            const Rows parts = ordered(row->parts);
            m_rows.insert(m_rows.end(), parts.begin(), parts.end());
        }
    }
    if (m_table->total) m_rows.push_back(&*m_table->total);
}

int ShownRows::parentOf(int place) const {
    while (place > 0 && row(place).kind == DisplayRow::Kind::Part) --place;
    return place;
}

std::optional<std::size_t> ShownRows::tableRow(int place) const {
    const DisplayRow& found = row(parentOf(place));
    if (found.kind != DisplayRow::Kind::Normal) return std::nullopt;
    return static_cast<std::size_t>(&found - m_table->rows.data());
}

std::vector<int> ShownRows::placesOf(const std::vector<const DisplayRow*>& rows) const {
    QHash<const DisplayRow*, int> found;
    for (const DisplayRow* row : rows) found.insert(row, -1);
    for (int place = 0; place < count(); ++place) {
        if (const auto wanted = found.find(m_rows[static_cast<std::size_t>(place)]); wanted != found.end())
            *wanted = place;
    }
    std::vector<int> places;
    places.reserve(rows.size());
    for (const DisplayRow* row : rows) places.push_back(found.value(row));
    return places;
}

}  // namespace tokenledger
