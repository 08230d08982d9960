// From UsageDetails to what the lower cards of the Usage page show: tables, hours, words. Pure.
#pragma once

#include "app/reports/table.h"
#include "app/reports/usagedetails.h"
#include "app/session.h"
#include "charts/chartdata.h"
#include "charts/valuecolours.h"
#include "ui/models/displaytable.h"
#include "ui/widgets/popover.h"

namespace tokenledger {

[[nodiscard]] DisplayTable topKeysTable(const KeyUsage& keys);
/// "23 keys in use, 17 to 21 on a day".
[[nodiscard]] QString topKeysSubtitle(const KeyUsage& keys);
[[nodiscard]] Explanation whyTopKeys(const KeyUsage& keys);

[[nodiscard]] DisplayTable idleKeysTable(const KeyUsage& keys);
/// "active, without tokens since 21 Oct 2026"
[[nodiscard]] QString idleKeysSubtitle(const KeyUsage& keys);
/// In place of a table without rows; empty where there are some.
[[nodiscard]] QString idleKeysSentence(const KeyUsage& keys);
[[nodiscard]] Explanation whyIdleKeys(const KeyUsage& keys);
/// The same as a CSV has it.
[[nodiscard]] Table idleKeysReport(const KeyUsage& keys);

[[nodiscard]] CostTrendData hoursChartData(const HourlyUsage& hours, const ValueColours& colours);
[[nodiscard]] DisplayTable hoursTable(const HourlyUsage& hours);
/// "13 – 19 Nov, whatever the period above"; the days that are missing.
[[nodiscard]] QString hoursSubtitle(const HourlyUsage& hours, Interval shown);
[[nodiscard]] Explanation whyHours(const HourlyUsage& hours);

/// Where no hours are: what to do about it.
struct NoHours {
    QString sentence;
    QString command;  // of the command line
};
[[nodiscard]] NoHours noHours(const DateRange& days, Session::Kind kind, const QString& profile);

}  // namespace tokenledger
