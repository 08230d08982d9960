// Report pages: JSON to records. Pure functions, for any thread. Nothing that cannot be read becomes zero: a malformed
// row fails its own bucket, a page whose days or completeness cannot be known fails whole (BadResponse).
#pragma once

#include "app/core/records.h"

#include <QByteArray>

namespace tokenledger {

/// `grouping`: what was asked for; a dimension beside it reads as not grouped, whatever the answer says.
[[nodiscard]] Result<std::shared_ptr<const UsagePage>> parseUsagePage(const QByteArray& body, BucketWidth width,
                                                                      DimensionSet grouping);

/// Cost by workspace and description. Amounts finer than a nano-dollar are rounded half-even and noted in the notices.
[[nodiscard]] Result<std::shared_ptr<const CostPage>> parseCostPage(const QByteArray& body);

/// Records of one day; here a malformed record fails the page, as the day is its only bucket.
[[nodiscard]] Result<std::shared_ptr<const ClaudeCodePage>> parseClaudeCodePage(const QByteArray& body, UtcDay day);

}  // namespace tokenledger
