// "Why this number?" on the Overview: what all explanations of its tiles have, and those of its charts' marks. Pure.
#pragma once

#include "app/reports/overview.h"
#include "ui/filterstate.h"
#include "ui/widgets/popover.h"

namespace tokenledger {

/// What is filtered, in words: the bill is not known by API key.
struct FilterWords {
    QString cost;
    QString usage;
};
[[nodiscard]] FilterWords filterWords(const FilterState& filters);

/// What an explanation is about.
struct WhyBasis {
    QString report;
    DateRange days;
    Completeness completeness;
    std::optional<Comparability> comparability;  // nothing: never compared
    QString filter;                              // empty: not said
};
/// `change`: the arithmetic of the change, where there is one.
[[nodiscard]] Explanation explain(const Overview& overview, const WhyBasis& basis, const QString& title,
                                  const QString& formula, const QString& exact, const QString& change = {});

[[nodiscard]] QString costReportName();
[[nodiscard]] QString usageReportName();

/// Places of the periods that begin in these days.
[[nodiscard]] std::vector<std::size_t> periodsIn(const Overview& overview, const DateRange& days);
/// Of one bar, or of several days in one; of all models, or of this one.
[[nodiscard]] Explanation whySpendOn(const Overview& overview, const DateRange& days, const FilterWords& filter,
                                     const Overview::ModelCost* model = nullptr);
/// Of one slice, or of the last one that stands for several models.
[[nodiscard]] Explanation whySpendOf(const Overview& overview, const QStringList& models, const FilterWords& filter);
[[nodiscard]] Explanation whyHitRatioOn(const Overview& overview, const DateRange& days, const FilterWords& filter);

[[nodiscard]] Explanation whyChange(const Overview& overview, const Overview::ChangeRow& row,
                                    const FilterWords& filter);

}  // namespace tokenledger
