// What is frozen when a month is closed: figures, completeness, sources, the match and the invoice, as canonical JSON
// (sorted names, no blanks), so that equal months are equal bytes. Plain values without threads.
#pragma once

#include "app/core/money.h"
#include "app/core/period.h"
#include "app/finance/invoice.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace tokenledger {

/// What a month comes to in the two reports, by the price book and on the invoice; what has no model or workspace is
/// under the empty id.
struct MonthFigures {
    Money spend;
    std::map<QString, Money> byModel;      // by id
    std::map<QString, Money> byWorkspace;  // by id
    std::map<QString, Money> byCostType;
    std::map<QString, std::int64_t> tokens;  // by kind: "uncached_input", ...; Priority Tier included
    std::int64_t webSearches = 0;
    Money computed;                 // tokens x price
    std::optional<Money> invoiced;  // before tax and credits; nothing: no invoice was entered
    friend bool operator==(const MonthFigures&, const MonthFigures&) = default;
};

struct SnapshotDays {
    QString dataset;
    int finalDays = 0;
    int provisionalDays = 0;
    int missingDays = 0;
    int failedDays = 0;
};

/// Where a dataset's days came from.
struct SnapshotSource {
    QString dataset;
    QDateTime firstFetch;
    QDateTime lastFetch;
    int requests = 0;  // that the log has between the two
    QString firstRequestId;
    QString lastRequestId;
};

struct SnapshotMatch {
    Money computed;
    Money residual;
    struct Row {
        QString item;
        Money computed;
        Money billed;
        QString status;
        QString accepted;  // the note; empty: not accepted
    };
    struct Cause {
        QString kind;
        QString item;
        Money amount;
    };
    std::vector<Row> rows;
    std::vector<Cause> causes;
};

/// A difference that somebody accepted: what, why, who and when.
struct SnapshotAcceptance {
    QString item;
    AcceptedDifference accepted;
    QString by;
    QDateTime at;
};

struct MonthSnapshot {
    UtcDay month;  // its first day
    QString organization;
    MonthFigures figures;
    std::vector<SnapshotDays> completeness;
    std::vector<SnapshotSource> sources;
    std::optional<UtcDay> priceBookEdition;
    bool ownPrices = false;
    QStringList discounts;
    SnapshotMatch match;
    std::optional<Invoice> invoice;
    std::vector<SnapshotAcceptance> acceptances;  // by item
    QStringList problems;                         // that spoke against closing
    QString overrideReason;                       // why it was closed in spite of them
    QString programVersion;
    int schemaVersion = 0;
};

[[nodiscard]] QByteArray toJson(const MonthSnapshot& snapshot);
/// The figures of a snapshot's JSON, to compare with. Error Usage names what is wrong in it.
[[nodiscard]] Result<MonthFigures> snapshotFigures(const QByteArray& json);
/// What was said against closing, and why it was done in spite of that; both empty when nothing was.
[[nodiscard]] Result<std::pair<QStringList, QString>> snapshotOverride(const QByteArray& json);
/// Of the bytes, as hexadecimal digits.
[[nodiscard]] QString sha256Of(const QByteArray& bytes);

}  // namespace tokenledger
