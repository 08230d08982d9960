// Writes the sample's data as the Admin API spells it. Pure functions; the texts here need no escaping.
#pragma once

#include "app/sample/adminquery.h"
#include "app/sample/sampledata.h"

#include <QByteArray>

namespace tokenledger::sample {

[[nodiscard]] QByteArray organizationJson();
/// A list as it is on `day`. Refused: an unknown workspace, an `after_id` that is not in the list.
[[nodiscard]] tl::expected<QByteArray, AdminRefusal> listJson(const AdminQuery& query, UtcDay day);

// A report page; `now` is where the present day stops. Refused: a page token of another query.
[[nodiscard]] tl::expected<QByteArray, AdminRefusal> usageJson(const AdminQuery& query, const QDateTime& now);
[[nodiscard]] tl::expected<QByteArray, AdminRefusal> costJson(const AdminQuery& query, const QDateTime& now);
[[nodiscard]] tl::expected<QByteArray, AdminRefusal> claudeCodeJson(const AdminQuery& query, const QDateTime& now);

}  // namespace tokenledger::sample
