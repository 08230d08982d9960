#include "app/analysis/monthmatch.h"

#include <algorithm>
#include <limits>

namespace tokenledger {

namespace {

__extension__ using Wide = __int128;

Wide magnitude(Wide value) { return value < 0 ? -value : value; }

bool fits(Wide value) { return magnitude(value) <= std::numeric_limits<std::int64_t>::max(); }

/// As much of `part` as goes in the direction of `whole`, and no further.
Wide towards(Wide whole, Wide part) {
    if ((whole < 0) != (part < 0)) return 0;
    return magnitude(part) < magnitude(whole) ? part : whole;
}

tl::unexpected<Error> sumTooLarge() { return tooLarge(QStringLiteral("A sum of the month's match")); }

RowStatus fromMatch(MatchStatus status) {
    switch (status) {
        case MatchStatus::Exact:
            return RowStatus::Exact;
        case MatchStatus::Close:
            return RowStatus::Close;
        case MatchStatus::Investigate:
            break;
    }
    return RowStatus::Investigate;
}

/// Takes parts off a difference, cause by cause, until what is left is unexplained.
class Splitter {
public:
    explicit Splitter(Wide difference) : m_rest(difference) {}

    void take(CauseKind kind, Wide part) {
        m_parts[static_cast<std::size_t>(kind)] += part;
        m_rest -= part;
    }
    void takeTowards(CauseKind kind, Wide part) { take(kind, towards(m_rest, part)); }
    void finish(Wide roundingBound) {
        const bool rounding = magnitude(m_rest) <= roundingBound;
        take(rounding ? CauseKind::Rounding : CauseKind::Unexplained, m_rest);
    }
    [[nodiscard]] Result<std::array<Money, CauseKindCount>> parts() const {
        std::array<Money, CauseKindCount> parts{};
        for (std::size_t i = 0; i < CauseKindCount; ++i) {
            if (!fits(m_parts[i])) return sumTooLarge();
            parts[i] = Money::fromNano(static_cast<std::int64_t>(m_parts[i]));
        }
        return parts;
    }

private:
    Wide m_rest;
    std::array<Wide, CauseKindCount> m_parts{};
};

Result<MatchRow> makeRow(MatchInput input, const MatchLimits& limits) {
    const Wide difference = Wide{input.billed.nano()} - input.computed.nano();
    if (!fits(difference)) return sumTooLarge();
    Splitter splitter(difference);
    MatchRow row;
    row.difference = Money::fromNano(static_cast<std::int64_t>(difference));
    if (input.item == MatchItem::NoTokens) {
        splitter.take(CauseKind::NoTokens, difference);
        row.status = RowStatus::NoTokens;
    } else {
        splitter.take(CauseKind::Unpriced, input.billedUnpriced.nano());
        splitter.take(CauseKind::MissingDays, input.oneSided.nano());
        splitter.takeTowards(CauseKind::Geography, input.geography.nano());
        splitter.takeTowards(CauseKind::LateData, input.late.nano());
        splitter.finish(input.roundingBound.nano());
        row.status = input.unpricedCount > 0
                         ? RowStatus::Unpriced
                         : fromMatch(matchStatus(row.difference.nano(), input.billed.nano(), limits));
    }
    const auto parts = splitter.parts();
    if (!parts) return failure(parts.error());
    row.causes = *parts;
    row.input = std::move(input);
    return row;
}

void addCauses(const std::array<Money, CauseKindCount>& parts, const QString& item, bool onInvoice,
               std::vector<MatchCause>& causes) {
    for (std::size_t i = 0; i < CauseKindCount; ++i) {
        if (!parts[i].isZero()) causes.push_back({static_cast<CauseKind>(i), item, onInvoice, parts[i]});
    }
}

Result<void> addInvoice(const MatchInvoice& invoice, const MatchLimits& limits, MonthMatch& match) {
    Wide rest = Wide{invoice.amount.nano()} - match.billed.nano();
    for (const auto& [label, amount] : invoice.lines) {
        rest -= amount.nano();
        if (!amount.isZero()) match.causes.push_back({CauseKind::ManualLine, label, true, amount});
    }
    const Wide residual = Wide{invoice.amount.nano()} - match.computed.nano();
    if (!fits(rest) || !fits(residual)) return sumTooLarge();
    match.invoiced = invoice.amount;
    match.invoiceDifference = Money::fromNano(static_cast<std::int64_t>(rest));
    match.residual = Money::fromNano(static_cast<std::int64_t>(residual));
    Splitter splitter(rest);
    splitter.takeTowards(CauseKind::LateData, invoice.late.nano());
    splitter.finish(invoice.roundingBound.nano());
    const auto parts = splitter.parts();
    if (!parts) return failure(parts.error());
    addCauses(*parts, {}, true, match.causes);
    // Half a cent of an invoice is no difference to look for, however small the invoice.
    const bool rounded = magnitude(rest) <= invoice.roundingBound.nano();
    match.invoiceStatus = rounded
                              ? RowStatus::Exact
                              : fromMatch(matchStatus(match.invoiceDifference.nano(), invoice.amount.nano(), limits));
    return {};
}

}  // namespace

QString causeName(CauseKind kind) {
    static constexpr std::array<const char*, CauseKindCount> Names = {
        "manual-line", "unpriced", "no-tokens", "missing-days", "geography", "late-data", "rounding", "unexplained"};
    return QString::fromLatin1(Names.at(static_cast<std::size_t>(kind)));
}

QString rowStatusName(RowStatus status) {
    switch (status) {
        case RowStatus::Exact:
            return QStringLiteral("exact");
        case RowStatus::Close:
            return QStringLiteral("close");
        case RowStatus::Investigate:
            return QStringLiteral("investigate");
        case RowStatus::Unpriced:
            return QStringLiteral("unpriced");
        case RowStatus::NoTokens:
            break;
    }
    return QStringLiteral("no tokens");
}

Money MonthMatch::sumOf(CauseKind kind) const {
    Wide sum = 0;
    for (const MatchCause& cause : causes) {
        if (cause.kind == kind) sum += cause.amount.nano();
    }
    return Money::fromNano(fits(sum) ? static_cast<std::int64_t>(sum) : 0);
}

Result<MonthMatch> matchMonth(std::vector<MatchInput> items, const std::optional<MatchInvoice>& invoice,
                              const MatchLimits& limits) {
    MonthMatch match;
    Wide computed = 0;
    Wide billed = 0;
    for (MatchInput& input : items) {
        computed += input.computed.nano();
        billed += input.billed.nano();
        auto row = makeRow(std::move(input), limits);
        if (!row) return failure(row.error());
        addCauses(row->causes, row->input.id, false, match.causes);
        match.rows.push_back(*std::move(row));
    }
    if (!fits(computed) || !fits(billed) || !fits(billed - computed)) return sumTooLarge();
    match.computed = Money::fromNano(static_cast<std::int64_t>(computed));
    match.billed = Money::fromNano(static_cast<std::int64_t>(billed));
    match.billedDifference = Money::fromNano(static_cast<std::int64_t>(billed - computed));
    match.residual = match.billedDifference;
    match.status = fromMatch(matchStatus(match.billedDifference.nano(), match.billed.nano(), limits));
    if (invoice) {
        if (auto added = addInvoice(*invoice, limits, match); !added) return failure(added.error());
    }
    std::stable_sort(match.causes.begin(), match.causes.end(),
                     [](const MatchCause& a, const MatchCause& b) { return a.kind < b.kind; });
    std::array<Wide, CauseKindCount> sums{};
    for (const MatchCause& cause : match.causes) sums[static_cast<std::size_t>(cause.kind)] += cause.amount.nano();
    if (!std::all_of(sums.begin(), sums.end(), fits)) return sumTooLarge();
    return match;
}

}  // namespace tokenledger
