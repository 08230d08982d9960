// From a ClaudeCodeActivity to what the Claude Code page's charts and tables are given, on the screen and in files.
// Pure.
#pragma once

#include "charts/chartdata.h"
#include "charts/valuecolours.h"
#include "ui/models/displaytable.h"
#include "ui/namedreport.h"
#include "ui/pages/claudecodetexts.h"

namespace tokenledger {

/// Gives the largest layers of this measure, which are shown by name, their colours; true when a choice changed.
bool assignColours(ValueColours& colours, const ClaudeCodeActivity& activity, ClaudeCodeMeasure measure);

[[nodiscard]] CostTrendData claudeCodeChart(const ClaudeCodeActivity& activity, ClaudeCodeMeasure measure,
                                            const ValueColours& colours);
/// The chart's figures, a row a period; of active users the total is people, not their sum over periods.
[[nodiscard]] DisplayTable claudeCodeChartTable(const ClaudeCodeActivity& activity, ClaudeCodeMeasure measure,
                                                const ValueColours& colours);

[[nodiscard]] ShareBarsData toolBars(const ClaudeCodeActivity& activity);
[[nodiscard]] DisplayTable toolTable(const ClaudeCodeActivity& activity);

enum class PeopleColumn {
    Actor,
    ActiveDays,
    Sessions,
    LinesAdded,
    LinesRemoved,
    Commits,
    PullRequests,
    Accepted,
    EstimatedCost,
    PerCommit
};
/// A row a person or key, which opens into its terminals; columns in the order of PeopleColumn.
[[nodiscard]] DisplayTable peopleTable(const ClaudeCodeActivity& activity);
/// How a column's figures come about.
[[nodiscard]] QString peopleFormula(PeopleColumn column);

/// Chart, tools, people: what can be exported.
[[nodiscard]] std::vector<NamedReport> claudeCodeExports(const ClaudeCodeActivity& activity, ClaudeCodeMeasure measure,
                                                         const std::vector<ReportFilter>& where);

}  // namespace tokenledger
