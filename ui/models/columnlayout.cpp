#include "ui/models/columnlayout.h"

#include <algorithm>
#include <set>

namespace tokenledger {

namespace {

struct Column {
    bool shown = true;
    int fixed = 0;  // 0: shares
    int least = 0;
    int rank = 0;  // of giving way
};

int needed(const std::vector<Column>& columns) {
    int sum = 0;
    for (const Column& column : columns) {
        if (column.shown) sum += column.fixed > 0 ? column.fixed : column.least;
    }
    return sum;
}

}  // namespace

std::vector<int> fitColumns(const std::vector<ColumnWish>& wishes, const TableChoice& choice, int room, int visible) {
    std::vector<Column> columns;
    std::set<int, std::greater<>> ranks;
    for (const ColumnWish& wish : wishes) {
        const bool first = columns.empty();
        const auto shown = choice.shown.constFind(wish.key);
        const bool chosen = shown != choice.shown.constEnd();
        const int rank = first || chosen ? 0 : wish.givesWay;
        columns.push_back({first || !chosen || *shown, choice.widths.value(wish.key, wish.width), wish.least, rank});
        if (rank > 0) ranks.insert(rank);
    }
    for (const int rank : ranks) {
        if (needed(columns) <= room) break;
        for (Column& column : columns) column.shown = column.shown && column.rank != rank;
    }
    int left = visible;
    int sharing = 0;
    for (const Column& column : columns) {
        if (!column.shown) continue;
        left -= column.fixed;
        if (column.fixed == 0) ++sharing;
    }
    std::vector<int> widths;
    for (const Column& column : columns) {
        const int shared = sharing > 0 ? std::max(column.least, left / sharing) : 0;
        widths.push_back(!column.shown ? 0 : column.fixed > 0 ? column.fixed : std::max(1, shared));
    }
    return widths;
}

}  // namespace tokenledger
