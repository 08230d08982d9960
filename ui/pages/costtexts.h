// The Cost page's words: its sentence, why a number; and those that other pages share: names of dimensions and their
// values, what is compared. Pure.
#pragma once

#include "app/reports/costbreakdown.h"
#include "ui/widgets/popover.h"

#include <QCoreApplication>
#include <QHash>

namespace tokenledger {

/// "Workspace", "Token type".
[[nodiscard]] QString costDimensionTitle(Dimension dimension);
/// "Cost by workspace".
[[nodiscard]] QString costTitle(Dimension rows);
/// "Workspace × model".
[[nodiscard]] QString pivotTitle(Dimension rows, Dimension columns);

/// What the values of a dimension are called; those that would be called the same have their ids in brackets.
class ValueTitles {
    Q_DECLARE_TR_FUNCTIONS(tokenledger::ValueTitles)
public:
    ValueTitles(Dimension dimension, const std::vector<CostValue>& values);
    [[nodiscard]] QString of(const CostValue& value) const;

private:
    Dimension m_dimension;
    QHash<QString, int> m_uses;  // of a title
};

/// "$38,243.47 in 30 days, $2,423.37 less than 18 Sep – 17 Oct (−6.0 %)."; where days are missing, says so instead.
[[nodiscard]] QString costSentence(const CostBreakdown& breakdown);
/// "Allocated by tokens; $131.90 shared, $564.00 Console." Empty where the breakdown is not of allocated cost.
[[nodiscard]] QString allocationSentence(const CostBreakdown& breakdown);
/// "compared with Tue 3 Nov, the same weekday"; why not, where it is not.
[[nodiscard]] QString comparedText(const CostBreakdown& breakdown);
/// `showsAll`: no day was left out.
[[nodiscard]] QString comparedText(const ComparedDays& span, bool showsAll);
/// "Tue 3 Nov 2026", "18 Oct – 16 Nov 2026": the days of a table.
[[nodiscard]] QString daysTitle(const DateRange& days);
/// "26 of 30 days final, 4 provisional · fetched 19 Nov 13:42".
[[nodiscard]] QString spanState(const ComparedDays& span);
/// "fetched 19 Nov 13:42"; empty for an invalid time.
[[nodiscard]] QString fetchedText(const QDateTime& fetchedAt);
/// "18 Sep – 17 Oct": what is compared, with its years where the reader could take it for days of this one.
[[nodiscard]] QString daysBefore(const ComparedDays& span);
/// "no comparison: days are missing here"; empty where there is one, or none was asked for.
[[nodiscard]] QString whyNotCompared(const ComparedDays& span);
/// "final · fetched 14 Nov 06:10": of a bar.
[[nodiscard]] QString periodNote(const PeriodState& state, const QDateTime& fetchedAt);

/// Of a figure of the table's span, called `what`; `exact`: with every digit. `filter`: in words.
[[nodiscard]] Explanation whyCost(const CostBreakdown& breakdown, const QString& what, const QString& exact,
                                  const QString& filter);
/// Of a bar.
[[nodiscard]] Explanation whyCostOn(const CostBreakdown& breakdown, const DateRange& days, const QString& filter);
/// Places of the periods that begin in these days.
[[nodiscard]] std::vector<std::size_t> periodsIn(const CostBreakdown& breakdown, const DateRange& days);

}  // namespace tokenledger
