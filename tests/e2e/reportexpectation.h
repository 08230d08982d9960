// What each report must say about an organization's rows: the reports of the contract, computed by the test.
#pragma once

#include "tests/e2e/awkwardorganization.h"
#include "tests/e2e/expectation.h"

namespace tokenledger::test {

struct ReportShape {
    QString name;
    QStringList dimensions;
    QStringList measures;
    QStringList intervals;
};
/// The reports with intervals and dimensions, as the contract lists them.
[[nodiscard]] const std::vector<ReportShape>& reportShapes();

struct Wanted {
    QString report;
    QString from = AwkwardFirst;
    QString to = AwkwardLast;
    QString interval = QStringLiteral("day");
    QStringList by;
    bool ids = false;
    QMap<QString, OptionalText> where;
};
/// Sorted. Of the cache report only what needs no prices: tokens and hit ratio.
[[nodiscard]] std::vector<QStringList> expectedRows(const FakeData& data, const Wanted& wanted);

/// The rows with the apostrophes that a CSV puts before dangerous texts; sorted again.
[[nodiscard]] std::vector<QStringList> guardedTexts(std::vector<QStringList> rows, qsizetype dimensions);

/// The first difference in plain words, as thousands of rows help nobody; empty: none.
[[nodiscard]] QString difference(const std::vector<QStringList>& actual, const std::vector<QStringList>& expected);

}  // namespace tokenledger::test
