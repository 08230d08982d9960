// The Claude Code page's words: its sentence and note, names of what is shown, and why a figure is what it is. Pure.
#pragma once

#include "app/reports/claudecodeactivity.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/textline.h"

namespace tokenledger {

/// What the chart counts.
enum class ClaudeCodeMeasure { Sessions, LinesAdded, Commits, PullRequests, EstimatedCost, ActiveUsers };
inline constexpr std::array<ClaudeCodeMeasure, 6> ClaudeCodeMeasureList = {
    ClaudeCodeMeasure::Sessions,     ClaudeCodeMeasure::LinesAdded,    ClaudeCodeMeasure::Commits,
    ClaudeCodeMeasure::PullRequests, ClaudeCodeMeasure::EstimatedCost, ClaudeCodeMeasure::ActiveUsers};
inline constexpr std::array<ClaudeCodeLayers, 3> ClaudeCodeLayersList = {
    ClaudeCodeLayers::Terminal, ClaudeCodeLayers::Person, ClaudeCodeLayers::Subscription};

/// "sessions", "lines-added", ...: in object and file names.
[[nodiscard]] QString measureName(ClaudeCodeMeasure measure);
[[nodiscard]] QString layersName(ClaudeCodeLayers layers);
[[nodiscard]] QString measureTitle(ClaudeCodeMeasure measure);
[[nodiscard]] QString layersTitle(ClaudeCodeLayers layers);
/// "Sessions by terminal"; people are counted once, so that active users have no layers.
[[nodiscard]] QString claudeCodeTitle(ClaudeCodeMeasure measure, ClaudeCodeLayers layers);
[[nodiscard]] QString claudeCodeSubtitle(ClaudeCodeMeasure measure, Interval interval);

[[nodiscard]] QString actorTitle(const QString& id, ClaudeCodeActivity::ActorType type);
[[nodiscard]] QString terminalTitle(const QString& id);
[[nodiscard]] QString layerTitle(ClaudeCodeLayers layers, const ClaudeCodeActivity::Layer& layer);
/// "Edit" for "edit_tool"; an unknown one as the API names it.
[[nodiscard]] QString toolTitle(const QString& id);

/// "1,280 sessions by 38 people and 2 API keys. 4 Nov failed and is not counted."
[[nodiscard]] TextParts claudeCodeSentence(const ClaudeCodeActivity& activity);
/// That it is an estimate, and who is not in it; always there.
[[nodiscard]] Notice::Content estimateNote();
/// "25 of 30 days final, 4 provisional, 1 failed · fetched 19 Nov 13:00", of the table's days.
[[nodiscard]] QString tableBasis(const ClaudeCodeActivity& activity);

/// Of the range's figures, or of the table's.
enum class ClaudeCodeSpan { Range, Table };
[[nodiscard]] Explanation whyClaudeCode(const ClaudeCodeActivity& activity, ClaudeCodeSpan span, const QString& title,
                                        const QString& formula, const QString& exact);
/// Of the bar, or the bars, of these days; `exact` is empty where there are no data.
[[nodiscard]] Explanation whyClaudeCodeBar(const ClaudeCodeActivity& activity, ClaudeCodeMeasure measure,
                                           const DateRange& days, const QString& exact);
/// Places of the periods that lie in these days.
[[nodiscard]] std::vector<std::size_t> claudeCodePeriodsIn(const ClaudeCodeActivity& activity, const DateRange& days);
[[nodiscard]] QString measureFormula(ClaudeCodeMeasure measure);
[[nodiscard]] QString acceptanceFormula();
[[nodiscard]] QString costPerCommitFormula();

}  // namespace tokenledger
