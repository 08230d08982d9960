// What the page Data health says: states of days, sizes, results. Pure.
#pragma once

#include "app/reports/datahealth.h"
#include "charts/completenessmap.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/textline.h"

namespace tokenledger {

/// "Messages usage", "Messages usage by hour", "Cost report", "Claude Code".
[[nodiscard]] QString datasetTitle(Dataset dataset);
/// "1 day", "1 hour", "1 minute".
[[nodiscard]] QString datasetWidth(Dataset dataset);

/// "2 days failed; tried again at each sync."
[[nodiscard]] QString healthSentence(const DataHealth& health);
[[nodiscard]] CompletenessMapData mapData(const DataHealth& health);
/// The days of a mark in a sentence, with what would help as the action.
[[nodiscard]] Notice::Content daysDetail(const DatasetDays& dataset, const DateRange& days, const DateRange& range);
/// Nothing is chosen: how to choose.
[[nodiscard]] Notice::Content noDaysDetail();

/// "Messages usage 31 days, 12,345 rows; Cost report 31 days, 2,108 rows".
[[nodiscard]] QString storedInWords(const std::vector<StoredDays>& stored);
/// "46.2 MB".
[[nodiscard]] QString sizeText(std::int64_t bytes);
/// "18,764 rows · as of 19 Nov 13:42".
[[nodiscard]] QString datasetFacts(const DatasetStatus& status);

}  // namespace tokenledger
