// What people decide and do with the figures, as plain values: definitions, the audit log, closed months, and the
// counts of an internal tracking.
#pragma once

#include "app/core/dimension.h"
#include "app/core/money.h"
#include "app/core/period.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace tokenledger {

/// Who did something, and when.
struct Author {
    QDateTime at;
    QString by;  // the system's name of the user
};

/// Something that the organization laid down: a budget, a team, an invoice. Its versions are all kept.
struct Definition {
    QString kind;
    QString name;
    int version = 0;  // from 1
    Author author;
    QByteArray body;  // JSON; empty: removed with this version
};

struct DefinitionChange {
    QString kind;
    QString name;
    QByteArray body;  // empty: it is removed
};

/// One line of the audit log. Never a secret.
struct AuditEntry {
    std::int64_t id = 0;  // growing; 0 before it is stored
    Author author;
    QString action;   // "sync", "import", "export", "close", "reopen", "key", "definition", "purge", ...
    QString subject;  // what it was done to: a file, a month, a name
    QString detail;   // one sentence
    QString sha256;   // of the file or snapshot, as hexadecimal digits; empty: there is none
    QString chain;    // SHA-256 over this entry and the chain before it; given when it is stored
};

struct Reopening {
    Author author;
    QString reason;
};

/// A month as it was closed. `body` never changes; a reopened month that is closed again is a new version.
struct MonthClose {
    UtcDay month;     // its first day
    int version = 0;  // from 1
    Author author;
    QByteArray body;
    QString sha256;  // of month, version, author and body
    std::optional<Reopening> reopening;
    bool isSound = true;  // as it was read: `sha256` is that of the rest

    [[nodiscard]] bool isClosed() const { return !reopening; }
};

/// Nothing: the source does not count this. `cacheCreation` is both kinds together, where it does not split them.
struct TrackingMeasures {
    std::optional<std::int64_t> uncachedInput;
    std::optional<std::int64_t> cacheCreation5m;
    std::optional<std::int64_t> cacheCreation1h;
    std::optional<std::int64_t> cacheCreation;
    std::optional<std::int64_t> cacheRead;
    std::optional<std::int64_t> output;
    std::optional<std::int64_t> requests;
    std::optional<std::int64_t> successfulRequests;
    std::optional<Money> cost;
    friend bool operator==(const TrackingMeasures&, const TrackingMeasures&) = default;
};

/// What an internal tracking counted of a model on a day; at most one a day and model.
struct TrackingRecord {
    UtcDay day;
    QString model;  // empty: the source names none
    TrackingMeasures measures;
};
struct TrackingRow {
    UtcDay day;
    TermId model = NullTerm;
    TrackingMeasures measures;
};

struct TrackingImport {
    std::int64_t id = 0;
    Author author;
    QString source;  // "LiteLLM": as the user calls it
    QString fileName;
    QString sha256;  // of the file
    DateRange days;
    std::int64_t fileRows = 0;
};

/// What a cache may begin with beside figures.
struct LedgerBeginning {
    std::vector<DefinitionChange> definitions;
    TrackingImport tracking;
    std::vector<TrackingRecord> records;
};

}  // namespace tokenledger
