// The Cost page's words: names of dimensions and their values, its sentence, what is compared, why a number. Pure.
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
/// "compared with Tue 3 Nov, the same weekday"; why not, where it is not.
[[nodiscard]] QString comparedText(const CostBreakdown& breakdown);
/// "26 of 30 days final, 4 provisional · fetched 19 Nov 13:42".
[[nodiscard]] QString spanState(const CostBreakdown::Span& span);
/// "final · fetched 14 Nov 06:10": of a bar.
[[nodiscard]] QString periodNote(const PeriodState& state, const QDateTime& fetchedAt);

/// Of a figure of the table's span, called `what`; `exact`: with every digit.
[[nodiscard]] Explanation whyCost(const CostBreakdown& breakdown, const QString& what, const QString& exact);

}  // namespace tokenledger
