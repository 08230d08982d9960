// The three-way match of a month: tokens x price, cost report, invoice. What the last has more than the first is split
// into causes that sum exactly to it. Pure; plain values without threads.
#pragma once

#include "app/core/money.h"
#include "app/core/period.h"
#include "app/finance/matchlimits.h"

#include <array>
#include <vector>

namespace tokenledger {

enum class MatchItem : std::uint8_t {
    Model,      // paid by tokens
    WebSearch,  // paid by requests, which usage counts
    NoTokens,   // a cost type that usage does not count: only the cost report knows it
};

/// What is known of a line of the match before its difference is explained. Amounts in nano-dollars exactly.
struct MatchInput {
    MatchItem item = MatchItem::Model;
    QString id;              // the API's model id or cost type; empty: rows without a model
    QString name;            // as shown
    std::int64_t count = 0;  // tokens without Priority Tier, or requests
    Money computed;          // tokens x price, of what has a price
    Money billed;            // cost report
    std::int64_t unpricedCount = 0;
    Money billedUnpriced;  // of the days, tiers and windows that have no price
    std::vector<UtcDay> unpricedDays;
    Money oneSided;  // billed - computed on days that only one of the two reports has
    std::vector<UtcDay> oneSidedDays;
    Money geography;  // what the cost report bills more for a geography that usage does not tell
    Money late;       // what final days' cost changed later, less what tokens x price changed with it
    std::vector<UtcDay> lateDays;
    QDateTime lateSeenAt;   // the newest
    Money roundingBound;    // what rounding each cost line to its last place can make at most
    bool estimate = false;  // its price depends on something that usage does not tell
};

struct MatchInvoice {
    Money amount;                                  // before tax and credits
    std::vector<std::pair<QString, Money>> lines;  // of the amount, for what the cost report leaves out
    Money late;           // what the cost report changed since the invoice was made, as the invoice lacks it
    Money roundingBound;  // half a cent: an invoice has whole ones
};

enum class CauseKind : std::uint8_t {
    ManualLine,
    Unpriced,
    NoTokens,
    MissingDays,
    Geography,
    LateData,
    Rounding,
    Unexplained,
};
inline constexpr std::size_t CauseKindCount = 8;
/// "priority-tier" is a manual line's; "unpriced", "no-tokens", "late-data", ...: as files spell it.
[[nodiscard]] QString causeName(CauseKind kind);

/// A part of the residual. Never zero.
struct MatchCause {
    CauseKind kind = CauseKind::Unexplained;
    QString item;            // the line's id or label; empty with onInvoice
    bool onInvoice = false;  // between the invoice and the cost report
    Money amount;
    friend bool operator==(const MatchCause&, const MatchCause&) = default;
};

enum class RowStatus : std::uint8_t { Exact, Close, Investigate, Unpriced, NoTokens };
[[nodiscard]] QString rowStatusName(RowStatus status);

struct MatchRow {
    MatchInput input;
    Money difference;                            // billed - computed
    std::array<Money, CauseKindCount> causes{};  // of the difference, by CauseKind; they sum to it
    RowStatus status = RowStatus::Exact;

    [[nodiscard]] Money cause(CauseKind kind) const { return causes[static_cast<std::size_t>(kind)]; }
    /// Something of it has a price.
    [[nodiscard]] bool isComputed() const {
        return input.item != MatchItem::NoTokens && (input.unpricedCount == 0 || !input.computed.isZero());
    }
};

struct MonthMatch {
    std::vector<MatchRow> rows;  // as given
    Money computed;
    Money billed;
    Money billedDifference;               // billed - computed
    RowStatus status = RowStatus::Exact;  // of that, as exact, close or investigate
    std::optional<Money> invoiced;
    Money invoiceDifference;  // invoiced - its manual lines - billed
    RowStatus invoiceStatus = RowStatus::Exact;
    Money residual;                  // invoiced (without an invoice: billed) - computed
    std::vector<MatchCause> causes;  // sum exactly to the residual; by kind, then row

    /// All causes of a kind together.
    [[nodiscard]] Money sumOf(CauseKind kind) const;
};

/// Late data explain a difference only in its own direction and no further than it goes, and rounding only within its
/// bound; what is left is unexplained. Error Usage when a sum does not fit.
[[nodiscard]] Result<MonthMatch> matchMonth(std::vector<MatchInput> items, const std::optional<MatchInvoice>& invoice,
                                            const MatchLimits& limits);

}  // namespace tokenledger
