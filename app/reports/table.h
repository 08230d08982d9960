// A report's result: typed columns and cells that the command line, the window's tables and every export share.
#pragma once

#include "app/core/completeness.h"
#include "app/core/dimension.h"
#include "app/core/money.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

namespace tokenledger {

enum class ColumnType {
    Text,
    Integer,
    Money,
    Ratio,
    Time,
    Figure,  // every row has its own type and unit (the overview's values)
};

struct Column {
    QString name;  // as the contract spells it: "amount_usd"
    ColumnType type = ColumnType::Text;
    QString unit;  // "USD", "tokens", "requests", "days", ...; empty: none
};

/// An exact ratio of two integers; the divisor is never 0 (such a cell is empty instead).
struct Ratio {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
};

/// std::monostate: no value (not zero).
using Cell = std::variant<std::monostate, QString, std::int64_t, Money, Ratio, QDateTime>;

/// Rows were asked for by these values of a dimension, as they are shown; any of them.
struct AppliedFilter {
    Dimension dimension = Dimension::Model;
    QStringList values;
};

struct Table {
    QString report;
    std::optional<DateRange> range;  // lists have none
    Interval interval = Interval::Day;
    std::vector<AppliedFilter> filters;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    std::vector<Completeness> completeness;  // of the datasets that the figures come from
    QDateTime asOf;
    bool incompleteList = false;  // a list that was not, or not wholly, fetched yet
    bool unknownFilter = false;   // rows were asked for by a value that the cache has never seen
    QStringList notes;  // plain sentences: unpriced models, priority tier billed elsewhere, unknown filter values

    [[nodiscard]] bool isComplete() const {
        return !incompleteList && !unknownFilter &&
               std::all_of(completeness.begin(), completeness.end(),
                           [](const Completeness& c) { return c.isComplete(); });
    }
};

}  // namespace tokenledger
