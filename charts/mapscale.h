// How the days of a completeness map are laid out in a width: as a line of squares, as a calendar of weeks, or month by
// month. Pure; pixels are device-independent, x from the left edge of the squares, y from the top of a dataset's band.
#pragma once

#include "app/core/period.h"

#include <QRectF>

namespace tokenledger {

struct MapScale {
    enum class Kind {
        Days,    // a square a day, one line a dataset
        Weeks,   // a square a day, a column a week from Monday on
        Months,  // a square a month, or several
    };
    Kind kind = Kind::Days;
    DateRange range;
    int cell = 11;   // the square's side
    int pitch = 13;  // from one square to the next
    int columns = 0;
    int monthsPerMark = 1;

    /// Squares of one dataset; each is at least 5 pixels wide, so there are never more than there are pixels.
    [[nodiscard]] int marks() const { return kind == Kind::Months ? columns : range.days(); }
    [[nodiscard]] int lines() const { return kind == Kind::Weeks ? 7 : 1; }
    [[nodiscard]] int bandHeight() const { return lines() * pitch; }
    [[nodiscard]] QRectF square(int mark) const;
    [[nodiscard]] DateRange daysOf(int mark) const;
    [[nodiscard]] int markOf(UtcDay day) const;
    /// The mark at this place of a band; -1: none.
    [[nodiscard]] int markAt(QPointF place) const;
};

[[nodiscard]] MapScale mapScale(const DateRange& range, double width);

}  // namespace tokenledger
