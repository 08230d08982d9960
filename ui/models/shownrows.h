// What a DisplayTable shows at the moment: its rows in their order, opened parts, the others as one row, the total.
// Immutable: any thread may make and read it.
#pragma once

#include "ui/models/displaytable.h"

#include <QSet>

#include <memory>

namespace tokenledger {

/// Up to so many rows sorting, searching and summing are done at once; beside the GUI thread where there are more.
inline constexpr int RowsAtOnce = 20'000;

struct RowOrder {
    int column = -1;  // -1: as the table came
    bool descending = false;
    std::optional<std::size_t> limit;  // shows so many rows and the others as one; nothing: all
    QSet<QString> open;                // keys of rows whose parts are shown below them
    friend bool operator==(const RowOrder&, const RowOrder&) = default;
};

class ShownRows {
public:
    ShownRows(std::shared_ptr<const DisplayTable> table, const RowOrder& order);

    [[nodiscard]] const DisplayTable& table() const { return *m_table; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const DisplayRow& row(int place) const { return *m_rows[static_cast<std::size_t>(place)]; }
    /// The row that a part belongs to; a row that is no part itself.
    [[nodiscard]] int parentOf(int place) const;
    /// Which of the table's rows it is, or a part of; nothing: the others, or the total.
    [[nodiscard]] std::optional<std::size_t> tableRow(int place) const;
    /// Where these rows, of whichever order of this table, stand now; -1: nowhere.
    [[nodiscard]] std::vector<int> placesOf(const std::vector<const DisplayRow*>& rows) const;
    /// Of a ChangeBar: the longest bar.
    [[nodiscard]] std::int64_t largest(int column) const { return m_largest[static_cast<std::size_t>(column)]; }

private:
    void collect(const RowOrder& order);
    std::shared_ptr<const DisplayTable> m_table;
    std::optional<DisplayRow> m_rest;
    std::vector<const DisplayRow*> m_rows;  // of the table, or the rest
    std::vector<std::int64_t> m_largest;

    Q_DISABLE_COPY_MOVE(ShownRows)  // m_rows may point into it
};

}  // namespace tokenledger
