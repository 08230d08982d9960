// Days on which a workspace, an API key or a model cost much more than usual, with what drove them and what somebody
// said of them. Built by buildStandOuts in the reader's thread.
#pragma once

#include "app/analysis/anomalies.h"
#include "app/core/completeness.h"
#include "app/reports/costvalue.h"
#include "storage/cachereader.h"

namespace tokenledger {

struct StandOutRequest {
    DateRange range;
    std::vector<Dimension> dimensions = {Dimension::Workspace, Dimension::ApiKey, Dimension::Model};
    std::vector<DimensionFilter> where = {};  // of these dimensions
};

/// A day of a value. An API key's amount is an estimate: its share of each billed line by tokens, for the bill knows no
/// keys. Where a workspace, its key and its model stand out on the same day, that is three rows.
struct StandOutDay {
    Dimension dimension = Dimension::Workspace;
    CostValue value;
    StandOut figures;
    // What grew most: a workspace's and a key's model, a model's workspace, and the kind of tokens or cost.
    std::optional<CostValue> driver;  // nothing: no part of it grew by itself
    QString driverKind;               // as the cost report spells it: "output_tokens", "web_search"
    std::optional<QString> note;      // acknowledged

    [[nodiscard]] bool isEstimate() const { return dimension == Dimension::ApiKey; }
};

struct StandOutDays {
    DateRange range;
    Completeness completeness;
    QDateTime asOf;
    Money leastExcess;              // above the usual, for a day to be told
    std::vector<StandOutDay> days;  // by day, newest first, then by excess
};

/// Errors Cache, Cancelled, Usage (a sum that is too large).
[[nodiscard]] Result<StandOutDays> buildStandOuts(const CacheReader& cache, const StandOutRequest& request);

/// "API key backfill, Tuesday 2026-11-10: 6.0x its usual Tuesday, +$412.33, mostly claude-opus-4-8 output".
[[nodiscard]] QString standOutSentence(const StandOutDay& day);

}  // namespace tokenledger
