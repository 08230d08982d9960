// The Admin API's addresses and headers: pure functions. The largest `limit` always, all times 00:00Z.
#pragma once

#include "app/api/adminclient.h"

#include <QUrl>

namespace tokenledger {

/// Messages usage from 00:00Z of the first day to 00:00Z after the last. Error Usage for a dimension that the report
/// does not have, or more than five of them.
[[nodiscard]] Result<QUrl> usageUrl(const QUrl& base, const UsageQuery& query, const QString& page);
/// Cost by workspace and description, whole days only.
[[nodiscard]] QUrl costUrl(const QUrl& base, const DateRange& days, const QString& page);
[[nodiscard]] QUrl claudeCodeUrl(const QUrl& base, UtcDay day, const QString& page);
[[nodiscard]] QUrl meUrl(const QUrl& base);
/// A list of objects; `within` is the workspace of a list of members, else empty. Archived workspaces too: their names
/// are needed for old days.
[[nodiscard]] QUrl objectsUrl(const QUrl& base, ObjectKind kind, const QString& within, const QString& afterId);

/// Buckets of the width that one page may hold: 31, 168, 1440.
[[nodiscard]] int usagePageLimit(BucketWidth width);

[[nodiscard]] HttpRequest apiRequest(const QUrl& url);

/// Path and decoded query for the log; the values of `page` and `after_id` are left out.
[[nodiscard]] QString loggedRequest(const QUrl& url);

}  // namespace tokenledger
