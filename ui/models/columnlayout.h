// How wide a table's columns are, and which give way where there is no room. Pure.
#pragma once

#include "ui/models/tablechoice.h"

#include <vector>

namespace tokenledger {

struct ColumnWish {
    QString key;
    QString title;
    int width = 0;     // 0: shares what is left
    int least = 0;     // of one that shares
    int givesWay = 0;  // those with the highest number are hidden first; 0: never
};

/// One width a column, 0: hidden. The first column is always shown: it says what a row is. What the user chose holds;
/// the others share what is left, and where that is too little, give way. `room`: what is there if there were a scroll
/// bar, `visible`: what is there now.
[[nodiscard]] std::vector<int> fitColumns(const std::vector<ColumnWish>& wishes, const TableChoice& choice, int room,
                                          int visible);

}  // namespace tokenledger
