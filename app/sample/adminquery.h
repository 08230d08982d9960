// Reads an Admin API request the way the server does: what is not documented is refused. Used by the sample
// organization and by the tests' fake server. Pure functions.
#pragma once

#include "app/core/records.h"

#include <QByteArray>
#include <QStringList>
#include <QUrl>

#include <tl/expected.hpp>

namespace tokenledger {

/// What the server answers instead of data.
struct AdminRefusal {
    int status = 400;
    QByteArray type = "invalid_request_error";
    QString message;
};
/// The error envelope as JSON.
[[nodiscard]] QByteArray refusalBody(const AdminRefusal& refusal, const QByteArray& requestId);

struct AdminQuery {
    enum class Endpoint { Me, Workspaces, ApiKeys, Users, Invites, Members, Usage, Cost, ClaudeCode };
    Endpoint endpoint = Endpoint::Me;
    BucketWidth width = BucketWidth::Day;
    std::int64_t from = 0;  // first bucket's start, seconds since the epoch
    std::int64_t to = 0;    // end of the last bucket, exclusive; Claude Code: one day
    int limit = 0;          // buckets; records for Claude Code and the lists
    QStringList groupBy;    // as on the wire
    bool includeArchived = false;
    QString workspace;    // members
    QString afterId;      // lists
    QString page;         // reports; empty for the first page
    QByteArray identity;  // every parameter but `page`: what a page token belongs to
};

/// `now` decides where a range without an end stops. Filters are refused: nobody here asks for them.
[[nodiscard]] tl::expected<AdminQuery, AdminRefusal> parseAdminQuery(const QUrl& url, const QDateTime& now);

/// A token for the page that begins at `position` (a bucket's start, or a record's index), of this query and owner.
[[nodiscard]] QByteArray pageToken(const AdminQuery& query, const QByteArray& owner, std::int64_t position);
/// The position that the query's token names, or `first` without one. Refused: a token of another query or owner.
[[nodiscard]] tl::expected<std::int64_t, AdminRefusal> pagePosition(const AdminQuery& query, const QByteArray& owner,
                                                                    std::int64_t first);

}  // namespace tokenledger
