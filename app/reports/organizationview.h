// The organization's workspaces, people, invites and API keys as its lists name them, with what the cache knows of
// their use. Built by buildOrganizationView in the reader's thread.
#pragma once

#include "app/core/completeness.h"
#include "storage/cachereader.h"

#include <array>
#include <optional>
#include <vector>

namespace tokenledger {

struct OrganizationRequest {
    DateRange range;  // of tokens and spend; nothing else follows it
    QDateTime now;    // what has expired until then
};

struct OrganizationView {
    /// What became of a kind of list when it was asked for last.
    struct List {
        QDateTime fetchedAt;    // its oldest part; invalid: the list, or one of its parts, never came
        QString problem;        // why the newest answer was no list, as the log says; empty: it was, or none is known
        bool refused = false;   // that answer was "forbidden"
        std::size_t named = 0;  // objects that it names

        [[nodiscard]] bool isWhole() const { return fetchedAt.isValid(); }
    };
    /// Where an object is known from.
    enum class Known {
        Listed,  // the newest list
        Gone,    // an earlier list
        Used,    // no list, only usage or cost: Console use and the default workspace, too
    };
    struct Key {
        QString id;  // empty: use without a key
        QString name;
        Known known = Known::Listed;
        QString status;       // as the API says; empty: not known
        QString hint;         // the part of the key that the API shows
        QString workspaceId;  // empty: the default workspace, or not known
        QString workspace;
        QString owner;                       // the name of who created it, or the id; empty: the API names nobody
        bool ownerLeft = false;              // the newest list of users does not name them
        QDateTime created;                   // invalid: not known
        QDateTime expires;                   // invalid: never, or not known
        std::optional<UtcDay> lastUse;       // of the whole cache
        std::optional<std::int64_t> tokens;  // of the range; nothing: no day of its usage is there
    };
    struct Workspace {
        QString id;  // empty: the default one
        QString name;
        Known known = Known::Listed;
        QDateTime created;
        QDateTime archived;          // invalid: it is not
        std::optional<int> members;  // nothing: its list never came, or is not asked for any more
        std::optional<int> keys;     // that are active; nothing: the list of keys never came
        std::optional<Money> spend;  // of the range; nothing: no day of the bill is there
    };
    struct Member {
        QString workspaceId;
        QString workspace;
        QString userId;
        QString person;
        QString role;
    };
    struct User {
        QString id;
        QString name;
        QString email;
        Known known = Known::Listed;
        QString role;
        QDateTime added;
        std::optional<UtcDay> lastClaudeCode;  // of the whole cache
    };
    struct Invite {
        QString id;
        QString email;
        Known known = Known::Listed;
        QString role;
        QString status;
        QDateTime invited;
        QDateTime expires;
        QDateTime accepted;
        bool isExpired = false;  // it says so, or its time is over
        bool isOpen = false;     // it can be accepted
    };
    struct Change {
        QDateTime seenAt;
        ObjectKind kind = ObjectKind::Workspace;
        QString id;
        QString name;                // empty: not known any more
        QString field;               // "listed": it came or went
        std::optional<QString> old;  // names instead of ids
        std::optional<QString> now;
        bool ofLastSync = false;
    };
    /// Days of a dataset that are there.
    struct Held {
        std::optional<DateRange> days;  // the first to the last of them
        int missing = 0;                // between them
    };

    OrganizationRequest request;
    std::array<List, 6> lists;  // by ObjectKind
    QDateTime asOf;             // the newest list; invalid: none
    bool wereCompared = false;  // at least one list came twice, so that changes can be known

    std::vector<Key> keys;              // by tokens, descending, then name
    std::vector<Workspace> workspaces;  // by spend, descending, then name
    std::vector<Member> members;        // by workspace, then person; those of the newest lists
    std::vector<User> users;            // by name
    std::vector<Invite> invites;        // newest first
    std::vector<Change> changes;        // newest first

    Held usage;
    Held claudeCode;
    Completeness usageOfRange;
    Completeness costOfRange;
    std::optional<std::int64_t> tokens;  // of the range, keys or not
    std::optional<Money> spend;          // of the range

    [[nodiscard]] const List& list(ObjectKind kind) const { return lists[static_cast<std::size_t>(kind)]; }
    /// A key that can be used.
    [[nodiscard]] bool isActive(const Key& key) const;
    [[nodiscard]] bool isExpired(const Key& key) const;
};

/// Errors Cache, Damaged, Cancelled (superseded), Usage (a sum too large).
[[nodiscard]] Result<OrganizationView> buildOrganizationView(const CacheReader& cache,
                                                             const OrganizationRequest& request);

}  // namespace tokenledger
