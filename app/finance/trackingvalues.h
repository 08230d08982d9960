// Days, counts and amounts as people's tools write them. What cannot be read, or could mean two things, is an error
// with the sentence that says so; the caller adds where it stands. Pure, any thread.
#pragma once

#include "app/core/money.h"
#include "app/core/period.h"
#include "app/finance/trackingformat.h"

namespace tokenledger {

/// A value of a row. `text` lives as long as the row.
struct TrackingCell {
    enum class Kind : std::uint8_t { Absent, Null, Text, Number, Other };  // Other: true, a list, an object
    Kind kind = Kind::Absent;
    std::string_view text;

    [[nodiscard]] bool isEmpty() const { return kind == Kind::Absent || kind == Kind::Null; }
};

/// The value, or the sentence that says what is wrong.
template <typename T>
using Reading = tl::expected<T, QString>;

/// Reads days; the first one settles their form for the file, unless it was said.
class DayReader {
public:
    explicit DayReader(DateForm form) : m_form(form) {}
    /// 2026-11-20; a time with an offset (its UTC day) or without one (taken as UTC); 20.11.2026; 11/20/2026 or
    /// 20/11/2026 where it can be only one of them or the form was said.
    [[nodiscard]] Reading<UtcDay> read(std::string_view text);
    /// For the preview: "2026-11-20", "times (UTC)", "20.11.2026", ...; empty before the first day.
    [[nodiscard]] QString form() const;
    /// Times came without an offset.
    [[nodiscard]] bool sawLocalTimes() const { return m_localTimes; }

private:
    [[nodiscard]] Reading<UtcDay> readIso(std::string_view text);
    [[nodiscard]] Reading<UtcDay> readNumbers(std::string_view text);

    enum class Shape : std::uint8_t { None, IsoDay, Time, Dots, DaySlash, MonthSlash };
    [[nodiscard]] bool settle(Shape shape);

    DateForm m_form;
    Shape m_shape = Shape::None;
    std::string m_first;  // the date that settled it
    bool m_localTimes = false;
};

/// "5,000" and "5.000": one mark with exactly three digits behind it, which are thousands to some and decimals to
/// others.
[[nodiscard]] bool couldBeThousands(std::string_view number, char mark);
/// A whole number of at least 0, thousands separators allowed ("1,234,567"; with decimal commas "1.234.567"). A decimal
/// mark may be followed by zeros, but not by three.
[[nodiscard]] Reading<std::int64_t> readCount(const TrackingCell& cell, bool decimalComma);
/// US dollars, "$" before them allowed. Sets `rounded` where they are finer than a nano-dollar.
[[nodiscard]] Reading<Money> readDollars(const TrackingCell& cell, bool decimalComma, bool& rounded);

/// The cell's text made fit for a sentence.
[[nodiscard]] QString shown(std::string_view text);
/// "=SUM(A1:A9)" and the like: what a spreadsheet writes when it was told to show formulas.
[[nodiscard]] bool isFormula(const TrackingCell& cell);
[[nodiscard]] QString formulaSentence(const TrackingCell& cell);

}  // namespace tokenledger
